import { documentExtension, documentTypes, isDocumentType } from '../../../shared/model/files/document.ts';
import { isWebAddress } from '../../command/web-address.ts';
import type { ConvertedFile } from './converted.ts';

/** Most characters of the title of a file. */
const maxTitle = 300;

/** The name of the file at an address, as people read it. */
const nameAt = (address: string): string => {
  const name =
    address
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/** Whether a document lies at an address: by its media type where that is known, else by its name. */
export const isDocumentAt = (address: string, type = ''): boolean =>
  isWebAddress(address) &&
  (isDocumentType(type) ||
    documentTypes.some((one) =>
      nameAt(address)
        .toLowerCase()
        .endsWith(`.${documentExtension(one)}`),
    ));

/** A file with its title in one language; the name of the file stands in for a title that is not there. */
export const convertedFile = (url: string, title: string, locale: string): ConvertedFile => ({
  url,
  title: { [locale]: (title.trim() || nameAt(url)).slice(0, maxTitle) },
});

/**
 * The files of posts that are one in several languages, each once: its first title in a language counts. A title in
 * another one stands in where there is none; `isIncomplete` says whether any had to.
 */
export const mergedFiles = (
  files: readonly ConvertedFile[],
  locales: readonly string[],
): { readonly files: ConvertedFile[]; readonly isIncomplete: boolean } => {
  const titles = new Map<string, Record<string, string>>();
  for (const { url, title } of files) titles.set(url, { ...title, ...titles.get(url) });
  const isIncomplete = [...titles.values()].some((title) => locales.some((locale) => !title[locale]));
  const complete = (title: Record<string, string>) =>
    Object.fromEntries(locales.map((locale) => [locale, title[locale] ?? Object.values(title)[0] ?? '']));
  return { files: [...titles].map(([url, title]) => ({ url, title: complete(title) })), isIncomplete };
};
