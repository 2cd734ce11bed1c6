import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../docs/decisions');

const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');

const list = textOf('README.md');

const files = readdirSync(folder)
  .filter((file) => file !== 'README.md')
  .sort();

const numberOf = (file: string): string => file.slice(0, 4);

const numbers = files.map(numberOf);

/** The later records that a status names. */
const laterRecords = (status: string): string[] => status.match(/\d{4}/g) ?? [];

const headOf = (file: string) => {
  const [, number, title = '', date = '', status = ''] =
    /^# (\d{4}): (.+)\n\nDate: (.+)\nStatus: (.+)\n\n/.exec(textOf(file)) ?? [];
  return { number, title, date, status };
};

const sectionsOf = (file: string): string[] => [...textOf(file).matchAll(/^## (.+)$/gm)].map(([, name = '']) => name);

describe('decision records', () => {
  it('have numbers of their own, without gaps but for those that the list names', () => {
    const unused = (/^Unused numbers: (.+)\.$/m.exec(list)?.[1] ?? '').split(', ');
    const last = Number(numbers.at(-1));
    const expected = Array.from({ length: last }, (_, n) => String(n + 1).padStart(4, '0'));
    expect(last).toBeGreaterThanOrEqual(109);
    expect(numbers).toEqual([...new Set(numbers)]);
    // Work that goes on at the same time has numbers of its own, which the list names before they are used.
    expect(expected.filter((number) => !numbers.includes(number) && !unused.includes(number))).toEqual([]);
  });

  it('are listed in order, each with its file, title and status', () => {
    const rows = [...list.matchAll(/^\| \[(\d{4})\]\((.+?)\) \| (.+) \| (.+) \|$/gm)].map((row) => row.slice(1));
    const records = files.map((file) => {
      const { number, title, status } = headOf(file);
      return [number, file, title, status];
    });
    expect(rows).toEqual(records);
  });

  it.each(files)('%s has a number, a date, a status and every section', (file) => {
    const { number, date, status } = headOf(file);
    expect(file).toMatch(/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.md$/);
    expect(number).toBe(numberOf(file));
    expect(new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10)).toBe(date);
    expect(status).toMatch(/^(accepted|(accepted, amended|superseded) by \d{4}(, \d{4})*( and \d{4})?)$/);
    expect(sectionsOf(file)).toEqual(['Context', 'Decision', 'Consequence']);
  });

  it.each(files)('%s is amended or superseded by later records only, and links to them', (file) => {
    for (const later of laterRecords(headOf(file).status)) {
      expect(numbers).toContain(later);
      expect(Number(later)).toBeGreaterThan(Number(numberOf(file)));
      expect(textOf(file)).toContain(`[${later}](${later}-`);
    }
  });

  it.each(files)('%s links to files that exist', (file) => {
    for (const [, target = ''] of textOf(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g))
      expect(existsSync(join(folder, target)), target).toBe(true);
  });
});
