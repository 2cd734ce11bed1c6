import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Api } from '../../../console/src/api/api.ts';
import type { Edit } from '../../../console/src/entries/edits/edit.ts';
import type { Entry } from '../../../console/src/entries/entry.ts';
import type { KeptEdit } from '../../../console/src/entries/kept.ts';
import { mergePatch } from '../../../shared/model/json/merge-patch.ts';

/** What the browser keeps: copies, as its database makes them. */
const kept = new Map<string, KeptEdit>();

vi.mock('../../../console/src/entries/kept.ts', () => ({
  keyOf: (...parts: readonly string[]) => parts.join('/'),
  keepEdit: async (edit: KeptEdit) => void kept.set(edit.key, structuredClone(edit)),
  forgetEdit: async (key: string) => void kept.delete(key),
  keptEdits: async () => [...kept.values()].map((edit) => structuredClone(edit)),
}));

beforeAll(() => {
  // Another file of the process may have loaded what keeps nothing.
  vi.resetModules();
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});
beforeEach(() => kept.clear());

const wide = { scope: 'online', grantedOn: '2026-01-01' };
const narrow = { scope: 'hall', grantedOn: '2026-02-01' };

/** An entry that is stored, and what the API does with changes of it. */
const desk = (refusal?: { readonly status: number; readonly code: string; readonly detail: string }) => {
  const state = {
    stored: {
      ...{ id: 'id1', entryNumber: 1, version: 1, translations: {}, updatedBy: 'bahar' },
      ...{ artist: { name: 'Aysel', isMinor: true, region: 'Quba', consent: wide } },
    } as unknown as Entry,
    requests: 0,
  };
  const call = async (name: string, input: { body: { changes: { version: number; patch: object }[] } }) => {
    if (name === 'getStaffArtwork') return state.stored;
    state.requests += 1;
    const [row] = input.body.changes;
    if (refusal || row?.version !== state.stored.version)
      return { items: [{ artworkId: 'id1', problem: refusal ?? { status: 412 } }] };
    state.stored = { ...(mergePatch(state.stored, row.patch) as Entry), version: state.stored.version + 1 };
    return { items: [{ artworkId: 'id1', artwork: state.stored }] };
  };
  return { state, call };
};

/** Not followed by the compiler: tests do not have the types of browsers. */
const madeForBrowsers: string = '../../../console/src/entries/edits/entry-edits.ts';

/** A page that is opened: it has the entry as it is stored by then. */
const opened = async ({ state, call }: ReturnType<typeof desk>) => {
  const { EntryEdits } = await import(madeForBrowsers);
  const list = new Map([['id1', state.stored]]);
  const edits = new EntryEdits(
    { call } as unknown as Api,
    { person: 'leyla', exhibitionId: 'exhibition' },
    { read: (id: string) => list.get(id), replace: (entry: Entry) => void list.set(entry.id, entry) },
    () => true,
  );
  return { edits, all: (): Edit[] => [...edits.all().values()] };
};

/** A change as an earlier version of the console has kept it. */
const keep = (path: string, base: unknown, value: unknown, more: Partial<KeptEdit> = {}): void => {
  const key = `leyla/id1/${path}`;
  const whose = { key, person: 'leyla', exhibitionId: 'exhibition', entryId: 'id1', entryNumber: 1 };
  kept.set(key, { ...whose, path, base, value, writtenAt: '2026-11-29T08:00:00.000Z', ...more });
};

const settled = ({ edits }: Awaited<ReturnType<typeof opened>>) =>
  vi.waitFor(() => {
    for (const { state } of edits.all().values()) expect(state).toMatch(/refused|conflict/);
  });

describe('changes that a page takes up', () => {
  it('are sent where nobody has changed the field', async () => {
    const one = desk();
    keep('artist.region', 'Quba', 'Şəki');
    const page = await opened(one);
    await page.edits.takeUp();
    expect(page.all()).toMatchObject([{ state: 'saving' }]);
    await settled(page);
    expect(one.state.stored.artist?.region).toBe('Şəki');
    expect(kept.size).toBe(0);
  });

  it.each([
    ['artist.region', 'Gəncə', 'Şəki'],
    ['artist.consent', wide, { ...wide, scope: 'everywhere' }],
  ])('ask where somebody has changed %s since', async (path, base, value) => {
    const one = desk();
    one.state.stored = mergePatch(one.state.stored, { artist: { consent: narrow } }) as Entry;
    keep(path, base, value);
    const page = await opened(one);
    await page.edits.takeUp();
    await settled(page);
    expect(one.state.requests).toBe(0);
    const theirs = path === 'artist.region' ? 'Quba' : narrow;
    expect(page.all()).toMatchObject([{ state: 'conflict', theirs, isOwn: false }]);
    expect([...kept.values()]).toMatchObject([{ state: 'conflict', base, value, theirs }]);
  });

  it('still ask when the page is opened again, and take what the person has chosen', async () => {
    const one = desk();
    keep('artist.region', 'Gəncə', 'Şəki', { state: 'conflict', theirs: 'Quba', isOwn: false });
    const page = await opened(one);
    await page.edits.takeUp();
    await settled(page);
    expect(page.all()).toMatchObject([{ state: 'conflict', theirs: 'Quba' }]);
    page.edits.retryAll(page.all());
    await settled(page);
    expect(one.state.stored.artist?.region).toBe('Şəki');
    expect(kept.size).toBe(0);
  });

  it('ask again where the field was changed since the person was asked', async () => {
    const one = desk();
    keep('artist.region', 'Gəncə', 'Şəki', { state: 'conflict', theirs: 'Bakı', isOwn: false });
    const page = await opened(one);
    await page.edits.takeUp();
    page.edits.retryAll(page.all());
    await settled(page);
    expect(page.all()).toMatchObject([{ state: 'conflict', theirs: 'Quba' }]);
    expect(one.state.stored.artist?.region).toBe('Quba');
  });

  it('stay refused, with the reason, until the person sends them again', async () => {
    const one = desk({ status: 400, code: 'test', detail: 'is too long' });
    const page = await opened(one);
    await page.edits.change(one.state.stored, [{ path: 'medium', value: 'Oil' }]);
    expect(one.state.requests).toBe(1);
    const next = await opened(one);
    await next.edits.takeUp();
    await settled(next);
    expect(one.state.requests).toBe(1);
    expect(next.all()).toMatchObject([{ path: 'medium', value: 'Oil', state: 'refused' }]);
    const [left] = next.all() as [Edit];
    const { RefusedError } = await import('../../../console/src/api/api.ts');
    expect(left.error).toBeInstanceOf(RefusedError);
    expect(left.error).toMatchObject({ problem: { detail: 'is too long' } });
  });
});
