import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import type { Write } from '../../aws/transaction.ts';
import { readAllExhibitions } from '../../desk/exhibitions/all-exhibitions.ts';
import { exhibitionsOf } from '../../desk/exhibitions/exhibition-links.ts';
import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { readWithheldEntries } from '../../desk/exhibitions/reconcile-names.ts';
import { namesCheck } from '../../desk/mentions/withheld-names.ts';
import type { Event, EventContent } from '../../model/events/event.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import { eventFields, type FileWithText, fieldPathOf } from '../../model/names/text-fields.ts';
import { type Mention, WithheldNames } from '../../model/names/withheld-names.ts';
import type { Site } from '../../model/site/site.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { attentionErrors } from './attention-errors.ts';
import { type FieldMentions, fieldMentions } from './field-mentions.ts';

/**
 * The names that an event's texts reveal, and the writes that make its publication fail where names change meanwhile.
 */
interface EventMentions {
  readonly found: readonly FieldMentions[];
  readonly checks: readonly Write[];
}

/**
 * Most exhibitions of a campaign whose changes a publication notices while it writes: fewer where its transaction has
 * no room for them.
 */
const mostChecked = 40;

const concurrency = 8;

/** The texts of an event, those of its files read: see `withFileTexts`. */
type ReadTexts = Pick<EventContent, 'translations'> &
  Partial<Pick<EventContent, 'pictures'>> & { readonly files: readonly FileWithText[] };

/**
 * Compares the texts of an event, as they will be public, with the names that consent withholds in the exhibitions that
 * it names, that name it, or that are of its campaign; those of a page or a notice, which every reader of the site
 * sees, in all exhibitions.
 */
export const mentionsOfEvent = async (
  event: Event,
  texts: ReadTexts,
  now: Date,
  site: Site,
): Promise<EventMentions> => {
  const { named, ofCampaign } = await exhibitionsOf(event, readAllExhibitions);
  const isOfSite = itemKindOf(event) !== 'event';
  const others = isOfSite ? (await readAllExhibitions()).map(({ id }) => id) : ofCampaign;
  const exhibitions = [...new Set([...named, ...others])];
  if (exhibitions.length === 0) return { found: [], checks: [] };
  const all = await mapWithConcurrency(exhibitions, concurrency, async (id) => ({
    ...{ id, isNamed: named.includes(id) },
    ...(await readWithheldEntries(id)),
  }));
  const near = new Set(
    all.filter(({ isNamed }) => isNamed).flatMap(({ entries }) => entries.map((one) => one.artworkId)),
  );
  const names = new WithheldNames(
    all.flatMap(({ entries }) => entries),
    now,
    site.timeZone,
  );
  const fields = eventFields({ ...event, ...texts });
  const found = fieldMentions(
    { kind: 'event', id: event.id, fields, confirmed: event.confirmedMentions },
    names,
    (entry) => (near.has(entry.artworkId) ? 'event' : isOfSite ? 'elsewhere' : 'campaign'),
  );
  return {
    found: await withHidden(
      found,
      new Map(all.flatMap(({ id, entries }) => entries.map((one) => [one.artworkId, id]))),
    ),
    // The caller begins again, as after a change of the edition, and reads the names of that moment.
    checks: all.slice(0, mostChecked).map(({ id, stamp }) => ({ ...namesCheck(id, stamp, 'edition'), isSpare: true })),
  };
};

/** The mentions, those of entries marked that are rated blind: nobody may link a name to one of them. */
const withHidden = async (
  found: readonly FieldMentions[],
  exhibitions: ReadonlyMap<string, string>,
): Promise<FieldMentions[]> => {
  const exhibitionOf = ({ artworkId }: Pick<Mention, 'artworkId'>): string => exhibitions.get(artworkId) ?? '';
  const ids = [...new Set(found.flatMap(({ mentions }) => mentions.map(exhibitionOf)))];
  const read = await mapWithConcurrency(ids, concurrency, readExhibition);
  const blind = new Set(read.flatMap((one) => (one && isBlind(one) ? [one.id] : [])));
  return found.map((field) => ({
    ...field,
    mentions: field.mentions.map((one) => (blind.has(exhibitionOf(one)) ? { ...one, isHidden: true } : one)),
  }));
};

/** The places in the texts of an event, as they will be public, that an editor must look at first. */
export const eventAttentionErrors = async (event: Event, texts: ReadTexts): Promise<FieldError[]> => {
  const fields = eventFields({ ...event, ...texts });
  const { id, confirmedMentions: confirmed } = event;
  const recorded = await attentionErrors({ eventId: id }, [{ kind: 'event', id, fields, confirmed }]);
  return recorded.map(({ place, why }) => ({ path: fieldPathOf(place), ...why }));
};
