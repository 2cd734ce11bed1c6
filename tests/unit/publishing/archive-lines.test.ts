import { expect, it, vi } from 'vitest';
import { prepareLines } from '../../../shared/publishing/imports/archive-lines.ts';

const logger = { error: vi.fn(), warn: vi.fn() };

it('warns of texts whose letters were lost before they came', () => {
  const lines = [
    {
      externalId: '1',
      translations: { az: { title: 'S\ufffdrgi', body: 'Mətn' } },
      images: [{ alt: { az: '\ufffd' } }],
    },
    { externalId: '2', translations: { az: { title: 'Sərgi', body: 'Mətn' } } },
  ].map((line) => JSON.stringify(line));
  const prepared = prepareLines(lines, { ignoresCase: false, logger }).map(({ errors, warnings }) => [
    errors,
    warnings,
  ]);
  expect(prepared).toEqual([
    [
      [],
      [
        { path: 'translations.az.title', code: 'lostLetters' },
        { path: 'images.0.alt.az', code: 'lostLetters' },
      ],
    ],
    [[], []],
  ]);
});

it('refuses the one line whose reading fails, and logs why', () => {
  const fault = new Error('a fault of ours');
  const broken = {
    get length(): number {
      throw fault;
    },
  } as string;
  const line = (externalId: string) => JSON.stringify({ externalId, translations: {} });
  const prepared = prepareLines([line('1'), broken, line('3')], { ignoresCase: false, logger });
  expect(prepared.map(({ externalId, errors }) => [externalId, errors])).toEqual([
    ['1', []],
    [undefined, [{ path: 'line', code: 'lineUnreadable' }]],
    ['3', []],
  ]);
  expect(logger.error).toHaveBeenCalledWith(expect.any(String), { error: fault });
});
