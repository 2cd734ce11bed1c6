import { fromJson } from '../../aws/document.ts';
import { env, isMailSent } from '../../aws/environment.ts';
import { expiry } from '../../aws/expiry.ts';
import { readEach } from '../../aws/read-each.ts';
import { sendMessages } from '../../aws/send-messages.ts';
import { type Item, keyOf, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { type DueMail, dueMailSchema } from '../../model/staff/mail.ts';
import { deskTable } from '../store/table.ts';

const pk = 'DUE-MAIL';

/** How long what nobody was told yet is kept: long enough for a maintenance function that was stopped. */
const keptSeconds = 7 * 86_400;

/** How much of what is due is read at a time, which one message tells of. */
const mostTogether = 100;

interface Due {
  readonly mail: DueMail;
  readonly sk: string;
}

const readDue = ({ mail, sk }: Item): Due => ({ mail: fromJson(dueMailSchema, mail), sk: sk?.S ?? '' });

/** DynamoDB deletes what has ended within days. */
const isKept = ({ expiresAt }: Item, now: Date): boolean =>
  Number(expiresAt?.N ?? Number.POSITIVE_INFINITY) * 1000 > now.getTime();

/**
 * The writes that have members of the staff told of something, for the transaction of what has happened: none where
 * this Sergi sends no mail. The maintenance function hands on what is due.
 */
export const dueMailWrites = (mail: DueMail): Write[] =>
  isMailSent()
    ? [
        putWrite(deskTable, {
          ...keyOf(pk, `${mail.at}#${mail.id}`),
          mail: { S: JSON.stringify(mail) },
          ...expiry(mail.at, keptSeconds),
        }),
      ]
    : [];

/**
 * Hands what is due to the sender, together: who is told of several things gets one mail. What is handed on twice,
 * since a worker has died between the two, is sent once. Gives how much it was, and the keys of what cannot be read.
 */
export const handOnDueMail = async (now: Date): Promise<{ count: number; unreadable: string[] }> => {
  const unreadable: string[] = [];
  let due: Due[] = [];
  let after: string | undefined;
  // What cannot be read stays, and however much that is, what follows it is reached.
  do {
    const { items, last } = await queryPage(deskTable, { pk, limit: mostTogether, after });
    const read = readEach(
      items.filter((item) => isKept(item, now)),
      readDue,
    );
    due = read.found;
    unreadable.push(...read.unreadable);
    after = last;
  } while (due.length === 0 && after !== undefined);
  if (due.length > 0) await sendMessages(env.mailQueue, [{ due: due.map(({ mail }) => mail) }]);
  for (const { sk } of due) await writeItem(deleteWrite(deskTable, keyOf(pk, sk)));
  return { count: due.length, unreadable };
};
