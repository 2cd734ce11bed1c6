import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { isWrite, type Killing, killingOn, momentsIn } from '../../support/cloud/kills.ts';

let cloud: ExhibitionCloud;
let killing: Killing;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  killing = killingOn(cloud);
});
afterAll(() => cloud.end());

describe('a change of the languages, whenever its worker was killed', () => {
  const site = () => cloud.ask('/v1/staff/site');
  const change = async (locales: readonly string[]) => {
    const { body, headers } = await site();
    const version = Number(headers.get('etag')?.replaceAll('"', ''));
    return cloud.ask('/v1/staff/site', { method: 'PUT', version, body: { ...body, locales } });
  };
  const isPending = async () => (await site()).headers.get('sergi-rebuild-pending') === 'true';
  /** Whether a published event has a card in a language. */
  const isIn = async (id: string, locale: string): Promise<boolean> =>
    (await cloud.items('ShowcaseTable')).some((item) => item.includes(`FEED#${locale}#*`) && item.includes(`#${id}`));
  const languages = [
    ['az', 'en', 'ru', 'tr'],
    ['az', 'en', 'ru'],
  ] as const;
  let id: string;

  it('is finished by another worker', async () => {
    id = await cloud.draft({ campaign: 'turkish' });
    await cloud.publish(id);
    // One exhibition that is public, and one that was.
    for (const isPublic of [true, false]) {
      const exhibition = await cloud.exhibition();
      await cloud.act(exhibition, 'selection', { artworkIds: await cloud.enterMany(exhibition, 1) });
      expect((await cloud.act(exhibition, 'publish')).status).toBe(200);
      if (!isPublic) expect((await cloud.act(exhibition, 'unpublish')).status).toBe(200);
    }
    await cloud.published();
    const actions = await killing.callsOf('Publisher', async () => cloud.job(await change(languages[0])));
    await cloud.job(await change(languages[1]));
    const moments = momentsIn(actions);
    expect(moments.length).toBeGreaterThan(4);
    for (const [k, n] of moments.entries()) {
      const locales = languages[k % 2] ?? [];
      const { answer, hit } = await killing.killedAt('Publisher', n, () => change(locales));
      const state = `killed at ${n}: ${actions.filter(isWrite)[n]}`;
      expect([answer.status, hit], state).toEqual([202, true]);
      expect((await cloud.ask(`/v1/staff/jobs/${answer.body.id}`)).body, state).toMatchObject({
        state: 'succeeded',
        errors: [],
      });
      expect([await isPending(), await isIn(id, 'tr')], state).toEqual([false, locales.length === 4]);
    }
    if (moments.length % 2) await cloud.job(await change(languages[1]));
  }, 120_000);

  it('is finished or not begun where the API was killed', async () => {
    const actions = await killing.callsOf('StaffApi', async () => cloud.job(await change(languages[0])));
    await cloud.job(await change(languages[1]));
    const written = actions.filter(isWrite).indexOf('dynamodb:TransactWriteItems');
    for (const n of [written, written + 1]) {
      await killing.killedAt('StaffApi', n, () => change(languages[0]));
      const isSaved = (await site()).body.locales.length === 4;
      expect([await isPending(), await isIn(id, 'tr')], `killed at ${n}`).toEqual([false, isSaved]);
      if (isSaved) await cloud.job(await change(languages[1]));
    }
  });

  it('goes on with another message where it takes longer than a worker may', async () => {
    let runs = 0;
    const remove = cloud.inject({
      match: ({ action, function: name }) => {
        if (name.includes('Publisher') && action === 'dynamodb:TransactWriteItems') {
          killing.pass(5 * 60_000);
          runs += 1;
        }
        return false;
      },
      respond: 'error',
    });
    expect(await cloud.job(await change(languages[0]))).toMatchObject({ state: 'succeeded' });
    remove();
    expect([runs > 0, await isIn(id, 'tr')]).toEqual([true, true]);
    await cloud.job(await change(languages[1]));
  });

  it('fails with its reason where every worker dies at the same place, and is finished once somebody has it tried again', async () => {
    const dying = cloud.inject({
      match: ({ action, function: name }) => {
        if (name.includes('Publisher') && action === 'dynamodb:TransactWriteItems') {
          void cloud.crash('PublisherFunction');
          killing.pass(2 * 60_000);
        }
        return false;
      },
      respond: 'error',
    });
    const { body } = await change(languages[0]);
    const job = async () => (await cloud.ask(`/v1/staff/jobs/${body.id}`)).body;
    for (let minutes = 0; (await job()).endedAt === undefined && minutes < 12; minutes += 2) {
      await cloud.published();
      killing.pass(2 * 60_000);
      await cloud.trigger('EveryMinute');
    }
    dying();
    await cloud.published();
    expect(await job()).toMatchObject({ state: 'failed', errors: [{ path: '', code: 'jobGivenUp' }] });
    expect(await isPending()).toBe(true);
    const retry = () => cloud.ask(`/v1/staff/jobs/${body.id}/retry`, { body: {} });
    expect(await cloud.job(await retry())).toMatchObject({ state: 'succeeded', errors: [] });
    expect([await isPending(), await isIn(id, 'tr')]).toEqual([false, true]);
    const audit = (await cloud.ask(`/v1/staff/audit?item=${body.id}`, { as: 'admin' })).body.items;
    expect(audit).toMatchObject([{ action: 'job.retried' }]);
    expect(await retry()).toMatchObject({ status: 409, body: { code: 'jobNotFailed' } });
    await cloud.job(await change(languages[1]));
  });
});
