import { fromJson } from '../../aws/document.ts';
import type { Item } from '../../aws/table.ts';
import { publishedDocumentSchema } from '../../model/files/document.ts';
import { publishedImageSchema } from '../../model/files/picture.ts';
import { isDocument, type PublicMedia } from '../../model/publication/edition.ts';

/**
 * The attribute that holds public media in a record of them: the media alone, without what a publication says beside
 * them.
 */
export const mediaAttribute = (media: PublicMedia): Item =>
  isDocument(media)
    ? { document: { S: JSON.stringify(publishedDocumentSchema.strip().parse(media)) } }
    : { image: { S: JSON.stringify(publishedImageSchema.strip().parse(media)) } };

/** The media that a record holds. */
export const mediaIn = ({ image, document }: Item): PublicMedia =>
  document ? fromJson(publishedDocumentSchema, document) : fromJson(publishedImageSchema, image);
