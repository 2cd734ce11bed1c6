import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Route } from '../../../shared/contract/route.ts';
import { routesByFunction } from '../../../shared/contract/routes.ts';
import { itemsOf } from '../../fixtures/fixture.ts';
import type { ProductCloud } from '../cloud/product-cloud.ts';
import { sendRequest } from './api-client.ts';

type Item = Readonly<Record<string, AttributeValue>>;

/**
 * What an address answered; signatures of signed addresses and ids of requests, which differ each time, are left out.
 */
export interface Read {
  readonly path: string;
  readonly status: number;
  readonly text: string;
}

/** What can stand in the paths of routes, by what the tables hold. */
const partsOf = (items: readonly Item[]) => {
  const keys = items.map(({ pk, sk }) => [pk?.S?.split('#') ?? [], sk?.S?.split('#') ?? []] as const);
  const pick = (find: (pk: readonly string[], sk: readonly string[]) => string | undefined) => [
    ...new Set(keys.flatMap(([pk, sk]) => find(pk, sk) ?? [])),
  ];
  const artworks = keys.flatMap(([[kind, id = ''], [name, artworkId = '']]) =>
    kind === 'EXHIBITION' && name === 'ARTWORK' ? [{ id, artworkId }] : [],
  );
  const revisions = keys.flatMap(([[kind, id = ''], [name, version]]) =>
    name === 'REVISION' ? [{ id: kind === 'SITE' ? 'site' : id, version: String(Number(version)) }] : [],
  );
  const deliveries = keys.flatMap(([[kind, id = ''], [name, deliveryId = '']]) =>
    kind === 'WEBHOOK' && name === 'DELIVERY' ? [{ id, deliveryId }] : [],
  );
  const works = keys.flatMap(([[kind, id = ''], [name, , number]]) =>
    kind === 'EXHIBITION' && name === 'WORK' ? [{ id, number: String(Number(number)) }] : [],
  );
  return {
    artworks,
    works,
    revisions,
    deliveries,
    events: pick(([kind, id], [name]) => (kind === 'EVENT' && name === 'WORKING' ? id : undefined)),
    exhibitions: pick(([kind, id], [name]) => (kind === 'EXHIBITION' && name === 'WORKING' ? id : undefined)),
    uploads: pick(([kind, id]) => (kind === 'UPLOAD' ? id : undefined)),
    webhooks: pick((_, [name, id]) => (name === 'ENDPOINT' ? id : undefined)),
    eventSlugs: pick(([kind, locale, slug]) => (kind === 'PAGE' ? `${locale}/${slug}` : undefined)),
    exhibitionSlugs: pick(([kind, locale, slug]) => (kind === 'EXHIBITION-SLUG' ? `${locale}/${slug}` : undefined)),
    redirectsFrom: pick(([kind, path]) => (kind === 'ADDRESS' ? path : undefined)),
    sitemapFiles: pick(([kind], [publishedAt, id]) =>
      kind === 'SITEMAP-STARTS' ? `${publishedAt}-${id}.xml` : undefined,
    ),
  };
};

const locales = ['az', 'en', 'ru'];

/** Every path that a route with parameters can be asked at, by what the tables hold. */
const fill = (path: string, parts: ReturnType<typeof partsOf>): string[] => {
  const within = (kind: 'events' | 'exhibitions' | 'uploads' | 'webhooks') => parts[kind];
  const isOf = (kind: string) => path.includes(`/${kind}/`);
  if (path.includes('{idOrSlug}')) {
    const kind = isOf('events') ? 'events' : 'exhibitions';
    const slugs = kind === 'events' ? parts.eventSlugs : parts.exhibitionSlugs;
    if (path.includes('{artworkId}'))
      return parts.artworks.map(({ id, artworkId }) =>
        path.replace('{idOrSlug}', id).replace('{artworkId}', artworkId),
      );
    const named = [...within(kind), ...slugs.map((slug) => slug.split('/')[1] ?? '')];
    return [...new Set(named)].map((one) => path.replace('{idOrSlug}', one));
  }
  if (path.includes('{slug}') && path.includes('{artworkId}')) {
    const pages = fill(path.replace(/\/artworks\/.*/, ''), parts);
    return pages.flatMap((page) => parts.artworks.map(({ artworkId }) => `${page}/artworks/${artworkId}`));
  }
  if (path.includes('{artworkId}'))
    return parts.artworks.map(({ id, artworkId }) => path.replace('{id}', id).replace('{artworkId}', artworkId));
  if (path.includes('{version}'))
    return parts.revisions
      .filter(({ id }) => (id === 'site') === !path.includes('{id}'))
      .map(({ id, version }) => path.replace('{id}', id).replace('{version}', version));
  if (path.includes('{number}'))
    return parts.works.map(({ id, number }) => path.replace('{id}', id).replace('{number}', number));
  if (path.includes('{deliveryId}'))
    return parts.deliveries.map(({ id, deliveryId }) => path.replace('{id}', id).replace('{deliveryId}', deliveryId));
  if (path.includes('{slug}')) {
    const slugs = isOf('events') ? parts.eventSlugs : parts.exhibitionSlugs;
    return slugs.map((slug) =>
      path.replace('{locale}/', `${slug.split('/')[0]}/`).replace('{slug}', slug.split('/')[1] ?? ''),
    );
  }
  if (path.includes('{path+}')) return parts.redirectsFrom;
  if (path.includes('{locale}')) return locales.map((locale) => path.replace('{locale}', locale));
  // The address of a picture that nobody has: each refusal of the store has an id of its own, and so has the picture.
  if (path.includes('{media}')) return [];
  if (path.includes('{file}')) return ['0.xml', ...parts.sitemapFiles].map((file) => path.replace('{file}', file));
  if (path.includes('{id}')) {
    const kinds = (['events', 'exhibitions', 'uploads', 'webhooks'] as const).filter(isOf);
    const ids = isOf('juries') ? within('exhibitions') : kinds.flatMap(within);
    return ids.map((id) => path.replace('{id}', id));
  }
  return [path];
};

