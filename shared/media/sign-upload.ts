import { PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import { signatureSeconds, type Upload } from '../model/files/upload.ts';
import { incomingKey } from './keys.ts';

/** A signed address for one PUT, and the headers that must go with it. */
interface SignedUpload {
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly expiresAt: string;
}

/**
 * Signs the upload of a file straight to the store. The signature binds the key, the content type, the exact length and
 * the SHA-256, and `If-None-Match: *` makes it write-once. `headers` holds those that the client must set; a browser
 * sets the length itself.
 */
export const signUpload = async (
  upload: Pick<Upload, 'id' | 'contentType' | 'contentLength' | 'sha256'>,
  now: Date,
): Promise<SignedUpload> => {
  const checksum = Buffer.from(upload.sha256, 'hex').toString('base64');
  const url = await getSignedUrl(
    s3,
    new PutObjectCommand({
      Bucket: env.originalsBucket,
      Key: incomingKey(upload.id),
      ContentType: upload.contentType,
      ContentLength: upload.contentLength,
      ChecksumSHA256: checksum,
      IfNoneMatch: '*',
    }),
    {
      expiresIn: signatureSeconds,
      signingDate: now,
      signableHeaders: new Set(['host', 'content-length', 'content-type', 'if-none-match', 'x-amz-checksum-sha256']),
      unhoistableHeaders: new Set(['x-amz-checksum-sha256', 'if-none-match']),
    },
  );
  return {
    method: 'PUT',
    url,
    headers: { 'content-type': upload.contentType, 'if-none-match': '*', 'x-amz-checksum-sha256': checksum },
    expiresAt: new Date(now.getTime() + signatureSeconds * 1000).toISOString(),
  };
};
