import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import {
  child,
  type ExhibitionCloud,
  picture,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
let teacher: AskAs;
/** A contributor who is on the jury, too. */
let both: AskAs;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  teacher = await member(cloud, 'aysel', 'contributor');
  both = await member(cloud, 'kamal', 'contributor', 'juror');
});
afterAll(() => cloud.end());

const path = (id: string, rest = '') => `/v1/staff/exhibitions/${id}${rest}`;

/** Uploads a picture as a member of the staff. */
const uploadBy = async (who: AskAs): Promise<string> => {
  const bytes = await picture();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const request = { fileName: 'aysel.png', contentType: 'image/png', contentLength: bytes.length, sha256 };
  const { uploadId, url, headers } = (await who('/v1/staff/uploads', { body: request })).body;
  await cloud.fetch(url, { method: 'PUT', headers, body: bytes as NonNullable<RequestInit['body']> });
  await cloud.queue('IngestQueue').idle();
  return uploadId;
};

it('a contributor rates no work whose image they have uploaded, whoever has entered it', async () => {
  const id = await cloud.exhibition({ blindRating: true });
  await cloud.act(id, 'status', { status: 'open' });
  for (const uploadId of [await uploadBy(both), await cloud.copiedUpload()]) {
    const body = { uploadId, translations: { az: { title: 'Günəş', alt: 'Günəş' } }, artist: child('Aysel Hüseynova') };
    expect((await teacher(path(id, '/artworks'), { body })).status).toBe(201);
  }
  expect((await cloud.ask(path(id, '/jurors/kamal'), { method: 'PUT', body: {} })).status).toBe(200);
  expect((await cloud.act(id, 'status', { status: 'selection' })).status).toBe(200);
  const works = `/v1/staff/juries/${id}/works`;
  const numbersFor = async (ask: AskAs | typeof cloud.ask): Promise<number[]> =>
    (await ask(works)).body.items.map(({ number }: { number: number }) => number);
  const all = await numbersFor(cloud.ask);
  expect(all).toHaveLength(2);
  const [rated, ...others] = await numbersFor(both);
  expect(others).toEqual([]);
  const hidden = all.find((number) => number !== rated);
  expect((await both(`${works}/${hidden}`)).status).toBe(404);
  for (const [number, status] of [
    [hidden, 404],
    [rated, 200],
  ]) {
    const rating = await both(`${works}/${number}/rating`, { method: 'PUT', body: { score: 7 } });
    expect(rating.status).toBe(status);
  }
  const progress = { rated: 1, total: 1 };
  expect((await cloud.ask(path(id, '/jurors'))).body.items).toEqual([expect.objectContaining(progress)]);
  expect((await both('/v1/staff/juries')).body.items).toEqual([expect.objectContaining({ progress })]);
});
