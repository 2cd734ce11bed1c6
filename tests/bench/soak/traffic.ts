import { hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { grainyScan } from '../images/scans.ts';
import { makeCall } from './client.ts';
import type { Record } from './record.ts';
import type { Server } from './server.ts';

/** An event as its writer knows it. */
export interface Written {
  readonly id: string;
  /** A word that no other event has. */
  readonly word: string;
  readonly startsAt: string | undefined;
  /** The last state that was confirmed; `unsure` where an act has failed, which may have been done all the same. */
  state: 'draft' | 'published' | 'withdrawn' | 'unsure';
  version: number;
  slug?: string;
  uploadId?: string;
  /** The address of a picture of it. */
  media?: string;
}

/** Everything that was written, and the uploads that the store has taken. */
export interface World {
  readonly events: Written[];
  readonly uploads: string[];
  /** Those that were seen to be ready. */
  readonly pictures: string[];
}

export interface Traffic {
  readonly server: Server;
  readonly record: Record;
  readonly world: World;
  isOver(): boolean;
}

let count = 0;

/** Creates an event, publishes it, changes it, withdraws some, as one member of staff does after another. */
export const write = async (traffic: Traffic, lane: number): Promise<void> => {
  const { server, record, world } = traffic;
  // A person may create 2,000 drafts a day.
  const authorization = `Bearer ${await server.token(`writer-${lane}`)}`;
  const staff = (what: string, path: string, body: object, method = 'POST', version?: number) => {
    const headers = { authorization, ...(version !== undefined && { 'if-match': `"${version}"` }) };
    return makeCall(record, what, `${server.url}/v1/staff/${path}`, { method, body, headers });
  };
  for (let n = 0; !traffic.isOver(); n += 1) {
    count += 1;
    const word = `söz${hash('sha1', `${count}`)
      .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')
      .slice(0, 12)}`;
    const startsAt = n % 8 === 0 ? `2031-05-${String((n % 28) + 1).padStart(2, '0')}T10:00:00Z` : undefined;
    const uploadId = n % 4 === 0 ? world.pictures.at(-1 - (n % 3)) : undefined;
    const created = await staff('create', 'events', {
      category: 'events',
      translations: { az: { title: `Tədbir ${word}`, body: 'Yüzə yaxın şagird iştirak edib. '.repeat(10) } },
      ...(startsAt && { showings: [{ startsAt }] }),
      ...(uploadId && { pictures: [{ uploadId, alt: { az: 'Rəsm' } }] }),
    });
    if (!created) {
      await pause(500);
      continue;
    }
    const { id, version } = created.json();
    const event: Written = { id, word, startsAt, state: 'draft', version, ...(uploadId && { uploadId }) };
    world.events.push(event);
    const act = async (what: string, path: string, state: Written['state']): Promise<void> => {
      const done = await staff(what, path, {});
      event.state = done ? state : 'unsure';
      if (!done) return;
      const answer = done.json();
      event.version = answer.version ?? event.version;
      event.slug = answer.translations?.az?.slug ?? event.slug;
    };
    await act('publish', `events/${id}/publish`, 'published');
    if (n % 3 === 0 && event.state === 'published') {
      const changed = await staff('change', `events/${id}`, { category: 'news' }, 'PATCH', event.version);
      if (changed) await act('publish again', `events/${id}/publish`, 'published');
    }
    if (n % 5 === 4 && event.state === 'published') await act('withdraw', `events/${id}/unpublish`, 'withdrawn');
    await pause(200);
  }
};

/** Sends pictures to the store, one every few seconds. */
export const upload = async ({ server, record, world, isOver }: Traffic): Promise<void> => {
  const authorization = `Bearer ${await server.token('uploader')}`;
  for (let n = 0; !isOver(); n += 1) {
    const bytes = await grainyScan(620 + n, 877);
    const body = {
      fileName: 'scan.jpg',
      contentType: 'image/jpeg',
      contentLength: bytes.length,
      sha256: hash('sha256', bytes),
    };
    const signed = await makeCall(record, 'ask for an upload', `${server.url}/v1/staff/uploads`, {
      ...{ method: 'POST', body, headers: { authorization } },
    });
    if (signed) {
      const { uploadId, url, headers } = signed.json();
      const sent = await makeCall(record, 'upload', url, { method: 'PUT', body: new Uint8Array(bytes), headers });
      if (sent) world.uploads.push(uploadId);
    }
    await pause(3000);
    const asked = world.uploads.find((id) => !world.pictures.includes(id));
    const address = `${server.url}/v1/staff/uploads/${asked}`;
    const answer = asked && (await makeCall(record, 'look at an upload', address, { headers: { authorization } }));
    if (answer && answer.json().state === 'ready') world.pictures.push(asked);
  }
};

/**
 * Reads what readers read, again and again: lists, pages, search, the calendar, pictures with the tags that they have.
 */
export const read = async ({ server, record, world, isOver }: Traffic): Promise<void> => {
  const tags = new Map<string, string>();
  const get = async (what: string, path: string, allowed: number[] = []) => {
    const address = path.startsWith('http') ? path : `${server.url}${path}`;
    const tag = tags.get(address);
    const headers: { [name: string]: string } = tag ? { 'if-none-match': tag } : {};
    const answer = await makeCall(record, what, address, { headers, allowed: [304, ...allowed] });
    const given = answer?.headers.get('etag');
    if (given) tags.set(address, given);
    return answer;
  };
  for (let n = 0; !isOver(); n += 1) {
    const event = world.events[(n * 7919) % Math.max(1, world.events.length)];
    await get('feed', '/v1/feed?locale=az');
    if (event?.slug) {
      await get('page', `/az/events/${event.slug}`, [404, 410]);
      const answer = await get('event', `/v1/events/${event.id}`, [404, 410]);
      if (answer?.status === 200) event.media = answer.json().pictures?.[0]?.renditions?.[0]?.url ?? event.media;
      if (event.media && event.state === 'published') await get('picture', event.media, [403, 404]);
      await get('search', `/v1/search?locale=az&q=${encodeURIComponent(event.word)}`);
    }
    if (n % 5 === 0) await get('calendar', '/v1/feed.ics?locale=az');
    if (n % 5 === 1) await get('RSS', '/v1/feed.rss?locale=az');
    await pause(100);
  }
};
