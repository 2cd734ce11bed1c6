import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { publicationDeadline } from '../../desk/events/pending-media-deletions.ts';
import { type PictureRecord, readPictureOf } from '../../desk/uploads/pictures.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';
import type { Event } from '../../model/events/event.ts';
import type { EventFile } from '../../model/events/event-file.ts';
import type { Document, PublishedDocument } from '../../model/files/document.ts';
import { documentName } from '../../model/files/document-name.ts';
import type { Publication } from '../../model/publication/edition.ts';
import type { Site } from '../../model/site/site.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { randomMedia } from '../shared/random-media.ts';
import { documentRefusal } from './document-refusal.ts';

/** What is public of the files of an event or an exhibition. */
type PublicDocuments = Pick<Publication, 'documents' | 'unpublishAt'> & {
  readonly content: { readonly files: readonly EventFile[] };
};

/** How many files are looked at at the same time. */
const concurrency = 8;

/** A file that may be published: how it will be public, and what the desk knows of its bytes. */
export interface AllowedDocument {
  readonly uploadId: string;
  readonly document: PublishedDocument;
  readonly picture: PictureRecord;
}

/**
 * The files of an event or an exhibition as they may be public now, each the document that is, where it is the same
 * upload under the same name, or a new one below an address of its own; or what is wrong with them. What nothing but a
 * person can read, an editor must have confirmed.
 */
export const allowedDocuments = async (
  { files, confirmedFiles = [] }: Pick<Event, 'files' | 'confirmedFiles'>,
  before: PublicDocuments | undefined,
  {
    now,
    site,
    newMedia = randomMedia,
  }: { readonly now: Date; readonly site: Site; readonly newMedia?: (uploadId: string) => string },
): Promise<{ documents: AllowedDocument[]; errors: FieldError[] }> => {
  const found = await mapWithConcurrency(files, concurrency, async (file, n) => {
    const { uploadId } = file;
    const path = `files.${n}.uploadId`;
    const upload = await readUpload(uploadId);
    if (!upload?.document) return fieldError(path, 'uploadNotReady', { state: upload?.state ?? 'unknown' });
    const { document } = upload;
    const refusal = confirmedFiles.includes(uploadId) ? undefined : documentRefusal(document);
    if (refusal) return { path, ...refusal };
    const name = nameOf(file, document, site);
    return {
      uploadId,
      picture: await readPictureOf(upload.sha256, now),
      document: publicDocumentOf(uploadId, name, before, now) ?? {
        ...{ type: document.type, bytes: document.bytes, ...(document.pages && { pages: document.pages }) },
        ...{ media: newMedia(uploadId), name },
      },
    };
  });
  return {
    documents: found.flatMap((one) => ('document' in one ? [one] : [])),
    errors: found.flatMap((one) => ('document' in one ? [] : [one])),
  };
};

const nameOf = ({ title }: EventFile, { type }: Document, { defaultLocale, locales }: Site): string => {
  const locale = [defaultLocale, ...locales].find((one) => title[one]) ?? defaultLocale;
  return documentName(title[locale] ?? '', locale, type);
};

/** The document by which an upload is public, unless it is about to end. */
const publicDocumentOf = (
  uploadId: string,
  name: string,
  before: PublicDocuments | undefined,
  now: Date,
): PublishedDocument | undefined => {
  const document = before?.documents?.[before.content.files.findIndex((one) => one.uploadId === uploadId)];
  const hasEnded = before?.unpublishAt !== undefined && before.unpublishAt <= publicationDeadline(now);
  return document?.name === name && !hasEnded ? document : undefined;
};
