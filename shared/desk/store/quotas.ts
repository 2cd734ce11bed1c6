import { expirySeconds } from '../../aws/expiry.ts';
import { keyOf } from '../../aws/table.ts';
import { updateWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { Limits } from '../../model/limits.ts';
import { ApplicationError } from '../../refusals/application-error.ts';
import type { Reason } from '../../refusals/codes.ts';
import { reason } from '../../refusals/reason.ts';
import type { ActionContext } from './audit.ts';
import { deskTable } from './table.ts';

/** Names an exhausted quota in `ConditionsFailedError.failedConditions`. */
const quotaCondition = 'quota';

const [hour, day] = [3_600_000, 86_400_000];

/** How long a count is kept after its period. */
const keptSeconds = 86_400;

/** A count: the number to add, and the limit. */
type Count = readonly [add: number, most: number];

/** The refusal of an action that a person has done as often as is allowed until `end`. */
const quotaUsedUp = (why: Reason, end: number): ApplicationError =>
  new ApplicationError('too-many-requests', why, {
    headers: { 'retry-after': String(Math.max(1, Math.ceil((end - Date.now()) / 1000))) },
  });

interface Quota {
  readonly name: string;
  /** In milliseconds: an hour or a day. */
  readonly period: number;
  readonly counts: Readonly<Record<string, Count>>;
  /** Why one more is refused until an instant. */
  readonly reasonUntil: (until: string) => Reason;
}

/**
 * Counts one use of a quota in the hour or day (UTC) of an act. It belongs in the transaction of the action, so that a
 * request refused for another reason is not counted.
 */
const quotaWrite = ({ name, period, counts, reasonUntil }: Quota, { by, now }: ActionContext): Write => {
  const begin = Math.floor(now.getTime() / period) * period;
  const all = Object.entries(counts);
  return {
    ...updateWrite(
      deskTable,
      keyOf(`QUOTA#${by}`, `${name}#${new Date(begin).toISOString()}`),
      {
        text: `SET expiresAt = :end ADD ${all.map(([count]) => `${count} :${count}`).join(', ')}`,
        values: { end: expirySeconds(begin + period, keptSeconds) },
      },
      {
        name: quotaCondition,
        // The second half is for the first use, which finds no count; a single use may already exceed the limit.
        text: all
          .map(
            ([count]) =>
              `(${count} <= :${count}Room OR (attribute_not_exists(${count}) AND :${count} <= :${count}Most))`,
          )
          .join(' AND '),
        values: Object.fromEntries(
          all.flatMap(([count, [add, highest]]) => [
            [count, add],
            [`${count}Room`, highest - add],
            [`${count}Most`, highest],
          ]),
        ),
      },
    ),
    refusal: () => quotaUsedUp(reasonUntil(new Date(begin + period).toISOString()), begin + period),
  };
};

export const uploadQuota = (
  context: ActionContext,
  bytes: number,
  { uploadsPerDay: files, uploadGigabytesPerDay: gigabytes }: Limits,
): Write =>
  quotaWrite(
    {
      name: 'uploads',
      period: day,
      counts: {
        files: [1, files],
        volume: [bytes, gigabytes * 1e9],
      },
      reasonUntil: (until) => reason('uploadQuotaUsedUp', { files, gigabytes, until }),
    },
    context,
  );

export const previewQuota = (context: ActionContext, { previewsPerHour: max }: Limits): Write =>
  quotaWrite(
    {
      name: 'previews',
      period: hour,
      counts: {
        previews: [1, max],
      },
      reasonUntil: (until) => reason('previewQuotaUsedUp', { max, until }),
    },
    context,
  );

export const draftQuota = (context: ActionContext, { draftsPerDay: max }: Limits): Write =>
  quotaWrite(
    {
      name: 'drafts',
      period: day,
      counts: { drafts: [1, max] },
      reasonUntil: (until) => reason('draftQuotaUsedUp', { max, until }),
    },
    context,
  );

export const entryQuota = (context: ActionContext, { entriesPerDay: max }: Limits): Write =>
  quotaWrite(
    {
      name: 'entries',
      period: day,
      counts: { entries: [1, max] },
      reasonUntil: (until) => reason('entryQuotaUsedUp', { max, until }),
    },
    context,
  );
