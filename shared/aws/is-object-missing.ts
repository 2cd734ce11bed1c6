import { S3ServiceException } from '@aws-sdk/client-s3';

/** True of the error that S3 answers for a missing object: 403, where the caller has no right to list the bucket. */
export const isObjectMissing = (error: unknown): boolean =>
  error instanceof S3ServiceException && [403, 404].includes(error.$metadata.httpStatusCode ?? 0);
