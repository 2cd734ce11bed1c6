import { everyPath, type Forgotten, forgottenWith, wholeSite } from '../../shared/showcase/changes/affected-tags.ts';
import type { StreamChange, UnprocessableRecord } from '../../shared/showcase/changes/changes.ts';
import { forget } from '../../shared/showcase/changes/forget.ts';
import { letForget, repetitionDelays } from '../../shared/showcase/changes/repetition.ts';
import { noteLastAct } from '../../shared/showcase/store/last-act.ts';
import type { PublicChange } from '../../shared/showcase/store/public-summary.ts';

/** Records whose changes cannot be expressed as tags. */
const unmappableRecords = (changes: readonly StreamChange[], now: number): UnprocessableRecord[] =>
  changes.flatMap(({ change, record }) => {
    try {
      forgottenWith([change], now);
      return [];
    } catch (error) {
      return [{ record, error }];
    }
  });

/** What records of the stream tell of, and which of them have been read. */
interface Told {
  readonly changes: readonly StreamChange[];
  readonly unreadable: readonly UnprocessableRecord[];
  /** True where the settings have changed, which every answer is made by. */
  readonly isSiteChanged: boolean;
  readonly recordIds: readonly string[];
}

/**
 * Makes the CDN forget what changes affect, or everything where a record is unreadable, and lets it forget the same
 * tags again, and once more, a moment later. Gives what it forgets, and the records that could not be expressed as
 * tags. A repeated call for the same records asks for the same invalidation, which CloudFront does once. Throws
 * CloudFront's errors.
 */
export const invalidate = async ({
  changes,
  unreadable,
  isSiteChanged,
  recordIds,
}: Told): Promise<{ forgotten: readonly Forgotten[]; unfollowed: readonly UnprocessableRecord[] }> => {
  const now = Date.now();
  const unfollowed = [...unreadable, ...unmappableRecords(changes, now)];
  const readable = changes.map(({ change }) => change);
  const forgotten = unfollowed.length > 0 ? [everyPath] : forgottenWith(readable, now, isSiteChanged);
  if (forgotten.length === 0) return { forgotten, unfollowed };
  const occasion = recordIds.join('\n');
  await forget(forgotten, occasion);
  // Nobody sees a difference in the answer of a change that affects nothing.
  const affects = (change: PublicChange) => unfollowed.length > 0 || forgottenWith([change], now).length > 0;
  const last = readable.findLast(affects);
  await noteLastAct({ path: isSiteChanged ? '/v1/site' : pathOf(last), at: new Date(now).toISOString() });
  const again = forgotten.includes(everyPath) ? [wholeSite] : forgotten;
  await letForget(again, occasion, repetitionDelays);
  return { forgotten, unfollowed };
};

/** The answer that shows a change: the settings' own has the notices. */
const pathOf = ({ kind, id }: Partial<PublicChange> = {}): string => {
  return kind === undefined || kind === 'notice' ? '/v1/site' : `/v1/${kind}s/${id}`;
};
