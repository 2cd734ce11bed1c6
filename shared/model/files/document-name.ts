import type { Locale } from '../languages/locale.ts';
import { slugFromTitle } from '../text/slug-from-title.ts';
import { type DocumentType, documentExtension } from './document.ts';

/**
 * What the file of a document is called in public, by its title: never as it was called when it was uploaded, which may
 * name somebody.
 */
export const documentName = (title: string, locale: Locale, type: DocumentType): string =>
  `${slugFromTitle(title, { locale }) ?? 'document'}.${documentExtension(type)}`;
