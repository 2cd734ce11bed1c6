import { client } from './made/client.gen';
import { getEvent, getFeed } from './made/sdk.gen';
import type { FeedCard } from './made/types.gen';

client.setConfig({ baseUrl: process.env.SERGI_URL ?? '' });
const { data } = await getFeed({ query: { locale: 'az', limit: 3 } });
const cards: FeedCard[] = data?.items ?? [];
for (const { title } of cards) console.log(title);
const refused = await getEvent({ path: { idOrSlug: 'no-such-event' } });
console.log(refused.error && 'code' in refused.error ? refused.error.code : 'no refusal');
