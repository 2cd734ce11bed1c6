import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSHandler } from 'aws-lambda';
import { ingestUpload } from './ingest-upload.ts';
import { uploadIdsOf } from './store-event.ts';

const logger = new Logger({ serviceName: 'ingest' });

/** Works on uploads that have arrived. What it throws makes the message come again, and sets it aside in the end. */
export const handler: SQSHandler = async ({ Records }) => {
  for (const id of Records.flatMap(({ body }) => uploadIdsOf(body))) {
    const upload = await ingestUpload(id);
    logger.info('Upload done', { uploadId: id, ...upload });
  }
};
