import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { argv } from 'node:process';
import subsetFont from 'subset-font';
import { type FontRange, fontFiles, fontPackages, fontRanges, fontWeights } from '../../shared/contract/fonts.ts';

/** The file of the package that has the characters of a range. */
const sources: Readonly<Record<FontRange, string>> = {
  latin: 'latin',
  azerbaijani: 'latin-ext',
  extended: 'latin-ext',
  cyrillic: 'cyrillic',
};

/** Every character of a range, as CSS writes it. */
const charactersOf = (range: string): string =>
  range
    .split(',')
    .map((part) => {
      const [first = 0, last = first] = part
        .slice(2)
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, n) => first + n));
    })
    .join('');

/** Cuts every file that pages load into the folder that the command names: copyright and licence stay in each. */
const [, , folder = ''] = argv;
const { resolve } = createRequire(import.meta.url);
mkdirSync(folder, { recursive: true });
for (const { family, range, name } of fontFiles) {
  const slug = fontPackages[family];
  const source = resolve(`@fontsource-variable/${slug}/files/${slug}-${sources[range]}-wght-normal.woff2`);
  const options = {
    targetFormat: 'woff2',
    variationAxes: { wght: fontWeights },
    preserveNameIds: [0, 13, 14],
  } as const;
  writeFileSync(join(folder, name), await subsetFont(readFileSync(source), charactersOf(fontRanges[range]), options));
}
