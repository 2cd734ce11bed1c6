import { type FileEntry, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { XMLParser } from 'fast-xml-parser';
import { columnOf } from '../model/files/column-of.ts';
import type { Language } from '../refusals/language.ts';
import { SheetError } from './sheet-error.ts';
import { saySheet } from './words/say-sheet.ts';
import { workbookDates } from './workbook-dates.ts';
import type { Element } from './workbook-element.ts';

/** Most bytes of a part once unpacked: a sheet of a thousand rows with 30 columns has less than a tenth of it. */
const maxPartBytes = 50 * 1024 * 1024;

/** How far a sheet goes: a row or a cell that is said to be beyond would fill the memory with empty ones. */
const most = { rows: 1_048_576, columns: 16_384, cells: 5_000_000 };

/** A place from 0 that is within a sheet. */
const placed = (place: number, end: number): number => {
  if (!(place >= 0 && place < end)) throw new Error('no place of a sheet');
  return place;
};

const repeated = new Set(['sheet', 'Relationship', 'si', 'r', 't', 'row', 'c', 'xf', 'numFmt']);

const parser = new XMLParser({
  ...{ ignoreAttributes: false, attributeNamePrefix: '@', removeNSPrefix: true },
  ...{ parseTagValue: false, trimValues: false, htmlEntities: true },
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && repeated.has(name),
});

const listOf = (value: unknown): readonly Element[] => (Array.isArray(value) ? value : []);

/** The text of an element: of one without attributes the parser gives nothing else. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('');
  return value && typeof value === 'object' ? textOf((value as Element)['#text'] ?? '') : '';
};

/**
 * A text with the characters that XML cannot hold: Excel writes a carriage return as `_x000D_`, and `_x005F_` before
 * what only looks so (ECMA-376, part 1, 22.9.2.19).
 */
const withCharacters = (text: string): string =>
  text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A string that may be of several runs in letters of their own; how it is read aloud (`rPh`) is no part of it. */
const stringOf = ({ t, r }: Element): string =>
  [t, ...listOf(r).map((run) => run.t)].map((part) => withCharacters(textOf(part))).join('');

type Parts = (path: string) => Promise<Element | undefined>;

const partsOf = async (bytes: Uint8Array): Promise<Parts> => {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const files = new Map(
    entries.flatMap((entry): [string, FileEntry][] => (entry.directory ? [] : [[entry.filename, entry]])),
  );
  return async (path) => {
    const file = files.get(path);
    if (!file) return undefined;
    if (file.uncompressedSize > maxPartBytes) throw new Error('too large');
    const part = await file.getData(new Uint8ArrayWriter(), { useWebWorkers: false });
    return parser.parse(new TextDecoder().decode(part)) as Element;
  };
};

/** The element at a path of names; empty where there is none. */
const at = (element: Element | undefined, ...names: readonly string[]): Element =>
  names.reduce<Element>((found, name) => (found[name] as Element | undefined) ?? {}, element ?? {});

/** The cells of the first sheet of a workbook, as they would stand in a CSV. */
const tableOf = async (part: Parts): Promise<string[][]> => {
  const workbook = at(await part('xl/workbook.xml'), 'workbook');
  const links = listOf(at(await part('xl/_rels/workbook.xml.rels'), 'Relationships').Relationship);
  const sheets = listOf(at(workbook, 'sheets').sheet);
  const shown = sheets.find((sheet) => (sheet['@state'] ?? 'visible') === 'visible') ?? sheets[0];
  const target = String(links.find((link) => link['@Id'] === shown?.['@id'])?.['@Target'] ?? '');
  const sheet = at(await part(target.startsWith('/') ? target.slice(1) : `xl/${target}`), 'worksheet');
  if (!('sheetData' in sheet)) throw new Error('no sheet');
  const strings = listOf(at(await part('xl/sharedStrings.xml'), 'sst').si).map(stringOf);
  const dayOf = workbookDates(at(await part('xl/styles.xml'), 'styleSheet'), at(workbook, 'workbookPr'));
  const textOfCell = (cell: Element): string => {
    const value = textOf(cell.v);
    if (cell['@t'] === 's') return strings[Number(value)] ?? '';
    if (cell['@t'] === 'inlineStr') return stringOf(at(cell, 'is'));
    // A day as text, as other programs than Excel write it (ECMA-376, part 1, 18.18.11).
    if (cell['@t'] === 'd') return /^\d{4}-\d\d-\d\d(?=T|$)/.exec(value)?.[0] ?? value;
    if (cell['@t'] === 'b') return value === '1' ? 'yes' : 'no';
    if (cell['@t'] === 'str' || cell['@t'] === 'e' || value === '') return withCharacters(value);
    return dayOf(value, Number(cell['@s'] ?? 0)) ?? String(Number(value));
  };
  const table: string[][] = [];
  let count = 0;
  for (const row of listOf(at(sheet, 'sheetData').row)) {
    const index = placed(row['@r'] === undefined ? table.length : Number(row['@r']) - 1, most.rows);
    const cells: string[] = [];
    for (const cell of listOf(row.c)) {
      const column = cell['@r'] === undefined ? cells.length : columnOf(String(cell['@r']));
      cells[placed(column, most.columns)] = textOfCell(cell);
    }
    count += cells.length;
    if (count > most.cells) throw new Error('too many cells');
    table[index] = Array.from(cells, (cell) => cell ?? '');
  }
  return Array.from(table, (row) => row ?? []);
};

/** The cells of the first sheet of a workbook (XLSX). Throws `SheetError` where it cannot be read. */
export const readWorkbook = async (bytes: Uint8Array, language: Language): Promise<string[][]> => {
  try {
    return await tableOf(await partsOf(bytes));
  } catch {
    // What the parser says may quote a cell.
    throw new SheetError(`${saySheet(language, 'damagedWorkbook')} ${saySheet(language, 'saveAsCsv')}`);
  }
};
