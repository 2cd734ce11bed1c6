import { expect, it } from 'vitest';
import { prepareLines } from '../../../shared/publishing/imports/archive-lines.ts';

it('warns of texts whose letters were lost before they came', () => {
  const lines = [
    {
      externalId: '1',
      translations: { az: { title: 'S\ufffdrgi', body: 'Mətn' } },
      images: [{ alt: { az: '\ufffd' } }],
    },
    { externalId: '2', translations: { az: { title: 'Sərgi', body: 'Mətn' } } },
  ].map((line) => JSON.stringify(line));
  const prepared = prepareLines(lines, false).map(({ errors, warnings }) => [errors, warnings]);
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
