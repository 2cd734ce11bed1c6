import type { AddressKind } from '../model/events/event-kind.ts';
import type { Locale } from '../model/languages/locale.ts';
import { pageRoutes } from './pages.ts';
import type { Route } from './route.ts';

/** The segments of a path's template, but for one that takes every path: `['{locale}', 'events', '{slug}']`. */
const templates: readonly { readonly segments: readonly string[]; readonly route: Route }[] = Object.values(pageRoutes)
  .filter(({ path }) => !path.endsWith('+}'))
  .map((route: Route) => ({ segments: route.path.split('/').slice(1), route }));

const fits = (segments: readonly string[], path: readonly string[], locales: readonly Locale[]): boolean =>
  segments.length === path.length &&
  segments.every((segment, at) => {
    const part = path[at]?.toLowerCase() ?? '';
    return segment === '{locale}' ? locales.includes(part) : segment.startsWith('{') || segment === part;
  });

/** The parameters that a route reads of its query. */
const parametersOf = ({ query }: Route): readonly string[] => Object.keys(query?.shape ?? {});

/** The page that a path of the site is to have, by its language and slug. */
interface PagePath {
  readonly kind: AddressKind;
  readonly locale: Locale;
  readonly slug: string;
}

/**
 * Whether an old address (in its normal form) is one that Sergi answers by itself, so that it can never lead to an item
 * of the earlier site: `own` where it always does, or the page that would have to be there. A page with a parameter
 * that it does not know is looked up among old addresses first.
 */
export const ownAddress = (address: string, locales: readonly Locale[]): 'own' | PagePath | undefined => {
  const [pathname = '', query = ''] = address.split(/\?(.*)/s);
  const path = pathname.split('/').slice(1);
  // Sitemaps are asked for by the route of lists.
  if (/^\/sitemap-[^/]+\.xml$/i.test(pathname)) return 'own';
  const match = templates.find(({ segments }) => fits(segments, path, locales));
  if (!match) return undefined;
  const [locale = '', folder = ''] = path;
  const slug = path[match.segments.indexOf('{slug}')];
  if (slug) {
    const kind = path.length === 2 ? 'page' : folder === 'exhibitions' ? 'exhibition' : 'event';
    return { kind, locale: locale.toLowerCase(), slug };
  }
  const isPage = match.route.produces?.startsWith('text/html');
  const known = parametersOf(match.route);
  const isForeign = [...new URLSearchParams(query).keys()].some((name) => !known.includes(name));
  return isPage && isForeign ? undefined : 'own';
};
