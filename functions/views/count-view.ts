import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { env } from '../../shared/aws/environment.ts';
import { sqs } from '../../shared/aws/sqs.ts';
import type { Call } from '../../shared/http/serve.ts';
import { ApplicationError } from '../../shared/refusals/application-error.ts';
import { reason } from '../../shared/refusals/reason.ts';
import { isReader } from './is-reader.ts';

/** Most bytes that a beacon may carry (https://www.w3.org/TR/beacon/). Its body is ignored. */
const beaconBytes = 65_536;

interface Input {
  readonly params: { readonly id: string };
  readonly query: { readonly weight?: number | undefined };
}

/**
 * Every caller gets the same answer, whether the view counts and the item is public or not, so that it reveals
 * nothing. The message is the id, and for how many readers it speaks; nothing about the reader is kept.
 */
export const countView = async (
  { params: { id }, query: { weight } }: Input,
  { headers }: Call,
): Promise<{ body: undefined }> => {
  if (Number(headers['content-length'] ?? 0) > beaconBytes) {
    throw new ApplicationError('body-too-large', reason('viewBodyTooLarge', { max: beaconBytes }));
  }
  if (isReader(headers)) {
    await sqs.send(new SendMessageCommand({ QueueUrl: env.viewsQueue, MessageBody: weight ? `${id} ${weight}` : id }));
  }
  return { body: undefined };
};
