import { movedTo } from '../../shared/answers/answer.ts';
import type { pageRoutes } from '../../shared/contract/pages.ts';
import { isKeepable, normalizeAddress } from '../../shared/domain/old-address.ts';
import { resolveLocale } from '../../shared/domain/site.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { eventUrl } from '../../shared/showcase/addresses.ts';
import { readAddress, readSlugs } from '../../shared/showcase/read.ts';
import { readPublicSite } from '../../shared/showcase/site.ts';

type PageHandlers = Handlers<typeof pageRoutes>;

export const followOldAddress: PageHandlers['followOldAddress'] = ({ params: { path }, query }, { now }) =>
  follow(path, query, now);

/** A path with a variable does not match the root. */
export const followOldRoot: PageHandlers['followOldRoot'] = ({ query }, { now }) => follow('', query, now);

/** The way from a path of an earlier site, without its first slash: throws a 301, or a 404 or 410 where it leads nowhere. */
export const follow = async (path: string, query: object, now: Date): Promise<never> => {
  const search = new URLSearchParams(query as Record<string, string>).toString();
  const address = normalizeAddress(`/${encodeURI(path)}${search && `?${search}`}`);
  const id = isKeepable(address) ? await readAddress(address) : undefined;
  const slugs = id ? await readSlugs(id, now) : undefined;
  if (slugs === 'gone') throw new Problem('gone', `What was at /${path} was withdrawn.`);
  const site = await readPublicSite();
  const locale = slugs && resolveLocale(site, site.defaultLocale, Object.keys(slugs));
  const slug = locale && slugs[locale];
  if (!slug) throw new Problem('not-found', `There is nothing at /${path}.`);
  throw movedTo(eventUrl(locale, slug));
};
