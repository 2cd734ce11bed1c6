import { documentExtension, type PublicFile } from '../../../model/files/document.ts';
import type { Locale } from '../../../model/languages/locale.ts';
import { attribute, html, type Markup } from '../markup/html.ts';
import { pageWord } from '../markup/words.ts';

/** Decimal units, as file managers and shops have them, and the sign before decimals. */
const units = {
  az: { kilo: 'KB', mega: 'MB', decimal: ',' },
  en: { kilo: 'KB', mega: 'MB', decimal: '.' },
  ru: { kilo: 'КБ', mega: 'МБ', decimal: ',' },
} as const;

/** What a number of pages is called, by the plural forms of the language. */
const pageWords = {
  az: { one: 'səhifə', few: 'səhifə', many: 'səhifə', other: 'səhifə' },
  en: { one: 'page', few: 'pages', many: 'pages', other: 'pages' },
  ru: { one: 'страница', few: 'страницы', many: 'страниц', other: 'страницы' },
} as const;

const known = (locale: Locale): keyof typeof units => (locale in units ? (locale as keyof typeof units) : 'en');

/** A size in the words of a language, with a space that does not break: `84 KB`, `1,4 MB`. */
const fileSize = (bytes: number, locale: Locale): string => {
  const { kilo, mega, decimal } = units[known(locale)];
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1_000))}\u00a0${kilo}`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', decimal)}\u00a0${mega}`;
};

const pagesInWords = (pages: number, locale: Locale): string => {
  const language = known(locale);
  const form = new Intl.PluralRules(language).select(pages) as keyof (typeof pageWords)['en'];
  return `${pages}\u00a0${pageWords[language][form]}`;
};

/** What a reader wants to know of a file before opening it: `PDF, 84 KB, 3 pages`. */
const fileFacts = ({ type, bytes, pages }: PublicFile, locale: Locale): string =>
  [
    documentExtension(type).toUpperCase(),
    fileSize(bytes, locale),
    ...(pages === undefined ? [] : [pagesInWords(pages, locale)]),
  ].join(', ');

/** A list of files, each with what it is and how large. */
export const fileList = (files: readonly PublicFile[], locale: Locale): Markup =>
  html`<ul>${files.map(
    (file) =>
      html`<li><a href="${file.url}"${attribute('type', file.type)}>${file.title}</a> <small>${fileFacts(file, locale)}</small></li>`,
  )}</ul>`;

/** The files of an item on its page. */
export const filesSection = (files: readonly PublicFile[], locale: Locale): Markup | undefined =>
  files.length === 0
    ? undefined
    : html`<section class="files" aria-labelledby="files">
<h2 id="files">${pageWord('files', locale)}</h2>
${fileList(files, locale)}
</section>
`;
