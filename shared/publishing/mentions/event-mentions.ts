import type { Write } from '../../aws/transaction.ts';
import { readAllExhibitions } from '../../desk/exhibitions/all-exhibitions.ts';
import { exhibitionsOf } from '../../desk/exhibitions/exhibition-links.ts';
import type { Event, EventContent } from '../../model/events/event.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import { eventFields, type FileWithText, fieldPathOf } from '../../model/names/text-fields.ts';
import type { Edition } from '../../model/publication/edition.ts';
import { isPublicAt } from '../../model/publication/publication.ts';
import type { Site } from '../../model/site/site.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { attentionErrors } from './attention-errors.ts';
import { type FieldMentions, fieldMentions, type ReadShown } from './field-mentions.ts';
import { type ReadNames, readNamesOf, withHidden } from './names-of-exhibitions.ts';
import { publicEventFields } from './public-fields.ts';

/**
 * The names that an event's texts reveal, and the writes that make its publication fail where names change meanwhile.
 */
interface EventMentions {
  readonly found: readonly FieldMentions[];
  readonly checks: readonly Write[];
}

/** The texts of an event, those of its files read: see `withFileTexts`. */
type ReadTexts = Pick<EventContent, 'translations'> &
  Partial<Pick<EventContent, 'pictures'>> & { readonly files: readonly FileWithText[] };

/** What the public reads of an event: not beside another exhibition or campaign, where a name would say more. */
const shownOf = (event: Event, edition: Edition | undefined, now: Date): ReadShown => {
  const publication = edition?.publication;
  const { exhibitionId, campaign } = publication?.content ?? {};
  const isBesideTheSame = exhibitionId === event.exhibitionId && campaign === event.campaign;
  const isRead = !publication || isPublicAt(publication, now.toISOString());
  return async () => (isBesideTheSame && isRead ? publicEventFields(edition, now) : []);
};

/** When texts are compared, and with what: `edition` is what the public reads until they are published. */
interface Comparison {
  readonly now: Date;
  readonly edition: Edition | undefined;
}

/**
 * Compares the texts of an event, as they will be public, with the names that consent withholds in the exhibitions that
 * it names, that name it, or that are of its campaign; those of a page or a notice, which every reader of the site
 * sees, in all exhibitions.
 */
export const mentionsOfEvent = async (
  event: Event,
  texts: ReadTexts,
  { now, site, edition, readNames = readNamesOf }: Comparison & { readonly site: Site; readonly readNames?: ReadNames },
): Promise<EventMentions> => {
  const { named, ofCampaign } = await exhibitionsOf(event, readAllExhibitions);
  const isOfSite = itemKindOf(event) !== 'event';
  const others = isOfSite ? (await readAllExhibitions()).map(({ id }) => id) : ofCampaign;
  const exhibitions = [...new Set([...named, ...others])];
  if (exhibitions.length === 0) return { found: [], checks: [] };
  const known = await readNames(exhibitions, now, site);
  const fields = eventFields({ ...event, ...texts });
  const found = fieldMentions(
    { kind: 'event', id: event.id, fields, confirmed: event.confirmedMentions },
    known.names,
    ({ artworkId }) => {
      const isNear = named.includes(known.exhibitions.get(artworkId) ?? '');
      return isNear ? 'event' : isOfSite ? 'elsewhere' : 'campaign';
    },
  );
  // The caller begins again, as after a change of the edition, and reads the names of that moment.
  return { found: await withHidden(found, known, shownOf(event, edition, now)), checks: known.checks('edition') };
};

/** The places in the texts of an event, as they will be public, that an editor must look at first. */
export const eventAttentionErrors = async (
  event: Event,
  texts: ReadTexts,
  { now, edition }: Comparison,
): Promise<FieldError[]> => {
  const fields = eventFields({ ...event, ...texts });
  const { id, confirmedMentions: confirmed } = event;
  const items = [{ kind: 'event' as const, id, fields, confirmed }];
  const recorded = await attentionErrors({ eventId: id }, items, shownOf(event, edition, now));
  return recorded.map(({ place, why }) => ({ path: fieldPathOf(place), ...why }));
};
