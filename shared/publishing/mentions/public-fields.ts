import { cancelledTexts } from '../../model/events/cancellation.ts';
import type { ExhibitionEdition } from '../../model/exhibitions/exhibition-edition.ts';
import { eventFields, exhibitionFields, type TextField } from '../../model/names/text-fields.ts';
import type { Edition } from '../../model/publication/edition.ts';
import { withFileTexts } from '../files/file-texts.ts';
import { formerAddressFields, type Slugs } from './former-addresses.ts';

/**
 * The texts of an event that the public sees: those of its publication, or the title that calendars say is cancelled.
 */
export const publicEventFields = async (edition: Edition | undefined, now: Date): Promise<TextField[]> =>
  edition?.publication
    ? eventFields(await withFileTexts(edition.publication.content))
    : eventFields({ translations: cancelledTexts(edition?.cancelled, now), pictures: [] });

/** The same of an exhibition. */
export const publicExhibitionFields = async (
  edition: ExhibitionEdition | undefined,
  now: Date,
): Promise<TextField[]> =>
  edition?.publication
    ? exhibitionFields(await withFileTexts(edition.publication.content))
    : exhibitionFields({ translations: cancelledTexts(edition?.cancelled, now), organisers: [] });

/** What tells readers of an event or leads them to it: its texts in public, and the addresses that it had. */
export const readableEventFields = async (
  edition: Edition | undefined,
  translations: Slugs,
  now: Date,
): Promise<TextField[]> => [...(await publicEventFields(edition, now)), ...formerAddressFields(edition, translations)];

/** The same of an exhibition. */
export const readableExhibitionFields = async (
  edition: ExhibitionEdition | undefined,
  translations: Slugs,
  now: Date,
): Promise<TextField[]> => [
  ...(await publicExhibitionFields(edition, now)),
  ...formerAddressFields(edition, translations),
];
