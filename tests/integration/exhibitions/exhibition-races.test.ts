import { setTimeout as pause } from 'node:timers/promises';
import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../support/clients/client.ts';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const isCopy = ({ action, function: name }: AwsCall) => action === 's3:CopyObject' && name.includes('Publisher');

/** Slows the copying of media down, so that something can happen meanwhile. */
const slowly = (times?: number) => cloud.inject({ match: isCopy, respond: 700, ...(times && { times }) });

/** Resolves when the publisher copies media. */
const copying = async (from = cloud.calls.length): Promise<void> => {
  while (!cloud.calls.slice(from).some(isCopy)) await pause(20);
};

const prepared = async (count: number) => {
  const id = await cloud.exhibition();
  const artworks = await cloud.enterMany(id, count);
  await cloud.act(id, 'selection', { artworkIds: artworks });
  return { id, artworks };
};

/** Everything in the showcase that belongs to an exhibition. */
/** What the public side has of an exhibition, besides the note of which act was the last. */
const showcase = async (id: string) =>
  (await cloud.items('ShowcaseTable')).filter((item) => item.includes(id) && !item.includes('"pk":"LAST-ACT"'));

describe('readers of an exhibition of sixty artworks', () => {
  it('see one edition or the next, and nothing of both, while it is published again and again', async () => {
    const { id, artworks } = await prepared(60);
    const editions = [artworks, artworks.slice(10).toReversed(), artworks.slice(0, 35), artworks.toReversed()];
    const change = async (n: number) => {
      const { version } = (await cloud.ask(`/v1/staff/exhibitions/${id}`)).body;
      const translations = { az: { title: `Edition ${n}` }, en: { title: `In English ${n}`, description: 'Text' } };
      await cloud.ask(`/v1/staff/exhibitions/${id}`, { method: 'PATCH', version, body: { translations } });
      await cloud.act(id, 'selection', { artworkIds: editions[n] });
      const { status, body } = await cloud.act(id, 'publish');
      expect(status).toBe(200);
      // Where that took longer than a request may, the answer says what was so until then.
      if (body.status !== 'published') await cloud.published();
      expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.status).toBe('published');
    };
    await change(0);
    let isDone = false;
    const seen = new Set<string>();
    const get = async (path: string): Promise<Answer['body']> => {
      // Past the CDN, which would give what it has kept.
      const response = await cloud.fetch(`${cloud.apiUrl}/v1/exhibitions/${id}${path}`);
      expect(response.status, path).toBe(200);
      return response.json();
    };
    const read = async (locale: string) => {
      while (!isDone) {
        const { title, artworks: shown } = await get(`?locale=${locale}`);
        seen.add(title);
        const edition = editions[Number(title.at(-1))] ?? [];
        expect(shown.map((artwork: { id: string }) => artwork.id)).toEqual(edition);
        await pause(10);
      }
    };
    const readManifest = async () => {
      while (!isDone) {
        const { label, items } = await get('/manifest');
        expect(items).toHaveLength(editions[Number(label.az[0].at(-1))]?.length ?? -1);
        await pause(10);
      }
    };
    // It is part of every edition.
    const readAlone = async () => {
      while (!isDone) {
        expect((await get(`/artworks/${artworks[20]}`)).id).toBe(artworks[20]);
        await pause(10);
      }
    };
    const readers = [read('az'), read('en'), readManifest(), readAlone()];
    try {
      for (let n = 1; n < editions.length; n += 1) await change(n);
    } finally {
      isDone = true;
    }
    await Promise.all(readers);
    expect(seen.size).toBeGreaterThan(2);
    await cloud.published();
    expect(await cloud.shown(id)).toEqual(editions.at(-1));
    // Items of former editions are gone: the exhibition, its artworks, and its places in lists and feeds.
    expect((await showcase(id)).filter((item) => item.includes('"sk":"SHOWN#'))).toHaveLength(60);
  }, 240_000);
});

