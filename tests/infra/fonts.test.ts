import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeFonts } from '../../infra/bundling/place-fonts.ts';
import { fontFile, fontFiles, fontPackages, fontVersion } from '../../shared/contract/fonts.ts';
import { fontFamilies } from '../../shared/model/site/appearance.ts';

// What subset-font reads and writes WOFF2 with.
const { convert } = createRequire(createRequire(import.meta.url).resolve('subset-font'))('fontverter');

const bundle = mkdtempSync(join(tmpdir(), 'sergi-fonts-'));

beforeAll(() => placeFonts(bundle));

afterAll(() => rmSync(bundle, { recursive: true }));

/**
 * The characters that a font has a glyph for: the segments of its `cmap` of format 4
 * (https://learn.microsoft.com/typography/opentype/spec/cmap).
 */
const charactersIn = async (name: string): Promise<string> => {
  const font: Buffer = await convert(readFileSync(join(bundle, 'fonts', name)), 'sfnt');
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, n) => 12 + 16 * n);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const cmap = font.subarray(font.readUInt32BE(entry + 8));
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, n) => cmap.readUInt32BE(8 + 8 * n));
  const table = cmap.subarray(offsets.find((offset) => cmap.readUInt16BE(offset) === 4));
  const segments = table.readUInt16BE(6) / 2;
  const found = Array.from({ length: segments }, (_, n) => {
    const last = table.readUInt16BE(14 + 2 * n);
    const first = table.readUInt16BE(16 + 2 * (segments + n));
    return Array.from({ length: last - first + 1 }, (_, more) => String.fromCharCode(first + more));
  });
  return found.flat().join('');
};

describe.each(fontFamilies)('%s', (family) => {
  it('is named after the version that is installed', () => {
    const file = createRequire(import.meta.url).resolve(`@fontsource-variable/${fontPackages[family]}/package.json`);
    expect(JSON.parse(readFileSync(file, 'utf8')).version).toBe(fontVersion);
  });

  it('has every letter of Azerbaijani, English and Russian, and the signs that stand among them', async () => {
    const latin = await charactersIn(fontFile(family, 'latin'));
    const azerbaijani = await charactersIn(fontFile(family, 'azerbaijani'));
    const cyrillic = await charactersIn(fontFile(family, 'cyrillic'));
    for (const letter of 'AZazÇçÖöÜü0123456789«»“”„–—…·×©€') expect(latin).toContain(letter);
    for (const letter of 'ƏəĞğIıİiŞş₼') expect(latin + azerbaijani).toContain(letter);
    for (const letter of 'АЯаяЁёІіЇїЄєҐґ№') expect(cyrillic).toContain(letter);
  });
});

it('is light: what a page in Azerbaijani or Russian loads is at most 60 KB', () => {
  const bytesOf = (name: string) => readFileSync(join(bundle, 'fonts', name)).length;
  for (const { family, range, name } of fontFiles) {
    expect(bytesOf(name)).toBeGreaterThan(1_000);
    if (range !== 'latin') expect(bytesOf(name) + bytesOf(fontFile(family, 'latin'))).toBeLessThan(60_000);
  }
});
