import type { Write } from '../../aws/transaction.ts';
import { readEdition } from '../../desk/events/editions.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import { isEditor } from '../../desk/store/permissions.ts';
import type { Event } from '../../model/events/event.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { type ConfirmedMention, isConfirmed } from '../../model/names/confirmed-mention.ts';
import {
  artworkFields,
  eventFields,
  exhibitionFields,
  fieldPathOf,
  type TextField,
} from '../../model/names/text-fields.ts';
import { ForbiddenError, InvalidInputError } from '../../refusals/application-error.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import { withFileTexts } from '../files/file-texts.ts';
import { formerAddressFields } from './former-addresses.ts';
import { publicEventFields, publicExhibitionFields } from './public-fields.ts';
import { textHash } from './text-hash.ts';

/** What editors have confirmed of an item, once it is changed, and the write that records what is new. */
interface Confirmations {
  readonly confirmedMentions: { confirmedMentions?: ConfirmedMention[] };
  readonly writes: readonly Write[];
}

/** An item as it will be, with its texts: `readPublic` gives those that the public reads, where they may be others. */
interface Confirmable {
  readonly kind: FieldLocation['kind'];
  readonly id: string;
  readonly version: number;
  readonly before: readonly ConfirmedMention[] | undefined;
  readFields(): Promise<readonly TextField[]>;
  readPublic(): Promise<readonly TextField[]>;
}

const confirm = async (
  { kind, id, version, before = [], readFields, readPublic }: Confirmable,
  given: readonly ConfirmedMention[] | undefined,
  actor: Actor,
): Promise<Confirmations> => {
  if (given && !isEditor(actor)) {
    throw new ForbiddenError(reason('confirmationForEditors'), {
      errors: [fieldError('confirmedMentions', 'needsRole', { role: 'editor' })],
    });
  }
  const wanted = given ?? before;
  if (wanted.length === 0) return { confirmedMentions: given ? { confirmedMentions: [] } : {}, writes: [] };
  const hashes = new Set(
    [...(await readFields()), ...(await readPublic())].map((field) => `${fieldPathOf(field)} ${textHash(field.text)}`),
  );
  const isCurrent = (one: ConfirmedMention) => hashes.has(`${fieldPathOf(one)} ${one.textHash}`);
  const errors = (given ?? []).flatMap((one, n): FieldError[] =>
    isCurrent(one)
      ? []
      : [fieldError(`confirmedMentions.${n}.textHash`, 'confirmationOutdated', { field: fieldPathOf(one) })],
  );
  if (errors.length > 0) throw new InvalidInputError(errors);
  // A confirmation holds for the text that an editor has seen: with another text it is void.
  const confirmedMentions = wanted.filter((one, n) => isCurrent(one) && !isConfirmed(wanted.slice(0, n), one));
  const places = confirmedMentions
    .filter((one) => !isConfirmed(before, one))
    .map(({ locale, field }): FieldLocation => ({ kind, id, ...(locale && { locale }), field }));
  return {
    confirmedMentions: { confirmedMentions },
    writes:
      places.length > 0 ? [auditWrite(actor, 'mention.confirmed', id, { version, places: places.slice(0, 200) })] : [],
  };
};

type Given = readonly ConfirmedMention[] | undefined;

/** What is confirmed of an event, as it will be. */
export const confirmEvent = (event: Event, given: Given, actor: Actor): Promise<Confirmations> =>
  confirm(
    {
      ...{ kind: 'event', id: event.id, version: event.version + 1, before: event.confirmedMentions },
      readFields: async () => eventFields(await withFileTexts(event)),
      readPublic: async () => {
        const edition = await readEdition(event.id);
        const texts = await publicEventFields(edition, actor.now);
        return [...texts, ...formerAddressFields(edition, event.translations)];
      },
    },
    given,
    actor,
  );

/** What is confirmed of an exhibition, as it will be. */
export const confirmExhibition = (exhibition: Exhibition, given: Given, actor: Actor): Promise<Confirmations> =>
  confirm(
    {
      ...{ kind: 'exhibition', id: exhibition.id, version: exhibition.version + 1 },
      before: exhibition.confirmedMentions,
      readFields: async () => exhibitionFields(await withFileTexts(exhibition)),
      readPublic: async () => {
        const edition = await readExhibitionEdition(exhibition.id);
        const texts = await publicExhibitionFields(edition, actor.now);
        return [...texts, ...formerAddressFields(edition, exhibition.translations)];
      },
    },
    given,
    actor,
  );

/** What is confirmed of an artwork, as it will be. */
export const confirmArtwork = (artwork: Artwork, given: Given, actor: Actor): Promise<Confirmations> =>
  confirm(
    {
      ...{ kind: 'artwork', id: artwork.id, version: artwork.version + 1, before: artwork.confirmedMentions },
      readFields: async () => artworkFields(artwork),
      readPublic: async () => [],
    },
    given,
    actor,
  );
