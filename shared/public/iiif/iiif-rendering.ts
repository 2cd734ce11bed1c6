import type { Manifest } from '@iiif/presentation-3';
import type { DocumentType } from '../../model/files/document.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { mediaUrl } from '../../showcase/store/urls.ts';
import type { ManifestSource } from './iiif-canvas.ts';
import { inLanguages } from './iiif-language.ts';

/** Tables are data, everything else is a text (https://iiif.io/api/presentation/3.0/#type). */
const tables: readonly DocumentType[] = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
];

/** The files of an exhibition, which viewers offer to open (https://iiif.io/api/presentation/3.0/#rendering). */
export const renderingOf = (
  { content, documents = [] }: ManifestSource,
  locales: readonly Locale[],
): NonNullable<Manifest['rendering']> =>
  documents.map(({ media, name, type }, n) => ({
    id: `${mediaUrl(media)}/${name}`,
    type: tables.includes(type) ? 'Dataset' : 'Text',
    label: inLanguages(locales, (locale) => content.files[n]?.title[locale]) ?? { none: [name] },
    format: type,
  }));
