import { Logger } from '@aws-lambda-powertools/logger';
import { env } from '../../shared/aws/environment.ts';
import { countMetric } from '../../shared/aws/metric.ts';
import { everyPath, wholeSite } from '../../shared/showcase/changes/affected-tags.ts';
import { forget } from '../../shared/showcase/changes/forget.ts';
import { letForget, repetitionDelays } from '../../shared/showcase/changes/repetition.ts';
import { noteDifferences, readDifferences, readLastAct } from '../../shared/showcase/store/last-act.ts';
import { saysTheSame } from './says-the-same.ts';

const logger = new Logger({ serviceName: 'canary' });

/** For how many milliseconds after an act the CDN may say what was before: a minute, and some. */
const grace = 90_000;

/**
 * Compares what the CDN and the API say of the newest list and of what the last act has changed. Where they differ
 * twice, the CDN has not forgotten what it was told to, and forgets everything. It sees the edge that answers it, and
 * no other.
 */
export const handler = async (): Promise<void> => {
  const [act, before] = await Promise.all([readLastAct(), readDifferences()]);
  if (act && Date.now() - Date.parse(act.at) < grace) return;
  const paths = ['/v1/feed', ...(act ? [act.path] : [])];
  const same = await Promise.all(paths.map((path) => saysTheSame(env.publicUrl + path, env.apiUrl + path)));
  const differing = paths.filter((_, n) => !same[n]);
  const stale = differing.filter((path) => before.includes(path));
  if (stale.length > 0) {
    logger.error('The CDN has kept what it was told to forget', { paths: stale });
    // Once an hour at most: what differs again at once does so for another reason, which the alarm makes people look
    // for.
    const occasion = `canary ${new Date().toISOString().slice(0, 13)}`;
    await forget([everyPath], occasion);
    await letForget([wholeSite], occasion, repetitionDelays);
    countMetric('EdgeStale');
  }
  const left = stale.length > 0 ? [] : differing;
  if (left.length > 0 || before.length > 0) await noteDifferences(left);
};
