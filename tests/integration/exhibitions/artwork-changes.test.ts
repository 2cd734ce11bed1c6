import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Artwork } from '../../../shared/model/exhibitions/artwork.ts';
import type { Role } from '../../../shared/model/staff/role.ts';
import { type StaffAnswer, type StaffProcess, startStaff } from '../../support/cloud/staff-process.ts';

let staff: StaffProcess;
beforeAll(async () => {
  staff = await startStaff(inject('assembly'));
});
afterAll(() => staff.stop());

const exhibition = async (): Promise<string> => (await staff.call('createExhibition', { body: '{}' })).body.id;

const child = {
  ...{ name: 'Aysel Hüseynova', ageAtEntry: 9, isMinor: true },
  consent: { guardian: 'Rəna Hüseynova', grantedOn: '2022-01-01', expiresOn: '2099-12-31', image: true, name: 'full' },
};

const enter = async (id: string, by = 'admin', as: Role = 'admin'): Promise<Artwork> => {
  const body = JSON.stringify({ translations: { az: { title: 'Günəş' } }, artist: child });
  const answer = await staff.call('createArtwork', { params: { id }, body, by, as });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};

const change = (id: string, changes: readonly object[], more: object = {}): Promise<StaffAnswer> =>
  staff.call('updateArtworks', { params: { id }, body: JSON.stringify({ changes }), ...more });

const read = async (id: string, artworkId: string): Promise<Artwork> =>
  (await staff.call('getStaffArtwork', { params: { id, artworkId } })).body;

const row = ({ id: artworkId, version }: Pick<Artwork, 'id' | 'version'>, patch: Record<string, unknown>) => ({
  artworkId,
  version,
  patch,
});

describe('changes of many works', () => {
  it('are made each by itself, and those that are refused say why and stop no other', async () => {
    const id = await exhibition();
    const works = [];
    for (let n = 0; n < 6; n += 1) works.push(await enter(id));
    const [first, stale, tooOld, taken, unknown, last] = works as [
      Artwork,
      Artwork,
      Artwork,
      Artwork,
      Artwork,
      Artwork,
    ];
    const strange = '01J1YQ0ZJ5E4N7V3K8W2T6R9XB';
    const { status, body } = await change(
      id,
      [
        row(first, { artist: { school: '6 nömrəli məktəb' } }),
        { ...row(stale, { medium: 'Quaş' }), version: 7 },
        row(tooOld, { artist: { ageAtEntry: 300 } }),
        row(taken, { entryNumber: first.entryNumber }),
        row(unknown, { colour: 'red' }),
        { artworkId: strange, version: 1, patch: { medium: 'Quaş' } },
        row(last, { artist: { consent: { name: 'none' } } }),
      ],
      { headers: { 'accept-language': 'az' } },
    );
    expect(status, JSON.stringify(body)).toBe(200);
    const refused = (artworkId: string, problem: object) => ({ artworkId, outcome: 'refused', problem });
    expect(body.items).toMatchObject([
      {
        ...{ artworkId: first.id, outcome: 'changed', version: 2 },
        artwork: { id: first.id, version: 2, artist: { name: 'Aysel Hüseynova', school: '6 nömrəli məktəb' } },
      },
      refused(stale.id, { status: 412, currentVersion: 1, detail: expect.stringContaining('Hazırkı versiya 1') }),
      refused(tooOld.id, { status: 400, errors: [{ path: 'artist.ageAtEntry', code: 'outOfRange' }] }),
      refused(taken.id, { status: 409, errors: [{ path: 'entryNumber', code: 'entryNumberTaken' }] }),
      refused(unknown.id, { status: 400, errors: [{ path: 'colour', code: 'unknownField' }] }),
      refused(strange, { status: 404, code: 'artworkNotFound' }),
      // Whose texts are searched for the name is not waited for.
      { artworkId: last.id, outcome: 'changed', artwork: { mentionsPending: true } },
    ]);
    const versions = await Promise.all(works.map(async (work) => (await read(id, work.id)).version));
    expect(versions).toEqual([2, 1, 1, 1, 1, 2]);
    const { items } = (await staff.call('listArtworkAuditEntries', { params: { id, artworkId: first.id } })).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(['artwork.updated', 'artwork.entered']);
  });

  it('are made as the caller may: of the works of others a contributor changes none', async () => {
    const id = await exhibition();
    const own = await enter(id, 'leyla', 'contributor');
    const foreign = await enter(id, 'kamal', 'contributor');
    const patch = { medium: 'Quaş' };
    const caller = { by: 'leyla', as: 'contributor' };
    const { items } = (await change(id, [row(foreign, patch), row(own, patch)], caller)).body;
    expect(items).toMatchObject([
      { outcome: 'refused', problem: { status: 403 } },
      { outcome: 'changed', version: 2 },
    ]);
    expect(JSON.stringify(items[0])).not.toContain('kamal');
  });

  it('are a hundred at most, each of another work of an exhibition that there is', async () => {
    const id = await exhibition();
    const first = await enter(id);
    const patch = { artist: { region: 'Quba' } };
    const twice = await change(id, [row(first, patch), row(first, patch)]);
    expect(twice).toMatchObject({ status: 400, body: { errors: [{ path: 'changes', code: 'duplicates' }] } });
    // Most of them are in no exhibition: to be refused each takes its place too.
    const nowhere = Array.from({ length: 100 }, (_, n) =>
      row({ ...first, id: `01J1YQ0ZJ5E4N7V3K8W2T6R${100 + n}` }, patch),
    );
    const many = await change(id, [row(first, patch), ...nowhere]);
    expect(many).toMatchObject({ status: 400, body: { errors: [{ path: 'changes', code: 'tooManyItems' }] } });
    expect((await change(id, [])).status).toBe(400);
    expect((await change('01J1YQ0ZJ5E4N7V3K8W2T6R9XB', [row(first, patch)])).status).toBe(404);
    expect((await read(id, first.id)).version).toBe(1);
    const { items } = (await change(id, [row(first, patch), ...nowhere.slice(1)])).body;
    expect(items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['changed', ...Array(99).fill('refused')]);
  });

  it('that time does not reach are refused untouched', async () => {
    const id = await exhibition();
    const works = [await enter(id), await enter(id)];
    const { changeArtworks } = await import('../../../shared/publishing/exhibitions/change-artworks.ts');
    const actor = {
      by: 'rauf',
      role: 'admin',
      now: new Date(),
      from: '192.0.2.7',
      viewer: undefined,
      logger: console,
    } as const;
    let asked = 0;
    const outcomes = await changeArtworks(
      id,
      works.map((work) => row(work, { medium: 'Quaş' })),
      actor,
      () => {
        asked += 1;
        return asked === 1;
      },
    );
    expect(outcomes).toMatchObject([
      { artworkId: works[0]?.id, changed: { artwork: { medium: 'Quaş' } } },
      { artworkId: works[1]?.id, error: { kind: 'unavailable', code: 'notReachedInTime' } },
    ]);
    expect((await read(id, works[1]?.id ?? '')).version).toBe(1);
  });
});
