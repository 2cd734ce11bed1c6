import { brotliDecompressSync } from 'node:zlib';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { type Killing, killingOn, momentsIn } from '../../support/cloud/kills.ts';
import { importRequest } from '../../support/entries/import-lines.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ExhibitionCloud;
let killing: Killing;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  killing = killingOn(cloud);
});
afterAll(() => cloud.end());

const engine = () =>
  new DynamoDBClient({
    endpoint: cloud.dynamodb.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });

/** Everything in the desk that belongs to an exhibition, as JSON. */
const partition = async (id: string): Promise<string[]> => {
  const TableName = cloud.dynamodb.tableName('DeskTable');
  const { Items = [] } = await engine().send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :exhibition',
      ExpressionAttributeValues: { ':exhibition': { S: `EXHIBITION#${id}` } },
    }),
  );
  return Items.map(({ sk, doc, listSk }) => {
    const text = doc?.B ? brotliDecompressSync(doc.B).toString() : '';
    return `${sk?.S} ${listSk?.S ?? ''} ${text}`;
  });
};

/** What is left to do of an exhibition, and how many works it shows by its records. */
const left = async (id: string): Promise<{ unfinished: string[]; records: number }> => {
  const all = await partition(id);
  return {
    unfinished: all.filter(
      (item) =>
        /^(ERASURE|MANIFEST-FILE)/.test(item) || item.includes('"publishing"') || /^DUE (?!2099-12-31)/.test(item),
    ),
    records: all.filter((item) => item.startsWith('SHOWN#')).length,
  };
};

const prepared = async (count: number) => {
  const id = await cloud.exhibition();
  const artworks = await cloud.enterMany(id, count);
  await cloud.act(id, 'selection', { artworkIds: artworks });
  return { id, artworks };
};

