import { expiry } from '../../aws/expiry.ts';
import { isWithin, type ReadAt, readNow } from '../../aws/read-at.ts';
import { keyOf } from '../../aws/table.ts';
import { isNew, putWrite } from '../../aws/table-writes.ts';
import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { addDays } from '../../model/time/add-days.ts';
import { dayOf } from '../../model/time/local-time.ts';
import { readSite } from '../site/site.ts';
import { deskTable } from '../store/table.ts';
import { dueMailWrites } from './due-mail.ts';

const hour = 3_600_000;

/** The hour of Monday from which on it is due, in the time zone of the site. */
const dueAt = 8;

/** How long it is known that a week has had its mail. */
const keptSeconds = 30 * 86_400;

/** When it was last looked for whether a week has begun, which is done once an hour: a look costs two calls. */
let lastLook: ReadAt | undefined;

/**
 * The week whose mail is due at a time, by its Monday: until Monday at eight, in the time zone of the site, that of the
 * week before.
 */
export const weekOf = (now: Date, timeZone: string): string => {
  const day = dayOf(new Date(now.getTime() - dueAt * hour).toISOString(), timeZone);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
};

/**
 * Once a week makes it due to tell editors of the consents that end soon: on Monday morning, or as soon as possible
 * after that.
 */
export const addWeeklyMail = async (now: Date): Promise<void> => {
  if (lastLook && isWithin(hour, lastLook)) return;
  const look = readNow();
  const { site } = await readSite();
  const monday = weekOf(now, site.timeZone);
  try {
    await writeTogether([
      putWrite(deskTable, { ...keyOf('MAIL-WEEK', monday), ...expiry(now, keptSeconds) }, isNew()),
      ...dueMailWrites({ id: `consents-${monday}`, at: now.toISOString(), kind: 'consent' }),
    ]);
  } catch (error) {
    if (!(error instanceof ConditionsFailedError)) throw error;
  }
  lastLook = look;
};
