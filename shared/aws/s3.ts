import { S3Client } from '@aws-sdk/client-s3';

/**
 * The one S3 client of a function. Checksums are sent where S3 demands them only: a presigned address would otherwise
 * bind the CRC32 of an empty body.
 */
export const s3 = new S3Client({ maxAttempts: 4, requestChecksumCalculation: 'WHEN_REQUIRED' });