const erase = (id: string, artworkId: string) =>
  cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`, { method: 'DELETE' });

/** The files of an upload that are kept, public or not; the record of an erasure is no file of it. */
const originals = async (uploadId: string): Promise<string[]> =>
  (await cloud.s3.list(cloud.s3.bucketName('OriginalsBucket'))).filter(
    (key) => key.includes(uploadId) && !key.startsWith('erasures/'),
  );

describe('what was begun ends by itself, whenever its worker was killed', () => {
  it('publishing and withdrawing an exhibition', async () => {
    const { id, artworks } = await prepared(1);
    const publishing = await killing.callsOf('Publisher', () => cloud.act(id, 'publish'));
    const files = (await cloud.media()).length;
    const withdrawing = await killing.callsOf('Publisher', () => cloud.act(id, 'unpublish'));
    expect(await cloud.media()).toEqual([]);
    const moments = [momentsIn(publishing), momentsIn(withdrawing)] as const;
    let kills = 0;
    for (let round = 0; round < Math.max(moments[0].length, moments[1].length); round += 1) {
      // Past its last call it is not killed at all.
      const [n = 999, m = 999] = [moments[0][round], moments[1][round]];
      const published = await killing.killedAt('Publisher', n, () => cloud.act(id, 'publish'));
      if (published.hit) kills += 1;
      const state = `published, killed at ${n}`;
      expect(published.answer, state).toMatchObject({ status: 200, body: { status: 'published' } });
      expect(await cloud.shown(id), state).toEqual(artworks);
      expect(await left(id), state).toEqual({ unfinished: [], records: 1 });
      expect((await cloud.media()).length, state).toBe(files);

      const withdrawn = await killing.killedAt('Publisher', m, () => cloud.act(id, 'unpublish'));
      if (withdrawn.hit) kills += 1;
      expect(withdrawn.answer, `killed at ${m}`).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
      expect(await cloud.shown(id)).toBe(410);
      expect(await left(id), `withdrawn, killed at ${m}`).toEqual({ unfinished: [], records: 0 });
      expect(await cloud.media(), `withdrawn, killed at ${m}`).toEqual([]);
    }
    expect(kills).toBeGreaterThan(8);
  }, 120_000);

  it('erasing an artwork that is public', async () => {
    const spare = 24;
    const before = (await cloud.media()).length;
    const { id, artworks } = await prepared(spare);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const perArtwork = ((await cloud.media()).length - before) / spare;
    const moments = momentsIn(await killing.callsOf('Publisher', () => erase(id, artworks.pop() ?? '')));
    expect(moments.length).toBeGreaterThan(8);
    expect(moments.length).toBeLessThan(spare);
    let kills = 0;
    for (const n of moments) {
      const artworkId = artworks.pop() ?? '';
      const { uploadId } = (await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`)).body;
      const { answer, hit } = await killing.killedAt('Publisher', n, () => erase(id, artworkId));
      if (hit) kills += 1;
      expect(answer, `killed at ${n}`).toMatchObject({ status: 200, body: { artworkId } });
      expect((await left(id)).unfinished, `killed at ${n}`).toEqual([]);
      expect(await originals(uploadId), `killed at ${n}`).toEqual([]);
      expect((await cloud.media()).length, `killed at ${n}`).toBe(before + artworks.length * perArtwork);
      expect(await cloud.shown(id)).toEqual(artworks);
    }
    expect(kills).toBeGreaterThan(8);
    expect((await cloud.act(id, 'unpublish')).status).toBe(200);
  }, 120_000);

  it('whatever the API had begun when it was killed: all of it, or nothing', async () => {
    const before = (await cloud.media()).length;
    const media = async () => (await cloud.media()).length - before;
    const { id, artworks } = await prepared(1);
    const acts = [() => cloud.act(id, 'publish'), () => cloud.act(id, 'unpublish')];
    const moments = [];
    for (const act of acts) moments.push(momentsIn(await killing.callsOf('StaffApi', act)).slice(0, 12));
    for (const [k, act] of acts.entries()) {
      if (k === 1) await cloud.act(id, 'publish');
      for (const n of moments[k] ?? []) {
        await killing.killedAt('StaffApi', n, act);
        const state = `act ${k}, killed at ${n}`;
        expect((await left(id)).unfinished, state).toEqual([]);
        const shown = await cloud.shown(id);
        expect([410, artworks], state).toContainEqual(shown);
        expect((await media()) > 0, state).toBe(shown !== 410);
        // Done again, it says what the first would have said.
        expect((await act()).status, state).toBe(200);
        await cloud.published();
        expect(await cloud.shown(id), state).toEqual(k === 0 ? artworks : 410);
        if (k === 1) expect(await media(), state).toBe(0);
        expect((await cloud.act(id, k === 0 ? 'unpublish' : 'publish')).status).toBe(200);
      }
    }
    await cloud.act(id, 'unpublish');
  }, 120_000);

  it('publishing and withdrawing an event: with its media, or with none', async () => {
    const before = (await cloud.media()).length;
    const media = async () => (await cloud.media()).length - before;
    const id = await cloud.draft(withCover(await cloud.copiedImage()));
    const path = `/v1/events/${id}`;
    const acts = [() => cloud.publish(id), () => cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} })];
    const moments: number[][] = [];
    for (const act of acts) moments.push(momentsIn(await killing.callsOf('StaffApi', act)));
    for (let round = 0; round < Math.max(...moments.map(({ length }) => length)); round += 1) {
      for (const [k, act] of acts.entries()) {
        const n = moments[k]?.[round] ?? 999;
        await killing.killedAt('StaffApi', n, act);
        const { status } = await cloud.ask(path);
        expect(await media(), `act ${k}, killed at ${n}`).toBe(status === 200 ? 6 : 0);
        expect((await act()).status).toBe(200);
        expect((await cloud.ask(path)).status).toBe(k === 0 ? 200 : 410);
        expect(await media(), `act ${k}, done again after ${n}`).toBe(k === 0 ? 6 : 0);
      }
    }
  }, 120_000);

  describe('an import', () => {
    const lineOf = async (word: string) => ({
      ...{ externalId: `killed-${word}`, publishedAt: '2022-11-18', category: 'news' },
      translations: { az: { title: `Arxiv ${word}`, body: 'Mətn' } },
      images: [{ uploadId: await cloud.copiedImage(), alt: { az: 'Rəsm' } }],
    });
    const start = (lines: readonly object[]) => {
      const { path, ...request } = importRequest(lines);
      return cloud.ask(path, request);
    };
    const mediaOf = async () => (await cloud.media()).length;

    it('is a job, or is not there', async () => {
      const [first] = await Promise.all([lineOf('a-0')]);
      for (const n of momentsIn(await killing.callsOf('StaffApi', async () => cloud.job(await start([first]))))) {
        const line = await lineOf(`a-${n + 2}`);
        const before = await mediaOf();
        const { answer } = await killing.killedAt('StaffApi', n, () => start([line]));
        const isPublic = (await cloud.ask(`/v1/events/arxiv-a-${n + 2}`)).status === 200;
        // The worker may have died after the job was made, and before it could say so.
        if (answer.status === 202) expect(isPublic, `killed at ${n}`).toBe(true);
        expect(await mediaOf(), `killed at ${n}`).toBe(before + 6 * Number(isPublic));
        const report = (await cloud.importArchive([line])).body;
        expect(report).toMatchObject({ created: Number(!isPublic), unchanged: Number(isPublic), refused: [] });
      }
    }, 120_000);

    it('is finished by another worker, which reports what the first has made of each line', async () => {
      const moments = momentsIn(
        await killing.callsOf('Publisher', async () => cloud.job(await start([await lineOf('p')]))),
      );
      expect(moments.length).toBeGreaterThan(4);
      for (const [k, n] of moments.entries()) {
        const lines = [await lineOf(`p-${k}-1`), await lineOf(`p-${k}-2`)];
        const before = await mediaOf();
        const { answer, hit } = await killing.killedAt('Publisher', n, () => start(lines));
        expect([answer.status, hit], `killed at ${n}`).toEqual([202, true]);
        const { body } = await cloud.ask(`/v1/staff/jobs/${answer.body.id}`);
        expect(body, `killed at ${n}`).toMatchObject({ state: 'succeeded', done: 2, errors: [] });
        expect(
          body.results.map(({ outcome }: { outcome: string }) => outcome),
          `killed at ${n}`,
        ).toEqual(['created', 'created']);
        expect(await mediaOf(), `killed at ${n}`).toBe(before + 12);
      }
    }, 120_000);
  });

  it('an erasure that is asked for again answers what the first would have: before it ends, and ever after', async () => {
    const before = (await cloud.media()).length;
    const { id, artworks } = await prepared(12);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const [first = ''] = artworks;
    const moments = momentsIn(await killing.callsOf('StaffApi', () => erase(id, first))).slice(0, 10);
    for (const [k, n] of moments.entries()) {
      const artworkId = artworks[k + 1] ?? '';
      await killing.killedAt('StaffApi', n, () => erase(id, artworkId));
      expect((await left(id)).unfinished, `killed at ${n}`).toEqual([]);
      expect(await erase(id, artworkId), `killed at ${n}`).toMatchObject({
        status: 200,
        body: { artworkId, erased: true },
      });
    }
    expect(await erase(id, first)).toMatchObject({ status: 200, body: { artworkId: first, erased: true } });
    expect((await erase(id, id)).status).toBe(404);
    await cloud.act(id, 'unpublish');
    expect((await cloud.media()).length).toBe(before);
  }, 120_000);
});
