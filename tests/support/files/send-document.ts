import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { ExhibitionCloud } from '../cloud/exhibition-cloud.ts';
import { docx, pdf, types } from './documents.ts';

/** Uploads a document; gives its upload once it is settled. */
export const sendDocument = async (
  cloud: ExhibitionCloud,
  bytes: Buffer,
  contentType: string,
  fileName = 'Aysel Mammadova arayış.pdf',
) => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const request = { fileName, contentType, contentLength: bytes.length, sha256 };
  const { status, body } = await cloud.ask('/v1/staff/uploads', { body: request });
  expect(status, JSON.stringify(body)).toBe(201);
  const put = await cloud.fetch(body.url, {
    method: 'PUT',
    headers: body.headers,
    body: bytes as NonNullable<RequestInit['body']>,
  });
  expect(put.status).toBe(200);
  await cloud.queue('IngestQueue').idle();
  return (await cloud.ask(`/v1/staff/uploads/${body.uploadId}`)).body;
};

let count = 0;

/** The upload of a document with other bytes than any before. */
export const readyDocument = async (
  cloud: ExhibitionCloud,
  text = 'Text',
  type: 'pdf' | 'docx' = 'pdf',
): Promise<string> => {
  count += 1;
  const paragraphs = [text, `No. ${count}`];
  const bytes = type === 'pdf' ? await pdf(paragraphs) : await docx(paragraphs);
  const { state, uploadId } = await sendDocument(cloud, bytes, types[type]);
  expect(state).toBe('ready');
  return uploadId;
};

/** The upload of a scan, which holds no text, with other bytes than any before. */
export const scannedDocument = async (cloud: ExhibitionCloud): Promise<string> => {
  count += 1;
  const bytes = Buffer.concat([await pdf(['']), Buffer.from(`%${count}`)]);
  const { uploadId, document } = await sendDocument(cloud, bytes, types.pdf);
  expect(document.text).toBe('none');
  return uploadId;
};
