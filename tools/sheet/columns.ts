import { localeSchema } from '../../shared/model/locale.ts';
import { say } from '../command-words.ts';

/** A column of the sheet, and the field of an artwork that it fills. */
export interface Column {
  /** As staff write it: `title.az`. */
  readonly name: string;
  /** Where its value goes in an artwork's content: `translations.az.title`; empty for the file itself. */
  readonly path: string;
  /** The value of a cell that is not empty; `undefined` where it is not valid, and `fault` says why. */
  readonly read: (text: string) => unknown;
  readonly fault?: string;
  /** Its name in 0.1.0: sheets are other people's files, so it stays readable for good. */
  readonly oldName?: string;
}

const asText = (text: string): string => text;

/** Other text stays as it is: the schema refuses it in its own words. */
const asNumber = (text: string): number | string => (/^\d{1,9}$/.test(text) ? Number(text) : text);

const asDay = (text: string): string =>
  text.replace(
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/,
    (_all, day, month, year) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );

const yes = ['yes', 'true', '1', 'bəli', 'да'];
const no = ['no', 'false', '0', 'xeyr', 'нет'];

const asYesOrNo = (text: string): boolean | undefined => {
  // On any keyboard, the capital I of "BƏLI" counts as the `i` of "bəli".
  const word = text.toLocaleLowerCase('az').replaceAll('ı', 'i');
  return yes.includes(word) ? true : no.includes(word) ? false : undefined;
};
const neither = say('neitherYesNorNo');

const asWord = (text: string): string => text.toLowerCase();

const textColumns = ['title', 'description', 'alt'] as const;

/** The names of some columns in 0.1.0. */
const oldTextColumns: Partial<Record<(typeof textColumns)[number], string>> = { alt: 'altText' };

const columns: readonly Column[] = [
  { name: 'file', path: '', read: asText },
  { name: 'entryNumber', path: 'entryNumber', read: asNumber },
  { name: 'artist', path: 'artist.name', read: asText },
  { name: 'age', path: 'artist.ageAtEntry', read: asNumber },
  { name: 'school', path: 'artist.school', read: asText },
  { name: 'region', path: 'artist.region', read: asText },
  { name: 'isMinor', oldName: 'minor', path: 'artist.isMinor', read: asYesOrNo, fault: neither },
  { name: 'guardian', path: 'artist.consent.guardian', read: asText },
  { name: 'consentGrantedOn', oldName: 'consentGivenOn', path: 'artist.consent.grantedOn', read: asDay },
  { name: 'consentExpiresOn', path: 'artist.consent.expiresOn', read: asDay },
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

/** The column with a title of the first row, ignoring capitals and spaces; `undefined` where there is none. */
export const findColumn = (title: string): Column | undefined => {
  const wanted = title.replace(/\s/g, '').toLowerCase();
  const column = columns.find(({ name, oldName }) => [name, oldName].some((one) => one?.toLowerCase() === wanted));
  if (column) return column;
  const [text, locale] = wanted.split(/\.(.*)/s);
  const name = textColumns.find((known) => known === text || oldTextColumns[known]?.toLowerCase() === text);
  if (!name || !localeSchema.safeParse(locale).success) return undefined;
  return { name: `${name}.${locale}`, path: `translations.${locale}.${name}`, read: asText };
};

/** The name of the column that fills a field, or else the field's own. */
export const columnFor = (path: string): string => {
  const [head, locale, text] = path.split('.');
  if (head === 'translations' && locale && text) return `${text}.${locale}`;
  return columns.find((column) => column.path === path)?.name ?? path;
};
