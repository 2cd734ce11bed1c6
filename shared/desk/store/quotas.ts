import { keyOf } from '../../aws/table.ts';
import { updateWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { Limits } from '../../model/limits.ts';
import type { ActionContext } from './audit.ts';
import { deskTable } from './table.ts';

/** What a quota that is used up is told by in `ConditionsFailedError.failedConditions`. */
export const quotaCondition = 'quota';

/** One use of what a person may do so often in an hour or a day only: the write that counts it, and how it is refused. */
export interface Quota {
  /** Belongs into the transaction of the act: what is refused for another reason is not counted. */
  readonly write: Write;
  /** What there may be at most, in words. */
  readonly most: string;
  /** From when on there is a new one. */
  readonly endsAt: Date;
}

const [hour, day] = [3_600_000, 86_400_000];

/** How long a count is kept when its time is over, in milliseconds. */
const keptFor = day;

/** A count: what is added to it, and what it may become at most. */
type Count = readonly [add: number, most: number];

/** The quota of `name` in the hour or day (UTC) of an act. */
const quota = (
  name: string,
  { by, now }: ActionContext,
  period: number,
  most: string,
  counts: Readonly<Record<string, Count>>,
): Quota => {
  const begin = Math.floor(now.getTime() / period) * period;
  const all = Object.entries(counts);
  return {
    most,
    endsAt: new Date(begin + period),
    write: updateWrite(
      deskTable,
      keyOf(`QUOTA#${by}`, `${name}#${new Date(begin).toISOString()}`),
      {
        text: `SET expiresAt = :end ADD ${all.map(([count]) => `${count} :${count}`).join(', ')}`,
        values: { end: Math.ceil((begin + period + keptFor) / 1000) },
      },
      {
        name: quotaCondition,
        // The second half is for the first use: there is no count yet, and no room for more than there may be.
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
  };
};

export const uploadQuota = (
  context: ActionContext,
  bytes: number,
  { uploadsPerDay, uploadGigabytesPerDay }: Limits,
): Quota =>
  quota('uploads', context, day, `${uploadsPerDay} files and ${uploadGigabytesPerDay} GB a day`, {
    files: [1, uploadsPerDay],
    volume: [bytes, uploadGigabytesPerDay * 1e9],
  });

export const previewQuota = (context: ActionContext, { previewsPerHour }: Limits): Quota =>
  quota('previews', context, hour, `${previewsPerHour} previews an hour`, { previews: [1, previewsPerHour] });

export const draftQuota = (context: ActionContext, { draftsPerDay }: Limits): Quota =>
  quota('drafts', context, day, `${draftsPerDay} new events and exhibitions a day`, { drafts: [1, draftsPerDay] });

export const entryQuota = (context: ActionContext, { entriesPerDay }: Limits): Quota =>
  quota('entries', context, day, `${entriesPerDay} artworks a day`, { entries: [1, entriesPerDay] });
