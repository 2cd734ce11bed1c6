import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import type { DocumentType, PublishedDocument } from '../model/files/document.ts';
import { signatureSeconds } from '../model/files/upload.ts';
import { edgeHeaders, type PublicUse } from './edge-headers.ts';
import { publishedKey, renditionKey } from './keys.ts';

/** The file of a document as it may be published, and its text, below the prefix of what was made from an upload. */
const [documentFile, textFile] = ['document', 'text'];

/** What a browser is told of a document: a text in UTF-8, whatever it was sent in. */
const servedType = (type: DocumentType): string => (type.startsWith('text/') ? `${type}; charset=utf-8` : type);

/**
 * How a browser takes a document (RFC 6266): it shows a PDF, and saves the others under their name. Names are made of
 * the letters of slugs, which need no encoding.
 */
const disposition = (type: DocumentType, name: string): string =>
  `${type === 'application/pdf' ? 'inline' : 'attachment'}; filename="${name}"`;

/** Keeps a document as it may be published, and the text that was found in it. */
export const storeDocument = async (
  uploadId: string,
  { type, bytes, text }: { readonly type: DocumentType; readonly bytes: Uint8Array; readonly text: string },
): Promise<void> => {
  const put = (file: string, Body: Uint8Array, ContentType: string) =>
    s3.send(
      new PutObjectCommand({ Bucket: env.originalsBucket, Key: renditionKey(uploadId, file), Body, ContentType }),
    );
  await put(textFile, Buffer.from(text), 'text/plain; charset=utf-8');
  await put(documentFile, bytes, servedType(type));
};

/** The text that was found in the document of an upload. */
export const readDocumentText = async (uploadId: string): Promise<string> => {
  const object = { Bucket: env.originalsBucket, Key: renditionKey(uploadId, textFile) };
  const { Body } = await s3.send(new GetObjectCommand(object));
  return (await Body?.transformToString()) ?? '';
};

/** Copies the document of an upload to where the public can read it. */
export const publishDocument = async (uploadId: string, document: PublishedDocument, use: PublicUse): Promise<void> => {
  const { type, name } = document;
  await s3.send(
    new CopyObjectCommand({
      CopySource: `${env.originalsBucket}/${renditionKey(uploadId, documentFile)}`,
      Bucket: env.mediaBucket,
      Key: documentKey(document),
      MetadataDirective: 'REPLACE',
      ContentType: servedType(type),
      ContentDisposition: disposition(type, name),
      ...edgeHeaders(use),
    }),
  );
};

/** The key of a public document. */
export const documentKey = ({ media, name }: PublishedDocument): string => publishedKey(media, name);

/** Deletes a public document; a missing one is ignored. */
export const deletePublishedDocument = async (document: PublishedDocument): Promise<void> => {
  await s3.send(new DeleteObjectCommand({ Bucket: env.mediaBucket, Key: documentKey(document) }));
};

/** An address at which staff can see the document of an upload for a few minutes, published or not. */
export const signDocument = (uploadId: string, type: DocumentType, name: string): Promise<string> =>
  getSignedUrl(
    s3,
    new GetObjectCommand({
      Bucket: env.originalsBucket,
      Key: renditionKey(uploadId, documentFile),
      ResponseContentDisposition: disposition(type, name),
    }),
    { expiresIn: signatureSeconds },
  );
