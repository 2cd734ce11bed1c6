import { localeSchema } from '../model/languages/locale.ts';
import { foldCase } from '../model/text/fold-case.ts';

/** A column of the sheet, and the field of an artwork that it fills. */
export interface Column {
  /** As staff write it: `title.az`. */
  readonly name: string;
  /** Where its value goes in an artwork's content: `translations.az.title`; empty for the file itself. */
  readonly path: string;
  /**
   * The value of a cell that is not empty; `undefined` where it is not valid, and `fault` is the code of the reason.
   */
  readonly read: (text: string) => unknown;
  readonly fault?: 'ambiguousDay' | 'neitherYesNorNo';
  /** Its name in 0.1.0: sheets are other people's files, so it stays readable for good. */
  readonly oldName?: string;
}

const asText = (text: string): string => text;

/** Other text stays as it is: the schema refuses it in its own words. */
const asNumber = (text: string): number | string => (/^\d{1,9}$/.test(text) ? Number(text) : text);

const isoDay = (year = '', month = '', day = ''): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** The order of days with slashes, as the title of a column says it: `consentGrantedOn (d/m/y)`. */
type DayOrder = 'dmy' | 'mdy';

/**
 * A day as ISO 8601. With points the day comes first, as everywhere in Azerbaijan; with slashes or hyphens it may be
 * either, and counts only where the column says so, or one of the two is no month.
 */
const asDay =
  (order?: DayOrder) =>
  (text: string): string | undefined => {
    const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
    if (day) return isoDay(year, month, day);
    const [, first = '', second = '', third] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
    if (!third) return text;
    if (order) return order === 'dmy' ? isoDay(third, second, first) : isoDay(third, first, second);
    if (first === second || Number(first) > 12) return isoDay(third, second, first);
    return Number(second) > 12 ? isoDay(third, first, second) : undefined;
  };

const dayOrders: Readonly<Record<string, DayOrder>> = Object.fromEntries([
  ...['d/m/y', 'dd/mm/yyyy', 'g/a/i', 'gg/aa/iiii', 'д/м/г', 'дд/мм/гггг'].map((said) => [said, 'dmy']),
  ...['m/d/y', 'mm/dd/yyyy', 'a/g/i', 'aa/gg/iiii', 'м/д/г', 'мм/дд/гггг'].map((said) => [said, 'mdy']),
]);

const yes = ['yes', 'true', '1', 'bəli', 'да'];
const no = ['no', 'false', '0', 'xeyr', 'нет'];

const asYesOrNo = (text: string): boolean | undefined => {
  const word = foldCase(text);
  return yes.includes(word) ? true : no.includes(word) ? false : undefined;
};
const neither = 'neitherYesNorNo';

const asWord = (text: string): string => foldCase(text);

const textColumns = ['title', 'description', 'alt'] as const;

/** The names of some columns in 0.1.0. */
const oldTextColumns: Partial<Record<(typeof textColumns)[number], string>> = { alt: 'altText' };

const aDay = { read: asDay(), fault: 'ambiguousDay' } as const;

const columns: readonly Column[] = [
  { name: 'file', path: '', read: asText },
  { name: 'entryNumber', path: 'entryNumber', read: asNumber },
  { name: 'artist', path: 'artist.name', read: asText },
  { name: 'age', path: 'artist.ageAtEntry', read: asNumber },
  { name: 'school', path: 'artist.school', read: asText },
  { name: 'region', path: 'artist.region', read: asText },
  { name: 'isMinor', oldName: 'minor', path: 'artist.isMinor', read: asYesOrNo, fault: neither },
  { name: 'guardian', path: 'artist.consent.guardian', read: asText },
  { name: 'consentGrantedOn', oldName: 'consentGivenOn', path: 'artist.consent.grantedOn', ...aDay },
  { name: 'consentExpiresOn', path: 'artist.consent.expiresOn', ...aDay },
  { name: 'consentImage', path: 'artist.consent.image', read: asYesOrNo, fault: neither },
  { name: 'consentName', path: 'artist.consent.name', read: asWord },
  { name: 'consentSchool', path: 'artist.consent.school', read: asYesOrNo, fault: neither },
  { name: 'consentRegion', path: 'artist.consent.region', read: asYesOrNo, fault: neither },
  { name: 'consentAge', path: 'artist.consent.age', read: asYesOrNo, fault: neither },
  { name: 'medium', path: 'medium', read: asText },
  { name: 'year', path: 'year', read: asNumber },
];

/** The names of all columns, for messages. */
export const columnNames: readonly string[] = columns.flatMap(({ name }) =>
  name === 'entryNumber' ? [name, ...textColumns.map((text) => `${text}.<locale>`)] : [name],
);

/**
 * The column with a title of the first row, ignoring capitals and spaces; `undefined` where there is none. Behind the
 * title of a day's column the order of its days may stand in brackets.
 */
export const findColumn = (title: string): Column | undefined => {
  const whole = foldCase(title.replace(/\s/g, ''));
  const [, wanted = whole, said] = /^(.*?)\(([^()]*)\)$/.exec(whole) ?? [];
  const order = said === undefined ? undefined : dayOrders[said.replaceAll('-', '/')];
  const column = columns.find(({ name, oldName }) => [name, oldName].some((one) => one && foldCase(one) === wanted));
  if (said !== undefined)
    return column?.fault === 'ambiguousDay' && order ? { ...column, read: asDay(order) } : undefined;
  if (column) return column;
  const [text, locale] = wanted.split(/\.(.*)/s);
  const name = textColumns.find((known) => known === text || foldCase(oldTextColumns[known] ?? '') === text);
  if (!name || !localeSchema.safeParse(locale).success) return undefined;
  return { name: `${name}.${locale}`, path: `translations.${locale}.${name}`, read: asText };
};

/** The name of the column that fills a field, or else the field's own. */
export const columnFor = (path: string): string => {
  const [head, locale, text] = path.split('.');
  if (head === 'translations' && locale && text) return `${text}.${locale}`;
  return columns.find((column) => column.path === path)?.name ?? path;
};
