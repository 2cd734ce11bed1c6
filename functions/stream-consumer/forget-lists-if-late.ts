import type { DynamoDBRecord } from 'aws-lambda';
import { isBehindCdn } from '../../shared/aws/environment.ts';
import { letForget, repetitionDelays } from '../../shared/showcase/changes/repetition.ts';

/**
 * How old a change may be, in milliseconds, so that the CDN is told to forget lists once more after the search and the
 * calendar show it.
 */
const inTime = 15_000;

const minute = 60;

/**
 * Lets the CDN forget lists, searches and calendars anew, where changes were followed so late that it may have been
 * told for the last time before: after an import it takes minutes until all is found. The messages of one minute ask
 * for the same, which CloudFront does once, and the first of them comes when that minute is over.
 */
export const forgetListsIfLate = async (records: readonly DynamoDBRecord[]): Promise<void> => {
  if (!isBehindCdn()) return;
  const now = Date.now();
  const isLate = records.some(({ dynamodb: { ApproximateCreationDateTime: at } = {} }) => {
    return at !== undefined && now - at * 1_000 > inTime;
  });
  if (!isLate) return;
  const delays = [0, ...repetitionDelays].map((delay) => minute + delay);
  await letForget(['#lists'], `late ${new Date(now).toISOString().slice(0, 16)}`, delays);
};
