import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSHandler, SQSRecord } from 'aws-lambda';
import { ingestUpload } from './ingest-upload.ts';
import { uploadIdsOf } from './store-event.ts';

const logger = new Logger({ serviceName: 'ingest' });
const processor = new BatchProcessor(EventType.SQS, { logger });

const processRecord = async (record: SQSRecord): Promise<void> => {
  for (const id of uploadIdsOf(record.body)) {
    const state = await ingestUpload(id);
    logger.info('Upload done', { uploadId: id, state });
  }
};

/** Works on uploads that have arrived, one after another, since each may need most of the memory; only what failed is sent again. */
export const handler: SQSHandler = async (event, context) =>
  processPartialResponse(event, processRecord, processor, {
    context,
    processInParallel: false,
    throwOnFullBatchFailure: false,
  });
