import type { publicRoutes } from '../../shared/contract/public.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import type { ManifestFile } from '../../shared/model/exhibitions/exhibition-edition.ts';
import { exhibitionAbsence, requireFound } from '../../shared/public/answers/answer.ts';
import { findExhibition } from '../../shared/public/answers/find-exhibition.ts';
import { exhibitionCollection } from '../../shared/public/iiif/iiif-collection.ts';
import { exhibitionManifest } from '../../shared/public/iiif/iiif-manifest.ts';
import { ApplicationError, NotFoundError, UnavailableError } from '../../shared/refusals/application-error.ts';
import { reason } from '../../shared/refusals/reason.ts';
import { isPictureVisibleAt } from '../../shared/showcase/store/card.ts';
import {
  readExhibitionWithArtworks,
  readPublicExhibition,
  readPublicExhibitionsPage,
} from '../../shared/showcase/store/read-exhibition.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { imageInfoUrl, manifestFileUrl, manifestUrl } from '../../shared/showcase/store/urls.ts';

type PublicHandlers = Handlers<typeof publicRoutes>;

/** Most exhibitions that the collection lists: the newest. */
const listed = 100;

export const getManifest: PublicHandlers['getManifest'] = async ({ params }, { now }) => {
  const site = await readPublicSite();
  const absence = exhibitionAbsence(params.idOrSlug);
  const urlOf = (_: string, slug: string) => manifestUrl(slug);
  const { exhibition } = requireFound(await findExhibition(params.idOrSlug, undefined, site, now), absence, urlOf);
  if (exhibition.manifest) throw manifestElsewhere(exhibition.manifest, now);
  const whole = await readExhibitionWithArtworks(exhibition, now);
  if (!whole || whole === 'gone') return requireFound({ kind: 'gone' }, absence, urlOf);
  // A large edition was published meanwhile.
  if (whole.exhibition.manifest) throw manifestElsewhere(whole.exhibition.manifest, now);
  // A manifest has a canvas at least (https://iiif.io/api/presentation/3.0/#52-manifest).
  if (whole.artworks.length === 0) throw new NotFoundError(reason('manifestWithoutArtworks'));
  return { body: exhibitionManifest(whole.exhibition, whole.artworks, site) };
};

/**
 * Redirects to a manifest that is a file; where consent no longer covers its content, asks the caller to come back when
 * it has been replaced.
 */
const manifestElsewhere = ({ media, until }: ManifestFile, now: Date): ApplicationError => {
  if (media === undefined || (until !== undefined && until <= now.toISOString())) {
    return new UnavailableError(reason('manifestInProgress'), 10);
  }
  const location = manifestFileUrl(media);
  return new ApplicationError('is-file', reason('isFileAt', { location }), { headers: { location } });
};

export const getImageService: PublicHandlers['getImageService'] = async ({ params: { media } }) => {
  const location = imageInfoUrl(media);
  throw new ApplicationError('described-elsewhere', reason('describedAt', { location }), { headers: { location } });
};

export const getCollection: PublicHandlers['getCollection'] = async (_input, { now }) => {
  const site = await readPublicSite();
  const { items: entries } = await readPublicExhibitionsPage(site.defaultLocale, listed, undefined, now);
  const exhibitions = await Promise.all(
    entries.map(async ({ sortKey, card: { cover } }) => {
      const exhibition = await readPublicExhibition(sortKey.split('#')[1] ?? '', now);
      if (exhibition === undefined || exhibition === 'gone' || exhibition.count === 0) return [];
      // Not that of the exhibition itself, which may be gone by now.
      return [{ ...exhibition, cover: cover && isPictureVisibleAt(cover, now) ? cover : undefined }];
    }),
  );
  return { body: exhibitionCollection(exhibitions.flat(), site) };
};
