import type { pageRoutes } from '../../shared/contract/pages.ts';
import { noteShown } from '../../shared/freshness/answer-facts.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import {
  inAnyCase,
  isStorableLegacyPath,
  legacyAddressOf,
  localeOfLegacyAddress,
} from '../../shared/model/site/legacy-path.ts';
import { resolveLocale } from '../../shared/model/site/site.ts';
import { movedTo } from '../../shared/public/answers/answer.ts';
import { slugsOfSite } from '../../shared/public/answers/find-page.ts';
import { GoneError, NotFoundError } from '../../shared/refusals/application-error.ts';
import { reason } from '../../shared/refusals/reason.ts';
import { editorsPageUrl, eventPageUrl } from '../../shared/showcase/store/page-urls.ts';
import { readLegacyPath } from '../../shared/showcase/store/read.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { pageUrl } from '../../shared/showcase/store/urls.ts';
import { pagePath } from './page-path.ts';

export const getLegacyPath: Handlers<typeof pageRoutes>['getLegacyPath'] = async (
  { params: { path } },
  { now, rawQuery },
) => {
  await redirectLegacyPathIfKnown(path, rawQuery, now);
  // A page with a slash after it.
  const own = pagePath(path, (await readPublicSite()).locales);
  if (own !== undefined && own !== path) throw movedTo(pageUrl(own, rawQuery));
  throw nothingAt(path);
};

const nothingAt = (path: string): NotFoundError => new NotFoundError(reason('pathNotFound', { path: `/${path}` }));

/**
 * Redirects from a path of an earlier site, without its first slash, to the item in the language of the path, or in the
 * site's: throws a 301, or a 404 or 410 where it leads nowhere.
 */
export const redirectLegacyPath = async (path: string, rawQuery: string, now: Date): Promise<never> => {
  await redirectLegacyPathIfKnown(path, rawQuery, now);
  throw nothingAt(path);
};

/** As `redirectLegacyPath`, but does nothing where the path was never known. */
export const redirectLegacyPathIfKnown = async (path: string, rawQuery: string, now: Date): Promise<void> => {
  // As it was sent: API Gateway joins the values of a repeated parameter.
  const address = legacyAddressOf(path, rawQuery);
  const id = (await holderOf(address)) ?? (await holderOf(inAnyCase(address)));
  if (!id) {
    // The next publication may bring it with it.
    noteShown('lists');
    return;
  }
  const site = await readPublicSite();
  const ofEvent = await slugsOfSite(id, { kind: 'event', site, now });
  const slugs = ofEvent ?? (await slugsOfSite(id, { kind: 'page', site, now }));
  if (slugs === 'gone') throw new GoneError(reason('pathGone', { path: `/${path}` }));
  const wanted = localeOfLegacyAddress(address, site.locales) ?? site.defaultLocale;
  const locale = slugs && resolveLocale(site, wanted, Object.keys(slugs));
  const slug = locale && slugs[locale];
  if (slug) throw movedTo((ofEvent ? eventPageUrl : editorsPageUrl)(site, locale, slug));
};

const holderOf = async (address: string): Promise<string | undefined> =>
  isStorableLegacyPath(address) ? readLegacyPath(address) : undefined;
