import type { publicRoutes } from '../../shared/contract/public.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { exhibitionAbsence, requireFound } from '../../shared/public/answers/answer.ts';
import { getPublicArtwork, getPublicArtworks, getPublicExhibition } from '../../shared/public/answers/exhibition.ts';
import { NotFoundError } from '../../shared/refusals/application-error.ts';
import { reason } from '../../shared/refusals/reason.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { artworksUrl, artworkUrl, exhibitionAnswerUrl } from '../../shared/showcase/store/urls.ts';
import { requireLocale } from './require-locale.ts';

type PublicHandlers = Handlers<typeof publicRoutes>;

export const getExhibition: PublicHandlers['getExhibition'] = async ({ params, query }, { now }) => {
  const site = await readPublicSite();
  const wanted = requireLocale(query.locale, site);
  const { idOrSlug } = params;
  const answer = await getPublicExhibition({ idOrSlug, wanted, site, now });
  const body = requireFound(answer, exhibitionAbsence(idOrSlug), exhibitionAnswerUrl);
  return { body, headers: { 'content-language': body.locale } };
};

export const listArtworks: PublicHandlers['listArtworks'] = async ({ params, query }, { now }) => {
  const site = await readPublicSite();
  const { limit, cursor } = query;
  const wanted = requireLocale(query.locale, site);
  const { idOrSlug } = params;
  const answer = await getPublicArtworks({ idOrSlug, wanted, site, now }, limit, cursor);
  const { locale, ...body } = requireFound(answer, exhibitionAbsence(idOrSlug), artworksUrl);
  return { body, headers: { 'content-language': locale } };
};

export const getArtwork: PublicHandlers['getArtwork'] = async ({ params, query }, { now }) => {
  const site = await readPublicSite();
  const wanted = requireLocale(query.locale, site);
  const { idOrSlug, artworkId } = params;
  const answer = await getPublicArtwork({ idOrSlug, wanted, site, now }, artworkId);
  const body = requireFound(answer, exhibitionAbsence(idOrSlug), (locale, slug) => artworkUrl(locale, slug, artworkId));
  if (!body) throw new NotFoundError(reason('artworkNotFound', { id: artworkId, exhibitionId: idOrSlug }));
  return { body, headers: { 'content-language': body.locale } };
};