describe('an exhibition', () => {
  it('is published once, however often its publisher is called', async () => {
    const { id, artworks } = await prepared(3);
    const before = (await cloud.media()).length;
    const publication = cloud.act(id, 'publish');
    for (let n = 0; n < 8; n += 1) cloud.queue('PublisherQueue').send(JSON.stringify({ exhibitionId: id }));
    expect((await publication).status).toBe(200);
    await cloud.published();
    expect(await cloud.shown(id)).toEqual(artworks);
    const media = (await cloud.media()).length - before;
    const { version } = (await cloud.ask(`/v1/staff/exhibitions/${id}`)).body;
    for (let n = 0; n < 4; n += 1) cloud.queue('PublisherQueue').send(JSON.stringify({ exhibitionId: id }));
    await cloud.published();
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.version).toBe(version);
    expect((await cloud.media()).length - before).toBe(media);
  });

  it('that several publish at once is published as a whole, and leaves no media behind', async () => {
    const { id, artworks } = await prepared(3);
    const before = (await cloud.media()).length;
    const answers = await Promise.all(Array.from({ length: 4 }, () => cloud.act(id, 'publish')));
    for (const { status } of answers) expect([200, 412]).toContain(status);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    await cloud.published();
    expect(await cloud.shown(id)).toEqual(artworks);
    expect((await cloud.act(id, 'unpublish')).status).toBe(200);
    await cloud.published();
    expect((await cloud.media()).length).toBe(before);
    // The stream consumer takes it out of search and lists.
    await expect.poll(() => showcase(id), { timeout: 20_000 }).toHaveLength(1 + 1);
  });

  it('that is withdrawn while it is published stays out of public, with every file of it', async () => {
    const { id } = await prepared(3);
    const before = (await cloud.media()).length;
    const remove = slowly(6);
    const begun = copying();
    const publication = cloud.act(id, 'publish');
    await begun;
    const withdrawal = await cloud.act(id, 'unpublish');
    expect(withdrawal).toMatchObject({ status: 200, body: { status: 'selection' } });
    expect(await publication).toMatchObject({ status: 200, body: { status: 'selection', publishedLocales: [] } });
    remove();
    await cloud.published();
    expect(await cloud.shown(id)).toBe(404);
    expect((await cloud.media()).length).toBe(before);
    await expect.poll(() => showcase(id), { timeout: 20_000 }).toEqual([]);
    expect((await cloud.act(id, 'publish')).body.status).toBe('published');
  });

  it('is not changed while it is published, and says when to try again', async () => {
    const { id, artworks } = await prepared(2);
    const remove = slowly(4);
    const begun = copying();
    const publication = cloud.act(id, 'publish');
    await begun;
    const { body: staff } = await cloud.ask(`/v1/staff/exhibitions/${id}`);
    expect(staff.publishing).toEqual({ requestedAt: expect.any(String) });
    const refused = [
      await cloud.act(id, 'selection', { artworkIds: artworks.slice(1) }),
      await cloud.act(id, 'status', { status: 'open' }),
      await cloud.ask(`/v1/staff/exhibitions/${id}`, {
        method: 'PATCH',
        version: staff.version,
        body: { rights: 'http://creativecommons.org/licenses/by/4.0/' },
      }),
    ];
    for (const { status, headers } of refused) expect([status, headers.get('retry-after')]).toEqual([409, '2']);
    remove();
    expect((await publication).status).toBe(200);
    expect(await cloud.shown(id)).toEqual(artworks);
    expect((await cloud.act(id, 'selection', { artworkIds: artworks.slice(1) })).status).toBe(200);
  });

  it('never shows an artwork whose consent is taken back while it is published', async () => {
    const { id, artworks } = await prepared(3);
    const remove = slowly(6);
    const begun = copying();
    const publication = cloud.act(id, 'publish');
    await begun;
    expect((await cloud.changeArtwork(id, artworks[1] ?? '', { artist: { consent: null } })).status).toBe(200);
    const answer = await publication;
    remove();
    // It leaves the selection with its consent, so that the others are published.
    expect(answer.status).toBe(200);
    await cloud.published();
    const rest = [artworks[0], artworks[2]];
    expect(await cloud.shown(id)).toEqual(rest);
    const { body } = await cloud.ask(`/v1/staff/exhibitions/${id}`);
    expect(body.selection.artworkIds).toEqual(rest);
    expect((await showcase(id)).filter((item) => item.includes(artworks[1] ?? '-'))).toEqual([]);
  });

  it('never shows an artwork whose consent was being taken back when it was published', async () => {
    const { id, artworks } = await prepared(2);
    const [, second = ''] = artworks;
    const remove = cloud.inject({
      match: ({ action, body }) =>
        action === 'dynamodb:TransactWriteItems' && JSON.stringify(body).includes('artwork.updated'),
      respond: 1500,
      times: 1,
    });
    const change = cloud.changeArtwork(id, second, { artist: { consent: null } });
    await pause(400);
    const publication = cloud.act(id, 'publish');
    let isDone = false;
    const read = async () => {
      while (!isDone) {
        const shown = await cloud.shown(id);
        // Until the change is made it may be public: afterwards never.
        if (Array.isArray(shown) && shown.includes(second)) expect(isChanged).toBe(false);
      }
    };
    let isChanged = false;
    const reader = read();
    expect((await change).status).toBe(200);
    isChanged = true;
    await publication;
    await cloud.published();
    isDone = true;
    await reader;
    remove();
    const shown = await cloud.shown(id);
    expect(Array.isArray(shown) ? shown : []).not.toContain(second);
  });

  it('loses an artwork that is erased while it is published', async () => {
    const { id, artworks } = await prepared(3);
    const [first = '', ...rest] = artworks;
    const remove = slowly(6);
    const begun = copying();
    const publication = cloud.act(id, 'publish');
    await begun;
    const erasure = await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${first}`, { method: 'DELETE' });
    expect(erasure.body.erased).toBe(true);
    expect((await publication).status).toBe(200);
    remove();
    await cloud.published();
    expect(await cloud.shown(id)).toEqual(rest);
    expect((await showcase(id)).filter((item) => item.includes(first))).toEqual([]);
  });

  it('gives a reader 503, not half of it, where the table is throttled throughout', async () => {
    const { id } = await prepared(2);
    await cloud.act(id, 'publish');
    const remove = cloud.inject({
      match: ({ action, function: name }) => action === 'dynamodb:Query' && name.includes('PublicApi'),
      respond: 'throttle',
    });
    const answer = await cloud.ask(`/v1/exhibitions/${id}`);
    remove();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  });
});
