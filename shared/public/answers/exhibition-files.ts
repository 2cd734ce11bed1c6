import type { PublicFile } from '../../model/files/document.ts';
import { textIn } from '../../model/languages/in-languages.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { Site } from '../../model/site/site.ts';
import type { titledDocumentsOf } from '../../showcase/store/exhibition.ts';
import { publicFile } from './event.ts';

/** The files of an exhibition as readers of a language get them. */
export const exhibitionFiles = (
  documents: ReturnType<typeof titledDocumentsOf>,
  locale: Locale,
  site: Site,
): PublicFile[] =>
  documents.map(({ titles, ...document }) => publicFile({ ...document, title: textIn(titles, locale, site) ?? '' }));
