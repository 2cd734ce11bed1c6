import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { ExhibitionPublication } from '../../model/exhibitions/exhibition-edition.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { keptLocales, publicTranslations } from '../../model/languages/public-translations.ts';
import type { Publication, PublicImage } from '../../model/publication/edition.ts';
import type { Site } from '../../model/site/site.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { type AllowedDocument, allowedDocuments } from '../files/allowed-documents.ts';
import { allowedImages } from '../pictures/allowed-images.ts';
import { keptPictureErrors } from '../pictures/public-pictures.ts';
import { type AllowedPicture, allowedPictures, type WantedPicture } from '../pictures/publish-pictures.ts';
import { countErrors, textPictureErrors, textPicturesOf } from '../pictures/text-pictures.ts';
import { wantedPictures } from '../pictures/wanted-pictures.ts';

/** What languages of an exhibition are published with, beside its artworks. */
interface ExhibitionToPublish {
  readonly locales: readonly Locale[];
  readonly publication: ExhibitionPublication | undefined;
  readonly now: Date;
  readonly site: Site;
  /** The address of the files of a picture or a document that is not public yet. */
  readonly newMedia?: (uploadId: string) => string;
}

/** What may be public of an exhibition beside its artworks, or what is wrong with it. */
export interface ExhibitionMedia {
  readonly images: readonly PublicImage[];
  readonly textPictures: Pick<Publication, 'textPictures'>;
  readonly wanted: readonly WantedPicture[];
  readonly allowed: readonly AllowedPicture[];
  readonly documents: readonly AllowedDocument[];
  readonly errors: readonly FieldError[];
}

/**
 * The pictures of an exhibition, those that are public, and the languages that are chosen or stay as they were
 * published.
 */
export const picturesOf = (
  exhibition: Exhibition,
  { locales }: { readonly locales: readonly Locale[] },
  publication: ExhibitionPublication | undefined,
) => ({
  pictures: exhibition.pictures,
  before: publication?.content.pictures,
  chosen: locales,
  kept: keptLocales({ exhibition, locales, publication }),
});

/** The photographs of an exhibition, the pictures in its texts and its files, as far as they may be public now. */
export const exhibitionMedia = async (
  exhibition: Exhibition,
  { locales, publication, now, site, newMedia }: ExhibitionToPublish,
): Promise<ExhibitionMedia> => {
  const { pictures } = exhibition;
  const inTexts = textPicturesOf(publicTranslations({ exhibition, locales, publication }));
  const wanted = wantedPictures({ pictures, inTexts, chosen: locales });
  const options = { now, site, ...(newMedia && { newMedia }) };
  const { allowed, errors } = await allowedPictures(wanted, publication, options);
  const { documents, errors: fileErrors } = await allowedDocuments(exhibition, publication, options);
  return {
    ...allowedImages(pictures, allowed),
    ...{ wanted, allowed, documents },
    errors: [
      ...[...errors, ...fileErrors],
      ...keptPictureErrors(picturesOf(exhibition, { locales }, publication)),
      ...textPictureErrors(inTexts.filter(({ locale }) => locales.includes(locale))),
      ...countErrors(
        [...pictures, ...inTexts].map(({ uploadId }) => uploadId),
        inTexts[0]?.path ?? 'pictures',
      ),
    ],
  };
};
