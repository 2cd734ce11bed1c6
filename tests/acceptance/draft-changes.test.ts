import { beforeAll, describe, expect, it } from 'vitest';
import { ask, createDraft, publish } from '../support/clients/client.ts';
import { refusedPaths } from '../support/refused-paths.ts';

describe('a change of a draft', () => {
  let id: string;

  beforeAll(async () => {
    id = (await createDraft({ translations: { az: { title: 'Bir' }, en: { title: 'One' } } })).body.id;
  });

  const change = (body: unknown, ifMatch?: string) =>
    ask(`/v1/staff/events/${id}`, {
      method: 'PATCH',
      as: 'contributor',
      body,
      headers: ifMatch ? { 'if-match': ifMatch } : {},
    });

  it('is refused without the version that was read', async () => {
    const answer = await change({ place: { name: { az: 'x' } } });
    expect(answer.status).toBe(428);
    expect(refusedPaths(answer)).toEqual(['If-Match']);
  });

  it.each(['1', '"1", "2"', 'W/1', '"'])('is refused with what is not one tag: If-Match %s', async (ifMatch) => {
    expect((await change({ place: { name: { az: 'x' } } }, ifMatch)).status).toBe(400);
  });

  it.each(['W/"1"', '"0"', '"x"', '"01"', '""', '"99999999999"'])(
    'finds no version that matches If-Match %s',
    async (ifMatch) => {
      const { status, body } = await change({ place: { name: { az: 'x' } } }, ifMatch);
      expect([status, body.currentVersion]).toEqual([412, 1]);
    },
  );

  it('is meant for any version with If-Match *, and for none that does not exist', async () => {
    const other = (await createDraft({ translations: { az: { title: 'Bir' } } })).body.id;
    const init = {
      method: 'PATCH',
      as: 'contributor',
      body: { place: { name: { az: 'x' } } },
      headers: { 'if-match': '*' },
    } as const;
    expect((await ask(`/v1/staff/events/${other}`, init)).body).toMatchObject({
      version: 2,
      place: { name: { az: 'x' } },
    });
    expect((await ask(`/v1/staff/events/${other}`, init)).body.version).toBe(3);
    expect((await ask('/v1/staff/events/01J00000000000000000000000', init)).status).toBe(404);
  });

  it('removes what is null, keeps what is not named, and refuses a version that is gone', async () => {
    const first = await change(
      { place: { name: { az: 'Bakı' } }, translations: { en: null, az: { summary: 'S' } } },
      '"1"',
    );
    expect(first.status).toBe(200);
    expect(first.body.translations).toEqual({ az: { title: 'Bir', summary: 'S' } });
    const stale = await change({ place: { name: { az: 'Gəncə' } } }, '"1"');
    expect(stale).toMatchObject({ status: 412, body: { currentVersion: 2 } });
    expect(stale.body.updatedBy).toBeTruthy();
    expect(stale.headers.get('etag')).toBe('"2"');
    const { body } = await ask(`/v1/staff/events/${id}`, { as: 'contributor' });
    expect(body).toMatchObject({ place: { name: { az: 'Bakı' } }, version: 2 });
  });

  it('loses to nobody in silence: of ten at once one wins', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => change({ place: { name: { az: `Venue ${n}` } } }, '"2"')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
  });

  it('archives instead of deleting, once', async () => {
    const archive = (version: string) =>
      ask(`/v1/staff/events/${id}`, { method: 'DELETE', as: 'contributor', headers: { 'if-match': version } });
    expect((await ask(`/v1/staff/events/${id}`, { method: 'DELETE', as: 'contributor' })).status).toBe(428);
    expect((await archive('"2"')).status).toBe(412);
    expect(await archive('"3"')).toMatchObject({ status: 200, body: { status: 'archived', version: 4 } });
    expect((await archive('"4"')).status).toBe(409);
    expect((await publish(id)).status).toBe(409);
  });
});
