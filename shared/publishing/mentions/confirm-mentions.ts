import type { Write } from '../../aws/transaction.ts';
import { readEdition } from '../../desk/events/editions.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { isEditor } from '../../desk/store/permissions.ts';
import type { Event } from '../../model/events/event.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { ConfirmedMention } from '../../model/names/confirmed-mention.ts';
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
import { confirmationCheck, confirmationWrites, currentConfirmations } from './current-confirmations.ts';
import { readableEventFields, readableExhibitionFields } from './public-fields.ts';

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
  const isCurrent = confirmationCheck([...(await readFields()), ...(await readPublic())]);
  const errors = (given ?? []).flatMap((one, n): FieldError[] =>
    isCurrent(one)
      ? []
      : [fieldError(`confirmedMentions.${n}.textHash`, 'confirmationOutdated', { field: fieldPathOf(one) })],
  );
  if (errors.length > 0) throw new InvalidInputError(errors);
  const confirmedMentions = currentConfirmations(wanted, isCurrent);
  return {
    confirmedMentions: { confirmedMentions },
    writes: confirmationWrites(confirmedMentions, before, { kind, id, version }, actor),
  };
};

type Given = readonly ConfirmedMention[] | undefined;

/** What is confirmed of an event, as it will be. */
export const confirmEvent = (event: Event, given: Given, actor: Actor): Promise<Confirmations> =>
  confirm(
    {
      ...{ kind: 'event', id: event.id, version: event.version + 1, before: event.confirmedMentions },
      readFields: async () => eventFields(await withFileTexts(event)),
      readPublic: async () => readableEventFields(await readEdition(event.id), event.translations, actor.now),
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
      readPublic: async () =>
        readableExhibitionFields(await readExhibitionEdition(exhibition.id), exhibition.translations, actor.now),
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
