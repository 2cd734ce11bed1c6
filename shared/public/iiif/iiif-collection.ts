import type { Collection, IIIFExternalWebResource, InternationalString } from '@iiif/presentation-3';
import type { PublishedExhibition } from '../../model/exhibitions/exhibition-edition.ts';
import type { PublishedImage } from '../../model/files/picture.ts';
import type { Site } from '../../model/site/site.ts';
import { collectionUrl, manifestUrl } from '../../showcase/store/urls.ts';
import { thumbnailOf } from './iiif-image.ts';
import { labelText } from './iiif-labels.ts';
import { inLanguages, languagesOf } from './iiif-language.ts';
import { providerOf } from './iiif-provider.ts';

/** The data of a published exhibition that the collection shows. */
interface CollectedExhibition {
  readonly id: string;
  readonly content: Pick<PublishedExhibition, 'translations'>;
  readonly cover?: PublishedImage | undefined;
}

/** A manifest as a collection refers to it: its content is at its own address only. */
interface ManifestReference {
  readonly id: string;
  readonly type: 'Manifest';
  readonly label: InternationalString;
  readonly thumbnail?: IIIFExternalWebResource[];
}

/** The thumbnail of the collection: that of the newest exhibition that has one. */
const thumbnailOfNewest = (exhibitions: readonly CollectedExhibition[]): Pick<Collection, 'thumbnail'> => {
  const cover = exhibitions.find((exhibition) => exhibition.cover)?.cover;
  return cover ? { thumbnail: thumbnailOf(cover) } : {};
};

/**
 * The published exhibitions, in the order given (newest first), as a IIIF collection of their manifests
 * (https://iiif.io/api/presentation/3.0/#51-collection).
 */
export const exhibitionCollection = (
  exhibitions: readonly CollectedExhibition[],
  site: Site,
): Omit<Collection, 'items'> & { '@context': string; items: ManifestReference[] } => ({
  '@context': 'http://iiif.io/api/presentation/3/context.json',
  id: collectionUrl(),
  type: 'Collection',
  label: inLanguages(
    languagesOf(site.title, site),
    (locale) => `${site.title[locale]}: ${labelText('exhibitions', locale)}`,
  ) ?? { en: [labelText('exhibitions', 'en')] },
  provider: [providerOf(site)],
  ...thumbnailOfNewest(exhibitions),
  items: exhibitions.map(({ id, content: { translations }, cover }) => ({
    id: manifestUrl(id),
    type: 'Manifest',
    label: inLanguages(languagesOf(translations, site), (locale) => translations[locale]?.title) ?? { none: [id] },
    ...(cover && { thumbnail: thumbnailOf(cover) }),
  })),
});
