import { readPublishedArtworkRecords } from '../../desk/exhibitions/published-artwork-records.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { ExhibitionEdition } from '../../model/exhibitions/exhibition-edition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { keptLocales, publicTranslations } from '../../model/languages/public-translations.ts';
import { artworkFields, exhibitionFields, fieldPathOf, type TextField } from '../../model/names/text-fields.ts';
import { withheldEntryOf } from '../../model/names/withheld-entry.ts';
import { WithheldNames } from '../../model/names/withheld-names.ts';
import { isNameOrderUnclear } from '../../model/people/public-name.ts';
import { isPublicAt } from '../../model/publication/publication.ts';
import type { Site } from '../../model/site/site.ts';
import type { Reason } from '../../refusals/codes.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import { withFileTexts } from '../files/file-texts.ts';
import { publicFiles } from '../files/public-files.ts';
import { attentionErrors } from './attention-errors.ts';
import {
  type ComparedItem,
  type FieldMentions,
  fieldMentions,
  mentionErrors,
  mentionReasons,
  mentionWarnings,
} from './field-mentions.ts';
import { publicExhibitionFields } from './public-fields.ts';

/** An exhibition with everything that its texts are compared with. */
interface ComparedExhibition {
  readonly exhibition: Exhibition;
  readonly artworks: ReadonlyMap<string, Artwork>;
  /** The languages that are to be published: all, where absent. */
  readonly locales?: readonly Locale[] | undefined;
  /** What is public now: languages that its publication does not name stay as they are. */
  readonly edition?: ExhibitionEdition | undefined;
  readonly now: Date;
  readonly site: Site;
}

/** Every text of it as it will be public, those of its files read. */
const fieldsOf = async ({ exhibition, edition, locales }: ComparedExhibition): Promise<TextField[]> => {
  const publication = edition?.publication;
  const anew = { exhibition, publication, locales: locales ?? Object.keys(exhibition.translations) };
  const before = publication?.content.files;
  const files = locales
    ? publicFiles({ files: exhibition.files, before, chosen: locales, kept: keptLocales(anew) })
    : exhibition.files;
  return exhibitionFields({
    ...exhibition,
    translations: publicTranslations(anew),
    files: (await withFileTexts({ files })).files,
  });
};

/** What the public reads of an exhibition and its artworks: not in another campaign, where a name would say more. */
const readShown = async ({ exhibition, edition, now }: ComparedExhibition): Promise<readonly TextField[]> => {
  const publication = edition?.publication;
  if (!publication || !isPublicAt(publication, now.toISOString())) return [];
  if (publication.content.campaign !== exhibition.campaign) return [];
  const records = await readPublishedArtworkRecords(exhibition.id, edition.artworkSetVersion);
  return [...(await publicExhibitionFields(edition, now)), ...records.flatMap(({ artwork }) => artworkFields(artwork))];
};

/**
 * The names that consent withholds from the texts of an exhibition: of all entries, since artists who were not selected
 * have agreed to be named even less.
 */
const namesIn = ({ artworks, now, site }: ComparedExhibition): WithheldNames => {
  const entries = [...artworks.values()].flatMap((artwork) => withheldEntryOf(artwork) ?? []);
  return new WithheldNames(entries, now, site.timeZone);
};

/** The texts of the selected artworks that name artists or guardians whom consent does not allow to be named. */
export const mentionsOfSelected = (compared: ComparedExhibition): FieldMentions[] => {
  const names = namesIn(compared);
  return (compared.exhibition.selection?.artworkIds ?? []).flatMap((artworkId) => {
    const artwork = compared.artworks.get(artworkId);
    return artwork ? mentionsOfArtwork(artwork, names) : [];
  });
};

/** The same of the texts of the exhibition too; `fields` are its texts, where they are known. */
export const mentionsOfExhibition = async (
  compared: ComparedExhibition,
  fields?: readonly TextField[],
): Promise<FieldMentions[]> => {
  const { id, confirmedMentions: confirmed } = compared.exhibition;
  const texts = fields ?? (await fieldsOf(compared));
  return [
    ...fieldMentions({ kind: 'exhibition', id, fields: texts, confirmed }, namesIn(compared), () => 'exhibition'),
    ...mentionsOfSelected(compared),
  ];
};

