import * as z from 'zod';

/** The types of documents that can be published, each with the extension of its files. */
const extensions = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'text/csv': 'csv',
  'text/plain': 'txt',
} as const;

export type DocumentType = keyof typeof extensions;

/** The media types of documents. */
export const documentTypes = Object.keys(extensions) as [DocumentType, ...DocumentType[]];

/** True of the media type of a document. */
export const isDocumentType = (type: string): type is DocumentType => type in extensions;

/** The extension of a document's file, without a dot. */
export const documentExtension = (type: DocumentType): string => extensions[type];

/**
 * How much of a document's text could be read: all that was looked for; only a part of it, since there is too much; or
 * none, as of a scan.
 */
const documentTexts = ['extracted', 'partial', 'none'] as const;

/** What readers of a document do not see at first, and can show. */
export const hiddenParts = [
  'sheets',
  'rows',
  'columns',
  'pivotSource',
  'text',
  'deletedText',
  'layers',
  'drawings',
  'linkedValues',
] as const;

export type HiddenPart = (typeof hiddenParts)[number];

/** A document that has passed ingest. */
export const documentSchema = z.strictObject({
  type: z.enum(documentTypes),
  /** Size of the file as it is published, in bytes. */
  bytes: z.int().positive(),
  /** Pages of a PDF. */
  pages: z.int().positive().optional(),
  text: z.enum(documentTexts),
  /** What the file and the pictures in it tell, where nothing could be taken out, since it is signed. */
  metadata: z.array(z.strictObject({ name: z.string(), value: z.string() })).optional(),
  /** Absent where nothing is hidden, and of what was taken before this was looked for. */
  hidden: z.array(z.enum(hiddenParts)).optional(),
});

export type Document = z.output<typeof documentSchema>;

/** A document in the media store: `media` as of an image, and the name of the file below it. */
export const publishedDocumentSchema = documentSchema
  .pick({ type: true, bytes: true, pages: true })
  .extend({ media: z.string().regex(/^[A-Za-z0-9_-]{22}$/), name: z.string() });

export type PublishedDocument = z.output<typeof publishedDocumentSchema>;

/** A file of an event as every public answer gives it. */
export const publicFileSchema = documentSchema
  .pick({ type: true, bytes: true, pages: true })
  .extend({ title: z.string(), url: z.url() });

export type PublicFile = z.output<typeof publicFileSchema>;
