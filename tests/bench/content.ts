import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as sdk from '@aws-sdk/client-dynamodb';
import type { Cloud } from '@sergi/emulator/cloud.ts';
import { ulid } from 'ulid';
import { otherSlugs } from '../../shared/publishing/editions/card-parts.ts';
import { slugCandidate } from '../../shared/publishing/shared/slug-candidates.ts';
import { cardSummary } from '../../shared/showcase/store/card.ts';
import { feedSortKey } from '../../shared/showcase/store/feed-keys.ts';
import { cardItem } from '../../shared/showcase/store/write.ts';
import { seedSample } from '../../tools/local/sample.ts';
import { smallPictures } from '../support/files/small-pictures.ts';
import { withCover } from '../support/files/with-cover.ts';
import { grainyScan } from './images/scans.ts';
import { staffOf } from './images/staff.ts';

const archive = readFileSync(`${import.meta.dirname}/../acceptance/archive.jsonl`, 'utf8').match(/.+/g) ?? [];
const titles = archive.flatMap((line) => {
  const translations = Object.entries<{ title?: string }>(JSON.parse(line).translations);
  return translations.map(([locale, { title = 'Başlıqsız' }]) => ({
    locale,
    title,
    locales: translations.map(([other]) => other),
  }));
});
const alts = ['Məktəblinin rəsmi: əl-ələ tutmuş uşaqlar günəşin altında', 'The opening', 'Qaliblər foyedə'];
const shape = { width: 3508, height: 4961, widths: [320, 640, 1280, 2560] };
const image = { ...shape, placeholder: '3OcRJYB4d3h/iIeHeEh3eIhw+j3A', color: '#a48c6e' };

/**
 * The card of the nth newest event as it is stored: titles and languages as the ministry's are, a cover for nine of
 * ten.
 */
const card = (category: string, n: number, withSummary: boolean, isDated: boolean) => {
  const { locale = '', title = '', locales = [] } = titles[n % titles.length] ?? {};
  const time = Date.now() - n * 3_600_000;
  const id = ulid(time);
  const slug = slugCandidate(title, { id }, 0);
  return cardItem(`FEED#az#${category}`, feedSortKey(new Date(time).toISOString(), id), {
    // Only cards of 0.1.0 do without the slugs of the other languages: a feed reads those a second time.
    ...otherSlugs(Object.fromEntries(locales.map((other) => [other, slug])), locale),
    ...{ title, locale, slug, category: 'events' },
    ...(isDated && { startsAt: new Date(time).toISOString(), venue: 'Bakı, Nizami küçəsi, 5' }),
    ...(withSummary && { summary: cardSummary(`${title}. `.repeat(9)) }),
    ...(n % 10 !== 9 && { cover: { ...image, media: id.slice(-22), alt: alts[n % 3] ?? '' } }),
  });
};

/** Puts cards into the Azerbaijani feed of a category, and gives their sizes in bytes. */
export const fillFeed = async (
  client: sdk.DynamoDBClient,
  category: string,
  count: number,
  { withSummary, isDated = false }: { withSummary: boolean; isDated?: boolean },
) => {
  const sizes: number[] = [];
  while (sizes.length < count) {
    const items = Array.from({ length: 25 }, (_, n) => card(category, sizes.length + n, withSummary, isDated));
    const RequestItems = { [process.env.SHOWCASE_TABLE ?? '']: items.map((Item) => ({ PutRequest: { Item } })) };
    await client.send(new sdk.BatchWriteItemCommand({ RequestItems }));
    sizes.push(...items.map(itemSize));
  }
  return sizes;
};

// In a request that was seen on its way, bytes are in base64.
const valueSize = ({ S, N, B }: sdk.AttributeValue): number =>
  B ? Buffer.from(String(B), 'base64').length : N ? Math.ceil(N.length / 2) + 1 : S ? Buffer.byteLength(S) : 1;

const itemSize = (item: Readonly<Record<string, sdk.AttributeValue>>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value), 0);

/** Tells what transactions cost, call after call: two units for each kilobyte of the larger of old and new item. */
export const writeMeter = () => {
  const sizes = new Map<string, number>();
  return (calls: Cloud['calls']): { units: number; items: number } => {
    const inputs = calls.map(({ body }) => body as sdk.TransactWriteItemsInput | undefined);
    const items = inputs.flatMap((input) => input?.TransactItems ?? []);
    const units = items.map(({ Put, Delete }) => {
      const { pk, sk } = Put?.Item ?? Delete?.Key ?? {};
      const key = JSON.stringify([pk, sk]);
      const [before, size] = [sizes.get(key) ?? 0, itemSize(Put?.Item ?? {})];
      sizes.set(key, size);
      return 2 * Math.max(1, Math.ceil(Math.max(before, size) / 1024));
    });
    return { units: units.reduce((sum, one) => sum + one, 0), items: items.length };
  };
};

/** What is sent with a request: the version that it changes, and its body. */
type Sent = { version?: number; content?: object };

type Answer = { id: string; translations: { az: { slug: string } } };

/** An event in three languages with a cover, from its creation to its withdrawal; `done` is told after each step. */
export const editEvent = async (cloud: Cloud, folder: string, done: (step: string) => unknown): Promise<void> => {
  await (await seedSample(cloud, folder, smallPictures))?.complete;
  const authorization = `Bearer ${await cloud.token({ groups: ['editor'] })}`;
  const ask = async (step: string, method: string, path: string, { version = 0, content }: Sent = {}) => {
    const headers = { authorization, 'content-type': 'application/json', 'if-match': `"${version}"` };
    const init = { method, headers, ...(content && { body: JSON.stringify(content) }) };
    const response = await fetch(`${cloud.url}/v1/${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    await done(step);
    return (await response.json()) as Answer;
  };
  await ask('sample of npm start', 'GET', 'staff/events?status=published');
  // Of its own: an image of an artwork is governed by the consent to that.
  const { send, settled } = await staffOf(cloud);
  const uploadId = await send(await grainyScan(1240, 1754));
  await settled(uploadId);
  await ask('upload of a cover', 'GET', `staff/uploads/${uploadId}`);
  // Brotli makes hexadecimal digits smaller by half, as it does prose.
  const text = () => ({ title: 'Şagirdlərin rəsmləri', body: randomBytes(1000).toString('hex') });
  const content = { category: 'events', ...withCover(uploadId), translations: { az: text(), en: text(), ru: text() } };
  const { id } = await ask('create', 'POST', 'staff/events', { content });
  await ask('save', 'PATCH', `staff/events/${id}`, { version: 1, content: { place: { name: { az: 'Bakı' } } } });
  const { translations } = await ask('publish three languages, cover', 'POST', `staff/events/${id}/publish`, {
    version: 2,
    content: {},
  });
  await ask('read', 'GET', `events/${translations.az.slug}?locale=az`);
  await ask('withdraw', 'POST', `staff/events/${id}/unpublish`, { version: 3 });
};