/** The texts of an artwork that name its own artist, or those of others in its exhibition. */
const mentionsOfArtwork = (
  artwork: Pick<Artwork, 'id' | 'translations' | 'medium' | 'confirmedMentions'>,
  names: WithheldNames,
): FieldMentions[] =>
  fieldMentions(
    { kind: 'artwork', id: artwork.id, fields: artworkFields(artwork), confirmed: artwork.confirmedMentions },
    names,
    ({ artworkId }) => (artworkId === artwork.id ? 'own' : 'sibling'),
  );

/** What names keep from the public of an exhibition: each field with what to do about it; and what is worth a look. */
export const checkNames = async (
  compared: ComparedExhibition,
): Promise<{ errors: FieldError[]; warnings: FieldError[] }> => {
  const { exhibition, artworks } = compared;
  const { id, confirmedMentions } = exhibition;
  const selected = (exhibition.selection?.artworkIds ?? []).flatMap((artworkId) => artworks.get(artworkId) ?? []);
  const fields = await fieldsOf(compared);
  const found = await mentionsOfExhibition(compared, fields);
  const inArtwork = (place: FieldLocation, why: Reason): FieldError => {
    const path = `selection.artworkIds.${exhibition.selection?.artworkIds.indexOf(place.id)}`;
    const because = reason('fieldRefused', { field: fieldPathOf(place), because: why });
    return fieldError(path, 'entryRefused', { entryNumber: artworks.get(place.id)?.entryNumber ?? 0, because });
  };
  const fieldErrors = found.flatMap((one): FieldError[] =>
    one.place.kind === 'exhibition'
      ? mentionErrors([one])
      : mentionReasons(one).map((why) => inArtwork(one.place, why)),
  );
  const items: ComparedItem[] = [
    { kind: 'exhibition', id, fields, confirmed: confirmedMentions },
    ...selected.map((artwork) => ({
      ...{ kind: 'artwork' as const, id: artwork.id, fields: artworkFields(artwork) },
      confirmed: artwork.confirmedMentions,
    })),
  ];
  const recorded = await attentionErrors({ exhibitionId: id }, items, () => readShown(compared));
  const recordedErrors = recorded.map(({ place, why }) =>
    place.kind === 'exhibition' ? { path: fieldPathOf(place), ...why } : inArtwork(place, why),
  );
  return {
    errors: [...fieldErrors, ...recordedErrors],
    warnings: [...mentionWarnings(found), ...unclearNames(compared)],
  };
};

/** The selected artworks whose artists will appear without the short form of the name that consent allows. */
const unclearNames = ({ exhibition, artworks }: ComparedExhibition): FieldError[] =>
  (exhibition.selection?.artworkIds ?? []).flatMap((id, n) => {
    const { artist, entryNumber } = artworks.get(id) ?? {};
    if (!artist || entryNumber === undefined || !isNameOrderUnclear(artist)) return [];
    return fieldError(`selection.artworkIds.${n}`, 'entryRefused', {
      entryNumber,
      because: reason('nameOrderUnclear'),
    });
  });

/**
 * True if the texts of an artwork, as they are public, reveal a name that its consent withholds by now. A given name
 * alone does not: it is a word more often than not, and an artwork that has been public with it is not taken away for
 * that.
 */
export const namesItsArtist = (
  artwork: Pick<Artwork, 'id' | 'entryNumber' | 'artist' | 'namedAt' | 'translations' | 'medium' | 'confirmedMentions'>,
  now: Date,
  site: Site,
): boolean => {
  const entry = withheldEntryOf(artwork);
  if (!entry) return false;
  const names = new WithheldNames([entry], now, site.timeZone);
  return mentionsOfArtwork(artwork, names).some(({ mentions }) =>
    mentions.some(({ kind, isConfirmed }) => kind !== 'given' && !isConfirmed),
  );
};
