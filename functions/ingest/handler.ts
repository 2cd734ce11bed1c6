import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSHandler } from 'aws-lambda';
import { noteFailure } from '../../shared/desk/failures/failures.ts';
import { removeLeftTiles } from '../../shared/media/make-tiles.ts';
import { ingestUpload } from './ingest-upload.ts';
import { uploadIdsOf } from './store-event.ts';

const logger = new Logger({ serviceName: 'ingest' });

/**
 * Processes uploads that have arrived. An error makes the message come again, and in the end moves it to the
 * dead-letter queue.
 */
export const handler: SQSHandler = async ({ Records }) => {
  await removeLeftTiles().catch((error: unknown) => logger.warn('Tiles of a dead process are left', { error }));
  for (const { body, messageId } of Records) {
    try {
      for (const id of uploadIdsOf(body)) {
        const upload = await ingestUpload(id);
        logger.info('Upload done', { uploadId: id, ...upload });
      }
    } catch (error) {
      await noteFailure(messageId, error, new Date());
      throw error;
    }
  }
};
