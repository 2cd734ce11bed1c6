import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Api, OfflineError, RefusedError } from '../../../console/src/api/api.ts';
import type { Edit } from '../../../console/src/entries/edits/edit.ts';
import { editedField } from '../../../console/src/entries/edits/edited-field.ts';
import { refusalOfEdit } from '../../../console/src/entries/edits/refusal-of-edit.ts';
import type { Entry } from '../../../console/src/entries/entry.ts';
import type { ProblemDocument } from '../../../shared/contract/problem.ts';
import { mergePatch } from '../../../shared/model/json/merge-patch.ts';

beforeAll(() => {
  // A database that never opens: what is kept in the browser is not what this is about.
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('IDBRequest', EventTarget);
  vi.stubGlobal('indexedDB', { open: () => new EventTarget() });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const entry = (n: number): Entry =>
  ({ id: `id${n}`, entryNumber: n, version: 1, translations: {}, artist: { name: 'Aysel', isMinor: true } }) as Entry;

const problem = (status: number, errors?: readonly { path: string; message: string }[]): ProblemDocument =>
  ({ status, code: 'test', detail: `refused with ${status}`, ...(errors && { errors }) }) as ProblemDocument;

interface Row {
  readonly artworkId: string;
  readonly version: number;
  readonly patch: object;
}

/** What the API would do with the rows of a request, and what it has been asked for. */
const desk = (count: number, refuse: (row: Row, request: number) => ProblemDocument | undefined = () => undefined) => {
  const stored = new Map(Array.from({ length: count }, (_, n) => [`id${n + 1}`, entry(n + 1)]));
  const shown = new Map(stored);
  const requests: (readonly Row[])[] = [];
  /** What happens while a request is on its way, by its number; `lost` is its answer then. */
  const meanwhile = new Map<number, () => unknown>();
  const call = async (name: string, input: { params: { artworkId: string }; body: { changes: readonly Row[] } }) => {
    if (name === 'getStaffArtwork') return stored.get(input.params.artworkId);
    const number = requests.push(input.body.changes);
    const isLost = (await meanwhile.get(number)?.()) === 'lost';
    const items = input.body.changes.map((row) => {
      const before = stored.get(row.artworkId) as Entry;
      const refused = before.version === row.version ? refuse(row, requests.length) : problem(412);
      if (refused) return { artworkId: row.artworkId, outcome: 'refused', problem: refused };
      const artwork = { ...(mergePatch(before, row.patch) as Entry), version: before.version + 1 };
      stored.set(row.artworkId, artwork);
      return { artworkId: row.artworkId, outcome: 'changed', version: artwork.version, artwork };
    });
    if (isLost) throw new OfflineError('test');
    return { items };
  };
  const list = {
    read: (id: string) => shown.get(id),
    replace: (changed: Entry) => {
      shown.set(changed.id, changed);
    },
  };
  return { stored, shown, requests, meanwhile, list, api: { call } as unknown as Api };
};

/** Not followed by the compiler: tests do not have the types of browsers. */
const madeForBrowsers: string = '../../../console/src/entries/edits/entry-edits.ts';

const editsOf = async ({ api, list }: ReturnType<typeof desk>) => {
  const { EntryEdits } = await import(madeForBrowsers);
  return new EntryEdits(api, { person: 'leyla', exhibitionId: 'exhibition' }, list, () => true);
};

const region = (entries: Iterable<Entry>, value = 'Quba') =>
  [...entries].map((one) => ({ entry: one, values: [{ path: 'artist.region', value }] }));

describe('changes of many entries', () => {
  it('go in requests of a hundred, and how far they are is told', async () => {
    const one = desk(230);
    const edits = await editsOf(one);
    const told: number[] = [];
    expect(await edits.changeAll(region(one.stored.values()), (saved: number) => told.push(saved))).toEqual([]);
    expect(one.requests.map(({ length }) => length)).toEqual([100, 100, 30]);
    expect(told).toEqual([0, 100, 200, 230]);
    expect([...one.shown.values()].every(({ version, artist }) => version === 2 && artist?.region === 'Quba')).toBe(
      true,
    );
    expect(edits.all().size).toBe(0);
  });

  it('go in requests that the API reads, whatever they hold', async () => {
    const one = desk(230);
    const edits = await editsOf(one);
    const text = 'Çəkilib. '.repeat(1_000);
    expect(await edits.changeAll(region(one.stored.values(), text))).toEqual([]);
    const sizes = one.requests.map((changes) => Buffer.byteLength(JSON.stringify({ changes })));
    expect(Math.max(...sizes)).toBeLessThan(1024 * 1024);
    expect(one.requests.map(({ length }) => length)).toEqual([81, 81, 68]);
    expect(one.requests.flat().map(({ artworkId }) => artworkId)).toEqual([...one.stored.keys()]);
    expect(edits.all().size).toBe(0);
  });

  it('leave what is refused to the person, and what time has not reached to the next request', async () => {
    const one = desk(4, ({ artworkId }, request) => {
      if (artworkId === 'id2') return problem(400, [{ path: 'artist.region', message: 'is too long' }]);
      return artworkId === 'id4' && request === 1 ? problem(503) : undefined;
    });
    const edits = await editsOf(one);
    expect(await edits.changeAll(region(one.stored.values()))).toEqual(['id2']);
    expect(one.requests.map((rows) => rows.map(({ artworkId }) => artworkId))).toEqual([
      ['id1', 'id2', 'id3', 'id4'],
      ['id4'],
    ]);
    const [left] = [...edits.all().values()] as [Edit];
    expect(left).toMatchObject({ entryId: 'id2', state: 'refused' });
    expect(refusalOfEdit(left, [], String)).toBe('is too long');
  });

  it('wait where the API does nothing of all, and are sent again by themselves', async () => {
    vi.useFakeTimers();
    try {
      const one = desk(2, (_, request) => (request === 1 ? problem(503) : undefined));
      const edits = await editsOf(one);
      expect(await edits.changeAll(region(one.stored.values()))).toEqual(['id1', 'id2']);
      expect(one.requests).toHaveLength(1);
      expect([...edits.all().values()]).toMatchObject([{ state: 'busy' }, { state: 'busy' }]);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(edits.all().size).toBe(0);
      expect([...one.stored.values()].map(({ artist }) => artist?.region)).toEqual(['Quba', 'Quba']);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ['busy', 429],
    ['busy', 500],
  ])('wait where a request is answered that the API is %s (%i)', async (waitsFor, status) => {
    const one = desk(1);
    one.meanwhile.set(1, () => {
      throw new RefusedError(problem(status));
    });
    const edits = await editsOf(one);
    await edits.changeAll(region(one.stored.values()));
    expect([...edits.all().values()]).toMatchObject([{ state: waitsFor }]);
    edits.close();
  });

  it('count as saved where an entry still waits with another field', async () => {
    const one = desk(2, ({ patch }) => ('medium' in patch ? problem(400, []) : undefined));
    const edits = await editsOf(one);
    const [first] = [...one.stored.values()] as [Entry];
    await edits.change(first, [{ path: 'medium', value: 'Oil' }]);
    expect(await edits.changeAll(region(one.shown.values()))).toEqual([]);
    expect([...edits.all().values()].map(({ path }: Edit) => path)).toEqual(['medium']);
  });

  it('are merged with what others have saved, and ask where it is the same field', async () => {
    const one = desk(3);
    const edits = await editsOf(one);
    const others = (id: string, artist: object) => {
      const before = one.stored.get(id) as Entry;
      one.stored.set(id, { ...before, version: 5, artist: { ...before.artist, ...artist } } as Entry);
    };
    const seen = region(one.stored.values());
    others('id1', { school: '6 nömrəli məktəb' });
    others('id2', { region: 'Şəki' });
    expect(await edits.changeAll(seen)).toEqual(['id2']);
    expect(one.stored.get('id1')).toMatchObject({ version: 6, artist: { school: '6 nömrəli məktəb', region: 'Quba' } });
    const [conflict] = [...edits.all().values()] as [Edit];
    expect(conflict).toMatchObject({ entryId: 'id2', state: 'conflict', theirs: 'Şəki', isOwn: false });
    edits.retryAll([conflict]);
    await vi.waitFor(() => expect(edits.all().size).toBe(0));
    expect(one.stored.get('id2')).toMatchObject({ version: 6, artist: { region: 'Quba' } });
  });
});

describe('a field that is changed again while it is sent', () => {
  const school = (value: string) => [{ path: 'artist.region', value }];
  /** An entry of Quba, of which a change to Şəki is on its way when `again` is called. */
  const changedTwice = async (
    again: string,
    refuse?: Parameters<typeof desk>[1],
    answer?: 'lost',
  ): Promise<{ one: ReturnType<typeof desk>; edits: Awaited<ReturnType<typeof editsOf>> }> => {
    const one = desk(1, refuse);
    const edits = await editsOf(one);
    const [first] = [...one.stored.values()] as [Entry];
    await edits.change(first, school('Quba'));
    let second: Promise<void> | undefined;
    one.meanwhile.set(2, () => {
      second = edits.change(one.shown.get('id1'), school(again));
      return answer;
    });
    await edits.change(one.shown.get('id1'), school('Şəki'));
    await second;
    return { one, edits };
  };
  const region = (entry: Entry | undefined) => entry?.artist?.region;

  it.each(['Quba', 'Gəncə'])('holds the last of them, %s', async (again) => {
    const { one, edits } = await changedTwice(again);
    expect([region(one.stored.get('id1')), region(one.shown.get('id1'))]).toEqual([again, again]);
    expect(edits.all().size).toBe(0);
  });

  it('holds the last of them where the first was refused', async () => {
    const refuse = (row: Row) => (JSON.stringify(row.patch).includes('Şəki') ? problem(400, []) : undefined);
    const { one, edits } = await changedTwice('Gəncə', refuse);
    expect(region(one.stored.get('id1'))).toBe('Gəncə');
    expect(edits.all().size).toBe(0);
  });

  it('is not done with where the answer to the first was lost', async () => {
    const { one, edits } = await changedTwice('Quba', undefined, 'lost');
    expect(region(one.stored.get('id1'))).toBe('Şəki');
    const [left] = [...edits.all().values()] as [Edit];
    expect(left).toMatchObject({ value: 'Quba', state: 'connection' });
    edits.retryAll([left]);
    await vi.waitFor(() => expect(edits.all().size).toBe(0));
    expect(region(one.stored.get('id1'))).toBe('Quba');
    edits.close();
  });

  it('is sent also where its entry was saved by an earlier request of many', async () => {
    const one = desk(101);
    const edits = await editsOf(one);
    let again: Promise<void> | undefined;
    one.meanwhile.set(2, () => {
      again = edits.change(one.shown.get('id1'), school('Şəki'));
    });
    await edits.changeAll([...one.stored.values()].map((entry) => ({ entry, values: school('Quba') })));
    await again;
    expect(region(one.stored.get('id1'))).toBe('Şəki');
    expect(edits.all().size).toBe(0);
  });

  it('is sent also where another field of the entry was refused meanwhile', async () => {
    const one = desk(1, ({ patch }) => ('medium' in patch ? problem(400, []) : undefined));
    const edits = await editsOf(one);
    const [first] = [...one.stored.values()] as [Entry];
    let other: Promise<void> | undefined;
    one.meanwhile.set(1, () => {
      other = edits.change(first, school('Quba'));
    });
    await edits.change(first, [{ path: 'medium', value: 'Oil' }]);
    await other;
    expect(region(one.stored.get('id1'))).toBe('Quba');
    expect([...edits.all().values()].map(({ path, state }: Edit) => [path, state])).toEqual([['medium', 'refused']]);
  });
});

describe('a field that somebody else has changed while the person was writing', () => {
  it('is not replaced without asking', async () => {
    const one = desk(1);
    const edits = await editsOf(one);
    const [first] = [...one.stored.values()] as [Entry];
    const others = { ...first, version: 2, medium: 'Watercolour' } as Entry;
    one.stored.set('id1', others);
    // The list has taken it in before the person has ended.
    one.shown.set('id1', others);
    await edits.change(others, [{ path: 'medium', value: 'Oil', seen: { value: undefined } }]);
    expect(one.requests).toEqual([]);
    expect([...edits.all().values()]).toMatchObject([{ state: 'conflict', theirs: 'Watercolour' }]);
  });
});

describe('what the API has refused of an entry', () => {
  const consent = { name: 'full', grantedOn: '2026-01-01', expiresOn: '2099-01-01' };
  /** A picture whose artist was refused, since the consent names no guardian. */
  const refused = async () => {
    const one = desk(2, ({ patch }) =>
      'artist' in patch && !JSON.stringify(patch).includes('guardian')
        ? problem(400, [{ path: 'artist.consent.guardian', message: 'may not be empty' }])
        : undefined,
    );
    for (const id of one.stored.keys()) {
      const { artist: _, ...picture } = one.stored.get(id) as Entry;
      one.stored.set(id, picture);
      one.shown.set(id, picture);
    }
    const edits = await editsOf(one);
    const values = [
      { path: 'artist.name', value: 'Aysel' },
      { path: 'artist.consent', value: consent },
    ];
    const [first] = [...one.stored.values()] as [Entry];
    await edits.change(first, values);
    expect([...edits.all().values()].map(({ state }: Edit) => state)).toEqual(['refused', 'refused']);
    return { one, edits, first };
  };
  const agreed = { path: 'artist.consent', value: { ...consent, guardian: 'Könül' } };

  it('is sent again with what the person changes of the entry', async () => {
    const { one, edits, first } = await refused();
    await edits.change(first, [agreed]);
    expect(one.requests.slice(1)).toEqual([
      [
        {
          ...{ artworkId: 'id1', version: 1 },
          patch: { artist: { name: 'Aysel', consent: agreed.value, isMinor: true } },
        },
      ],
    ]);
    expect(edits.all().size).toBe(0);
  });

  it('is left where many entries are changed, or another', async () => {
    const { one, edits, first } = await refused();
    await edits.change(one.stored.get('id2'), [{ path: 'medium', value: 'Oil' }]);
    await edits.changeAll([{ entry: first, values: [{ path: 'medium', value: 'Oil' }] }]);
    expect(one.requests.slice(1).map(([row]) => row?.patch)).toEqual([{ medium: 'Oil' }, { medium: 'Oil' }]);
    expect([...edits.all().values()].map(({ path }: Edit) => path)).toEqual(['artist.name', 'artist.consent']);
  });
});

describe('why a field was not saved', () => {
  const edit = (path: string, errors?: readonly { path: string; message: string }[]): Edit =>
    ({ path, error: new RefusedError(problem(400, errors)) }) as Edit;
  const errors = [{ path: 'artist.consent.grantedOn', message: 'lies in the future' }];
  it.each([
    ['artist.consent', errors, [], 'Agreed on: lies in the future'],
    ['artist.school', [{ path: 'artist', message: 'has no name' }], [], 'has no name'],
    ['artist.school', errors, [edit('artist.consent')], 'otherField'],
    ['artist.school', errors, [], undefined],
    ['artist.school', undefined, [edit('artist.consent')], undefined],
  ])('of %s, where %j is said', (path, said, others, expected) => {
    expect(refusalOfEdit(edit(path, said), others, (named) => editedField(named, 'en'))).toBe(expected);
  });
});
