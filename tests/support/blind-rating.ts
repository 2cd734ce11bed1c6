import { expect } from 'vitest';
import { member } from './clients/staff-members.ts';
import { exhibitionPath, startExhibitionsInProcess } from './cloud/exhibition-cloud.ts';
import { enterBy, type PlantedEntry, type tellingTexts } from './entries/enter-by.ts';

/** Where a jury has the works of an exhibition. */
export const worksPath = (id: string, rest = '') => `/v1/staff/juries/${id}/works${rest}`;

/** A cloud with everybody whom a blind rating concerns. */
export const startBlindRating = async () => {
  const cloud = await startExhibitionsInProcess();
  const own = await member(cloud, 'aysel', 'contributor');
  const foreign = await member(cloud, 'bahar', 'contributor');
  const editor = await member(cloud, 'leyla', 'editor');
  const admin = await member(cloud, 'rauf', 'admin');
  const juror = await member(cloud, 'nigar', 'juror');
  /** A contributor who is on the jury, too. */
  const both = await member(cloud, 'kamal', 'contributor', 'juror');

  /** A blind rating of so many entries of one contributor, and one of the contributor who is on the jury. */
  const blind = async (count: number, textsOf?: typeof tellingTexts) => {
    const translations = { az: { title: 'Müsabiqə', description: 'Mətn' } };
    const { id } = (
      await editor('/v1/staff/exhibitions', { body: { blindRating: true, opensOn: '2022-11-18', translations } })
    ).body;
    await editor(exhibitionPath(id, '/status'), { body: { status: 'open' } });
    const entries: PlantedEntry[] = [];
    for (let n = 0; n < count; n += 1)
      entries.push(await enterBy(cloud, own, id, `x${String.fromCharCode(97 + n)}x`, textsOf));
    entries.push(await enterBy(cloud, both, id, 'xownx', textsOf));
    for (const name of ['nigar', 'kamal']) {
      expect((await editor(exhibitionPath(id, `/jurors/${name}`), { method: 'PUT', body: {} })).status).toBe(200);
    }
    const closed = await editor(exhibitionPath(id, '/status'), { body: { status: 'selection' } });
    expect(closed).toMatchObject({ status: 200, body: { status: 'selection', rating: {} } });
    return { id, entries };
  };

  const numbersOf = async (id: string, who = editor): Promise<number[]> =>
    (await who(worksPath(id, '?limit=100'))).body.items.map(({ number }: { number: number }) => number);

  return { cloud, own, foreign, editor, admin, juror, both, blind, numbersOf };
};

export type BlindRating = Awaited<ReturnType<typeof startBlindRating>>;
