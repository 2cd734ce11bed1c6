import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnGuide } from '../../../shared/sheet/column-guide.ts';
import { columnNames, findColumn } from '../../../shared/sheet/columns.ts';

const locales = ['az', 'en', 'ru'];

describe('the guide to the columns of a sheet', () => {
  it('tells of every column that is known, and of no other', () => {
    const told = columnGuide(locales, 'en').flatMap(({ names }) => names);
    expect(told.filter((name) => findColumn(name)?.name !== name)).toEqual([]);
    const known = columnNames.flatMap((name) =>
      name.endsWith('<locale>') ? locales.map((locale) => name.replace('<locale>', locale)) : [name],
    );
    expect(told.toSorted()).toEqual(known.toSorted());
  });

  it('gives examples that a sheet may hold', () => {
    for (const { names, example } of columnGuide(locales, 'az'))
      expect(example === '' || findColumn(names[0] ?? '')?.read(example), names.join()).not.toBe(undefined);
  });

  it('is what the guide for people says', () => {
    const guide = readFileSync(new URL('../../../docs/guides/entering-artworks.md', import.meta.url), 'utf8');
    for (const { names, note } of columnGuide(locales, 'en'))
      expect(guide).toContain(`| ${names.map((name) => `\`${name}\``).join(', ')} | ${note} |`);
  });
});
