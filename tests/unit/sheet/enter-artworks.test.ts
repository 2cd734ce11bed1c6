import { describe, expect, it } from 'vitest';
import { enterArtworks } from '../../../shared/sheet/enter-artworks.ts';
import type { EntryTarget } from '../../../shared/sheet/entry-target.ts';
import { fateOf, isLeft } from '../../../shared/sheet/fate-of.ts';
import { artworkOf, type Cells, entriesOf, Refusal, targetOf } from '../../support/sheet-target.ts';

const child: Cells = {
  ...{ file: '', entryNumber: '', 'title.az': 'Gün', artist: 'Aysel Məmmədova', age: '12', isMinor: 'yes' },
  ...{ guardian: 'Rəna Quliyeva', consentGrantedOn: '2024-09-01', consentExpiresOn: '2099-09-01' },
  ...{ consentImage: 'yes', consentName: 'first' },
};

const row = (n: number, change: Cells = {}): Cells => ({ ...child, file: `${n}.jpg`, entryNumber: `${n}`, ...change });

const enter = (target: EntryTarget, rows: readonly Cells[], isUpdate = false) => {
  const told: string[] = [];
  const onProgress = (step: string, done: number, total: number) => told.push(`${step} ${done}/${total}`);
  const options = { language: 'en', isUpdate, today: '2026-06-01', onProgress } as const;
  return enterArtworks(target, entriesOf(rows), options).then((entered) => ({ ...entered, told }));
};

const results = ({ outcomes }: Awaited<ReturnType<typeof enter>>) => outcomes.map(({ result }) => result);

describe('entering the artworks of a sheet', () => {
  it('writes a consent that was taken back before the first file is sent, and says so where sending stops', async () => {
    const { target, stored, asked } = targetOf(entriesOf([row(1)]).map(artworkOf));
    const failing: EntryTarget = {
      ...target,
      startUpload: async (file) => {
        const started = await target.startUpload(file);
        if (file.sha256 !== '3.jpg') return started;
        const send = async () => {
          throw new Error('The token has ended.');
        };
        return { ...started, send };
      },
    };
    const entered = await enter(failing, [row(2), row(3), row(1, { consentImage: 'no' })]);
    expect(entered.failure).toEqual(new Error('The token has ended.'));
    expect(entered.outcomes).toMatchObject([
      { entry: { row: 4 }, result: 'narrowed', differences: [{ column: 'consentImage', isNarrower: true }] },
    ]);
    expect(asked[0]).toBe('change id2');
    expect(stored.get('id2')?.artist?.consent).toMatchObject({ image: false });
  });

  it('knows by the bytes what is there, asks the store for no more of it, and enters the rest', async () => {
    const { target, asked } = targetOf(entriesOf([row(1), row(2)]).map(artworkOf));
    const entered = await enter(target, [row(2), row(1, { 'title.az': 'Dəniz' }), row(3), row(4, { entryNumber: '' })]);
    expect(results(entered)).toEqual(['unchanged', 'differs', 'entered', 'entered']);
    expect(asked).toEqual(['send 3.jpg', 'send 4.jpg', 'create 3.jpg', 'create 4.jpg']);
    expect(entered.told).toEqual(['sent 3/4', 'sent 4/4', 'entered 3/4', 'entered 4/4']);
    const again = await enter(target, [row(2), row(1), row(3), row(4, { entryNumber: '' })]);
    expect(results(again)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
  });

  it('narrows the consent of an artwork whose image is not ready, and then sends the image', async () => {
    const { target, stored, asked } = targetOf(
      entriesOf([row(1)]).map((entry) => ({ ...artworkOf(entry), uploadState: 'awaiting' })),
    );
    expect(results(await enter(target, [row(1, { consentName: 'none' })]))).toEqual(['narrowed']);
    expect(asked).toEqual(['change id2', 'send 1.jpg']);
    expect([...stored.values()]).toMatchObject([{ artist: { consent: { name: 'none' } } }]);
  });

  it.each([
    { isUpdate: true, columns: ['title.az', 'consentImage'], title: 'Dəniz' },
    { isUpdate: false, columns: ['consentImage'], title: 'Gün' },
  ])('says of a row whose image is refused what was written before: %o', async ({ isUpdate, columns, title }) => {
    const { target, stored } = targetOf(
      entriesOf([row(1), row(2)]).map((entry) => ({
        ...{ ...artworkOf(entry), uploadState: 'awaiting' },
        ...(entry.row === 3 && { artistHidden: true }),
      })),
    );
    const awaitReady = async () => {
      throw new Refusal('no image');
    };
    const change = { 'title.az': 'Dəniz', consentImage: 'no' };
    const { outcomes } = await enter({ ...target, awaitReady }, [row(1, change), row(2)], isUpdate);
    expect(outcomes).toMatchObject([
      { result: 'rejected', reason: 'no image', artwork: { id: 'id2', entryNumber: 1 }, isHidden: false },
      { result: 'rejected', reason: 'no image', artwork: { id: 'id3', entryNumber: 2 }, isHidden: true },
    ]);
    expect(outcomes[0]?.differences?.map(({ column }) => column)).toEqual(columns);
    expect(outcomes.some(isLeft)).toBe(false);
    const fates = outcomes.flatMap((one) => one.differences?.map((difference) => fateOf(one, difference)) ?? []);
    expect(fates).toEqual([...(isUpdate ? ['fieldWritten'] : []), 'consentNarrowed']);
    expect(stored.get('id2')).toMatchObject({
      translations: { az: { title } },
      artist: { consent: { image: false } },
    });
  });

  it('enters anew what was rejected or never arrived', async () => {
    const { target, asked } = targetOf(
      entriesOf([row(1)]).map((entry) => ({ ...artworkOf(entry), uploadState: 'rejected' })),
    );
    expect(results(await enter(target, [row(1, { entryNumber: '7' })]))).toEqual(['entered']);
    expect(asked).toEqual(['send 1.jpg', 'create 1.jpg']);
  });
});