/** The queries that lists are asked with, so that they answer with all that there is. */
const queriesOf = (path: string, parts: ReturnType<typeof partsOf>): string[] => {
  if (path.startsWith('/v1/feed')) {
    const scopes = ['', '&category=events', '&category=exhibitions', '&campaign=usaq-gozu', '&translatedOnly=true'];
    return locales.flatMap((locale) => scopes.map((scope) => `?locale=${locale}&limit=100${scope}`));
  }
  if (path === '/v1/search')
    return locales.flatMap((locale) =>
      ['q=sərgi', 'q=event', 'q=событие', 'q=tural&kind=artwork', 'q=sərgi&from=2000-01-01'].map(
        (query) => `?${query}&locale=${locale}`,
      ),
    );
  if (/^\/(v1|\w\w)\/calendar$/.test(path)) return ['', '?month=2022-11', '?month=2098-11'];
  if (/^\/\w\w\/search$/.test(path)) return ['', '?q=sərgi', '?q=tural&kind=artwork'];
  if (path === '/v1/exhibitions') return locales.map((locale) => `?locale=${locale}`);
  if (path === '/v1/staff/audit') return ['', ...[...parts.events, ...parts.exhibitions].map((id) => `?item=${id}`)];
  if (path === '/v1/staff/events')
    return ['draft', 'published', 'archived'].map((status) => `?status=${status}&limit=100`);
  if (path === '/v1/staff/exhibitions')
    return ['draft', 'open', 'selection', 'published', 'withdrawn'].map((status) => `?status=${status}`);
  if (/^\/v1\/(events|exhibitions)\//.test(path) && !path.endsWith('/manifest')) return ['', '?locale=en'];
  return [''];
};

/**
 * Every address that answers something of what the tables of a cloud hold, and `others`, whose secrets are in no table.
 */
export const allAddresses = async (cloud: ProductCloud, others: readonly string[]): Promise<string[]> => {
  const parts = partsOf([...(await itemsOf(cloud, 'DeskTable')), ...(await itemsOf(cloud, 'ShowcaseTable'))]);
  const routes = Object.values<Record<string, Route>>(routesByFunction)
    .flatMap((table) => Object.values(table))
    .filter(({ method, path }) => method === 'GET' && !path.includes('{token}') && path !== '/v1/openapi.json');
  const sitemap = (await sendRequest(`${cloud.apiUrl}/sitemap.xml`, { fetch: cloud.fetch })).body;
  const sitemaps = [...String(sitemap).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
  const paths = [...routes.flatMap(({ path }) => fill(path, parts)), ...sitemaps];
  return [...paths.flatMap((path) => queriesOf(path, parts).map((query) => `${path}${query}`)), ...others];
};

/** How many addresses are asked at the same time. */
const lanes = 6;

/** Asks every one of the addresses, and gives what they answer in their order. */
export const readAll = async (cloud: ProductCloud, paths: readonly string[]): Promise<Read[]> => {
  const reads: Read[] = [];
  const token = await cloud.token({ groups: ['admin'] });
  const left = [...paths.entries()].values();
  const lane = async () => {
    for (const [n, path] of left) {
      // Not by way of the CDN, which adds nothing to what is answered.
      const { status, body } = await sendRequest(`${cloud.apiUrl}${path}`, { token, fetch: cloud.fetch });
      const text = typeof body === 'string' ? body : JSON.stringify(body, undefined, 1);
      reads[n] = { path, status, text: text.replace(/\?X-Amz-[^"\s]*|<RequestId>[^<]*/g, '') };
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return reads;
};
