import { randomUUID } from 'node:crypto';
import { expiry } from '../../aws/expiry.ts';
import { keyOf } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { deskTable } from '../store/table.ts';

/**
 * How long it is known who was told: longer than a message can come again, from its queue and from where it is set
 * aside.
 */
const keptSeconds = 20 * 86_400;

const key = (mailId: string, personId: string) => keyOf(`MAIL#${mailId}`, personId);

/** Notes that a person is being told of something; false where that was noted before. */
export const claimMail = (mailId: string, personId: string, now: Date): Promise<boolean> => {
  // The client asks again where an answer is lost: what it finds then may be its own.
  const holder = randomUUID();
  const isFree = { text: 'attribute_not_exists(pk) OR holder = :holder', values: { holder } };
  const note = { ...key(mailId, personId), ...expiry(now, keptSeconds), holder: { S: holder } };
  return writeItem(putWrite(deskTable, note, isFree));
};

/** Takes the note back, since the person could not be told: whoever gets the message again tells them. */
export const releaseMail = async (mailId: string, personId: string): Promise<void> => {
  await writeItem(deleteWrite(deskTable, key(mailId, personId)));
};
