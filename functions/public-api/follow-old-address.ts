import type { publicRoutes } from '../../shared/contract/public.ts';
import { isKeepable, normalizeAddress } from '../../shared/domain/old-address.ts';
import { resolveLocale } from '../../shared/domain/site.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { eventUrl } from '../../shared/showcase/addresses.ts';
import { readAddress, readSlugs } from '../../shared/showcase/read.ts';
import { readPublicSite } from '../../shared/showcase/site.ts';

type PublicHandlers = Handlers<typeof publicRoutes>;

export const followOldAddress: PublicHandlers['followOldAddress'] = ({ params: { path }, query }, { now }) =>
  follow(path, query, now);

/** A path with a variable does not match the root. */
export const followOldRoot: PublicHandlers['followOldRoot'] = ({ query }, { now }) => follow('', query, now);

const follow = async (path: string, query: object, now: Date): Promise<never> => {
  const search = new URLSearchParams(query as Record<string, string>).toString();
  const address = normalizeAddress(`/${encodeURI(path)}${search && `?${search}`}`);
  const id = isKeepable(address) ? await readAddress(address) : undefined;
  const slugs = id ? await readSlugs(id, now) : undefined;
  if (slugs === 'gone') throw new Problem('gone', `What was at /${path} was withdrawn.`);
  const site = await readPublicSite();
  const locale = slugs && resolveLocale(site, site.defaultLocale, Object.keys(slugs));
  const slug = locale && slugs[locale];
  if (!slug) throw new Problem('not-found', `There is nothing at /${path}.`);
  const location = eventUrl(locale, slug);
  throw new Problem('moved', `This is now at ${location}.`, { headers: { location } });
};
