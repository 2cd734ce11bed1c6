import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { importRequest } from '../../support/entries/import-lines.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProductInProcess();
});
afterAll(() => cloud.end());

describe('a job', () => {
  const asked = () => cloud.ask('/v1/staff/rebuild', { body: {} });

  it('is seen by who has asked for it and by admins, in their language, and for seven days after its end', async () => {
    const answer = await asked();
    const path = answer.headers.get('location') ?? '';
    expect(path).toBe(`/v1/staff/jobs/${answer.body.id}`);
    await cloud.job(answer);
    const admin = await cloud.token({ groups: ['admin'], name: 'another-admin' });
    const read = async (token: string) => {
      const response = await cloud.fetch(`${cloud.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
      return { status: response.status, body: await response.json() };
    };
    expect((await read(admin)).body).toMatchObject({ id: answer.body.id, kind: 'rebuild', state: 'succeeded' });
    const audit = (await cloud.ask(`/v1/staff/audit?item=${answer.body.id}`)).body.items;
    expect(audit).toMatchObject([{ action: 'rebuild.requested' }]);
    const editor = await cloud.token({ groups: ['editor'], name: 'an-editor' });
    expect(await read(editor)).toMatchObject({ status: 404, body: { code: 'jobNotFound' } });
    expect((await cloud.ask('/v1/staff/jobs')).body.items[0]).toMatchObject({ id: answer.body.id });
    expect((await cloud.ask('/v1/staff/jobs', { as: 'editor' })).body.items).toEqual([]);
    cloud.clock.set(7 * 86_400_000 - 60_000);
    expect((await cloud.ask(path)).status).toBe(200);
    cloud.clock.set(7 * 86_400_000 + 60_000);
    expect((await cloud.ask(path)).status).toBe(404);
    expect((await cloud.ask('/v1/staff/jobs')).body.items).toEqual([]);
    cloud.clock.set(0);
  });

  it('that is asked for again while it runs begins anew, and stays one', async () => {
    const slow = cloud.inject({
      match: ({ action, function: name }) => action === 'dynamodb:TransactWriteItems' && name.includes('Publisher'),
      respond: 500,
      times: 1,
    });
    const first = await asked();
    await expect.poll(async () => (await cloud.ask(`/v1/staff/jobs/${first.body.id}`)).body.done).toBeGreaterThan(-1);
    const [second, third] = await Promise.all([asked(), asked()]);
    slow();
    expect([second.body.id, third.body.id]).toEqual([first.body.id, first.body.id]);
    const job = await cloud.job(third);
    expect(job).toMatchObject({ state: 'succeeded', errors: [] });
    expect(job.done).toBe(job.total);
    const ids = (await cloud.ask('/v1/staff/jobs')).body.items.map(({ id }: { id: string }) => id);
    expect(ids.filter((id: string) => id === first.body.id)).toHaveLength(1);
  });

  it('names an item that it cannot read, and goes on with the others', async () => {
    const ids = [await cloud.draft({ campaign: 'unreadable' }), await cloud.draft({ campaign: 'unreadable' })];
    for (const id of ids) await cloud.publish(id);
    const desk = deskTable(cloud);
    const items = await desk.items();
    const edition = items.find(({ pk, sk }) => pk?.S === `EVENT#${ids[0]}` && sk?.S === 'EDITION');
    await desk.put({ ...edition, doc: { B: Buffer.from('nothing that could be read') } });
    const job = await cloud.rebuild();
    expect(job).toMatchObject({
      state: 'succeeded',
      errors: [{ item: ids[0], path: '', code: 'itemUnreadable', message: expect.stringContaining('cannot be read') }],
    });
    expect(job.done).toBe(job.total);
    const answer = await cloud.fetch(`${cloud.url}/v1/staff/jobs/${job.id}`, {
      headers: { authorization: `Bearer ${await cloud.token({ groups: ['admin'] })}`, 'accept-language': 'ru' },
    });
    expect(JSON.stringify(await answer.json())).toContain('не удаётся прочитать');
    await desk.put(edition ?? {});
  });

  it('imports lines of an archive, says what became of each, and keeps nothing of them', async () => {
    const line = (n: number, over: object = {}) =>
      JSON.stringify({
        ...{ externalId: `job-${n}`, publishedAt: '2022-11-18', category: 'news', campaign: 'job' },
        translations: { az: { title: `İş ${n}`, body: 'Mətn' } },
        ...over,
      });
    const lines = [
      ...Array.from({ length: 30 }, (_, n) => line(n)),
      line(30, { category: 'nowhere' }),
      // Asks for what a line of an earlier step has.
      line(0),
      '{',
    ];
    const { path, ...request } = importRequest(lines);
    const send = async () => cloud.job(await cloud.ask(path, request));
    const outcomes = ({ results }: { results: { outcome: string }[] }) =>
      Object.entries(Object.groupBy(results, ({ outcome }) => outcome)).map(([name, all]) => [name, all?.length]);
    const dry = await cloud.importArchive(lines, '?dryRun=true');
    expect([dry.status, dry.body.created, dry.body.refused.length]).toEqual([200, 30, 3]);
    expect((await cloud.ask('/v1/feed?campaign=job')).status).toBe(404);
    const job = await send();
    expect(job).toMatchObject({ kind: 'import', state: 'succeeded', done: 33, total: 33 });
    const audit = (await cloud.ask(`/v1/staff/audit?item=${job.id}`)).body.items;
    expect(audit).toMatchObject([{ action: 'import.requested' }]);
    expect(outcomes(job)).toEqual([
      ['created', 30],
      ['refused', 3],
    ]);
    expect(job.results[31]).toMatchObject({ item: 'job-0', line: 32, errors: [{ path: 'externalId' }] });
    expect(job.errors.map(({ item, path }: { item: string; path: string }) => [item, path])).toEqual([
      ['job-30', 'category'],
      ['job-0', 'externalId'],
      ['33', 'line'],
    ]);
    expect(outcomes(await send())).toEqual([
      ['unchanged', 30],
      ['refused', 3],
    ]);
    await cloud.queue('PublisherQueue').idle();
    const left = (await deskTable(cloud).items()).filter(({ sk }) => sk?.S?.startsWith('INPUT#'));
    expect(left).toEqual([]);
    const listed = (await cloud.ask('/v1/staff/jobs')).body.items.find(({ id }: { id: string }) => id === job.id);
    expect(listed).toMatchObject({ kind: 'import', done: 33 });
    expect(listed).not.toHaveProperty('results');
  });
});
