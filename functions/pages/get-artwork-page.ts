import type { pageRoutes } from '../../shared/contract/pages.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { idSchema } from '../../shared/model/id.ts';
import { movedTo, pageAbsence, requireFound } from '../../shared/public/answers/answer.ts';
import { getArtworkForPage } from '../../shared/public/answers/artwork-for-page.ts';
import { artworkPage } from '../../shared/public/pages/artwork-page.ts';
import { artworkPageUrl, pageUrl } from '../../shared/showcase/store/urls.ts';
import { pagePath } from './page-path.ts';
import { readPageSite } from './read-page-site.ts';
import { redirectLegacyPath, redirectLegacyPathIfKnown } from './redirect-legacy-path.ts';

/** The page of an artwork; other names of its exhibition redirect to it, as they do to the exhibition's own page. */
export const getArtworkPage: Handlers<typeof pageRoutes>['getArtworkPage'] = async (
  { params: { locale, slug, artworkId } },
  { now, rawQuery },
) => {
  const site = await readPageSite(now);
  const path = `${locale}/exhibitions/${slug}/artworks/${artworkId}`;
  const exhibitionPath = pagePath(`${locale}/exhibitions/${slug}`, site.locales);
  if (!exhibitionPath || !idSchema.safeParse(artworkId).success) return redirectLegacyPath(path, rawQuery, now);
  if (!path.startsWith(`${exhibitionPath}/`)) {
    await redirectLegacyPathIfKnown(path, rawQuery, now);
    throw movedTo(pageUrl(`${exhibitionPath}/artworks/${artworkId}`, rawQuery));
  }
  const answer = await getArtworkForPage(slug, artworkId, locale, { site, now });
  if (answer.kind === 'missing') return redirectLegacyPath(path, rawQuery, now);
  const found = requireFound(answer, pageAbsence(`/${path}`), (its, name) => artworkPageUrl(its, name, artworkId));
  if (found.locale !== locale || found.slug !== slug) throw movedTo(found.url);
  return artworkPage(found, site);
};
