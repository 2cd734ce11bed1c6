import { CopyObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import type { ConsentForm } from '../model/people/consent-form.ts';
import { deleteBelow } from './erase-upload.ts';
import { consentFormKey, incomingKey } from './keys.ts';

/** How long the address of a scan works, in seconds: to look at it, not to pass it on. */
const readableSeconds = 5 * 60;

/** Keeps a scan that has arrived as it is: nothing of it becomes public. */
export const storeConsentForm = async (id: string): Promise<void> => {
  const Bucket = env.originalsBucket;
  await s3.send(new CopyObjectCommand({ CopySource: `${Bucket}/${incomingKey(id)}`, Bucket, Key: consentFormKey(id) }));
};

/** An address at which a scan can be looked at for a few minutes. Its name tells nothing. */
export const signConsentForm = async (
  { id, contentType }: Pick<ConsentForm, 'id' | 'contentType'>,
  now: Date,
): Promise<{ url: string; expiresAt: string }> => ({
  url: await getSignedUrl(
    s3,
    new GetObjectCommand({
      Bucket: env.originalsBucket,
      Key: consentFormKey(id),
      ResponseContentType: contentType,
      ResponseContentDisposition: 'inline',
      ResponseCacheControl: 'no-store',
    }),
    { expiresIn: readableSeconds, signingDate: now },
  ),
  expiresAt: new Date(now.getTime() + readableSeconds * 1000).toISOString(),
});

/** Deletes every version of a scan, and what arrived for it. */
export const deleteConsentFormFiles = async (id: string): Promise<void> => {
  await deleteBelow(incomingKey(id));
  await deleteBelow(consentFormKey(id));
};
