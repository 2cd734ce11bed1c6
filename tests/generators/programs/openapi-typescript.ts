import createClient from 'openapi-fetch';
import type { components, paths } from './made';

const sergi = createClient<paths>({ baseUrl: process.env.SERGI_URL ?? '' });
const { data } = await sergi.GET('/v1/feed', { params: { query: { locale: 'az', limit: 3 } } });
const cards: components['schemas']['FeedCard'][] = data?.items ?? [];
for (const { title } of cards) console.log(title);
const refused = await sergi.GET('/v1/events/{idOrSlug}', { params: { path: { idOrSlug: 'no-such-event' } } });
console.log(refused.error && 'code' in refused.error ? refused.error.code : 'no refusal');
