import type { Element } from './workbook-element.ts';

const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** A format that shows a day or a year, beside what it writes as it stands. */
const showsDay = (code: string): boolean => /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

const dayMs = 86_400_000;

/** Day 0 of a workbook: Excel counts from 1900 with a leap day that never was, or from 1904. */
const epoch = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

/**
 * Tells the day (ISO 8601) of a number that is shown as one, by the number of its style; undefined where it is no day.
 */
export const workbookDates = (
  styles: Element,
  workbook: Element,
): ((value: string, style: number) => string | undefined) => {
  const list = (name: string, child: string): readonly Element[] =>
    ((styles[name] as Element | undefined)?.[child] as readonly Element[] | undefined) ?? [];
  const custom = new Map(
    list('numFmts', 'numFmt').map((format) => [Number(format['@numFmtId']), String(format['@formatCode'])]),
  );
  const isDate = list('cellXfs', 'xf').map((style) => {
    const id = Number(style['@numFmtId'] ?? 0);
    const code = custom.get(id);
    return code === undefined ? isBuiltInDate(id) : showsDay(code);
  });
  const first = ['1', 'true'].includes(String(workbook['@date1904'])) ? epoch[1904] : epoch[1900];
  return (value, style) => {
    if (!isDate[style] || !Number.isFinite(Number(value))) return undefined;
    return new Date(first + Math.floor(Number(value)) * dayMs).toISOString().slice(0, 10);
  };
};
