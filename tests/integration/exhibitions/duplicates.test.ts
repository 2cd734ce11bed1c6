import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Role } from '../../../shared/model/staff/role.ts';
import { type StaffProcess, startStaff } from '../../support/cloud/staff-process.ts';
import { plantEntries } from '../../support/entries/planted-entries.ts';

let staff: StaffProcess;
beforeAll(async () => {
  staff = await startStaff(inject('assembly'));
  // The first entry has what earlier releases have stored entered below its pictures. There is nothing yet: what is
  // planted is not for that.
  await staff.call('createArtwork', { params: { id: await exhibition() }, body: '{}' });
});
afterAll(() => staff.stop());

const exhibition = async (): Promise<string> => (await staff.call('createExhibition', { body: '{}' })).body.id;

const duplicates = async (id: string, as: Role = 'editor', by = 'rauf') => {
  const answer = await staff.call('listDuplicates', { params: { id }, as, by });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return { ...answer, items: answer.body.items };
};

/** A fingerprint with its first bits turned. */
const turned = (print: string, bits: number): string => {
  const bytes = Buffer.from(print, 'hex');
  for (let bit = 0; bit < bits; bit += 1) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString('hex');
};

describe('entries that look alike', () => {
  it.each<[string, (n: number) => boolean]>([
    ['as they are written today', () => false],
    ['as version 0.1.0 has written them', () => true],
    ['some so and some so', (n) => n % 3 === 0],
  ])('are found among many, nearest first: %s', async (_, isBare) => {
    const id = await exhibition();
    const prints = Array.from({ length: 240 }, () => randomBytes(32).toString('hex'));
    prints.push(
      turned(prints[7] ?? '', 20),
      turned(prints[230] ?? '', 50),
      prints[8] ?? '',
      turned(prints[9] ?? '', 51),
    );
    const ids = await plantEntries(id, prints, isBare);
    expect((await duplicates(id)).items).toEqual([
      { artworkIds: [ids[8], ids[242]], entryNumbers: [9, 243], distance: 0 },
      { artworkIds: [ids[7], ids[240]], entryNumbers: [8, 241], distance: 20 },
      { artworkIds: [ids[230], ids[241]], entryNumbers: [231, 242], distance: 50 },
    ]);
  });

  it.each([false, true])(
    'are told a contributor where one of them is his own (as version 0.1.0 wrote it: %s)',
    async (isBare) => {
      const id = await exhibition();
      const print = randomBytes(32).toString('hex');
      await plantEntries(id, [print, print], () => isBare);
      expect((await duplicates(id, 'contributor', 'leyla')).items).toHaveLength(1);
      expect((await duplicates(id, 'contributor', 'rauf')).items).toEqual([]);
    },
  );

  it('are the 500 nearest pairs where all are alike, in an answer that can be sent', async () => {
    const id = await exhibition();
    const print = randomBytes(32).toString('hex');
    await plantEntries(
      id,
      Array.from({ length: 600 }, () => print),
    );
    const { items, length } = await duplicates(id);
    expect(items).toHaveLength(500);
    expect(items[0]).toMatchObject({ entryNumbers: [1, 2], distance: 0 });
    expect(length).toBeLessThan(100_000);
  });

  it('are none where entries have no image, or one that is not ready', async () => {
    const id = await exhibition();
    // The last two as version 0.1.0 has left those of images without a fingerprint.
    await plantEntries(id, ['f'.repeat(64), '', ''], (n) => n > 0);
    expect((await staff.call('createArtwork', { params: { id }, body: '{"entryNumber": 9}' })).status).toBe(201);
    expect((await duplicates(id)).items).toEqual([]);
  });

  it('are found by the image that an entry has now', async () => {
    const id = await exhibition();
    const print = randomBytes(32).toString('hex');
    const [, artworkId = ''] = await plantEntries(id, [print, print, print]);
    const change = (body: object, version: number) =>
      staff.call('updateArtwork', { params: { id, artworkId }, body: JSON.stringify(body), version });
    expect((await change({ uploadId: null }, 1)).status).toBe(200);
    expect((await duplicates(id)).items).toEqual([expect.objectContaining({ entryNumbers: [1, 3] })]);
    expect((await change({ entryNumber: 77 }, 2)).status).toBe(200);
    expect((await duplicates(id)).items).toEqual([expect.objectContaining({ entryNumbers: [1, 3] })]);
  });
});
