import { cognito } from '../../shared/aws/cognito.ts';
import { env } from '../../shared/aws/environment.ts';
import { readAllMailPreferences } from '../../shared/desk/mail/mail-preferences.ts';
import { claimMail, releaseMail } from '../../shared/desk/mail/told.ts';
import { listStaff, type StaffAccount } from '../../shared/desk/people/accounts.ts';
import { readStored } from '../../shared/model/json/read-stored.ts';
import { type DueMail, dueMailSchema, type MailKind, mailKindsOf } from '../../shared/model/staff/mail.ts';
import { languageFor } from '../../shared/refusals/language.ts';
import { composeLetter, type Matter } from './compose-letter.ts';
import { readMatter } from './read-matter.ts';
import { sendLetter } from './send-letter.ts';

/** What is due, and what it is about. */
interface Told {
  readonly mail: DueMail;
  readonly matter: Matter;
}

/**
 * True where a mail is meant for somebody whose role is told of its kind: nobody is told of what they have done
 * themselves.
 */
const isFor = (mail: DueMail, { id, role }: StaffAccount): boolean => {
  if (mail.kind === 'consent') return true;
  if (mail.kind === 'review') return id !== mail.by;
  return id === mail.to || (mail.kind === 'failure' && role === 'admin');
};

/**
 * Tells each member of the staff what is due to them and what they have not switched off: one mail of each kind. Who
 * has no role any more, whose account is disabled and who has never signed in is told nothing.
 *
 * Before a mail is sent it is noted that this person is told, so that a message that comes again sends nothing twice;
 * where SES refuses the mail, the note is taken back. Throws the first refusal once all others have been told: the
 * message then comes again for those who were not.
 */
export const tellStaff = async (due: readonly unknown[], now: Date): Promise<number> => {
  const refusals: unknown[] = [];
  const told = await readMatters(due, now, (error) => refusals.push(error));
  const staff = told.length === 0 ? [] : await readRecipients();
  const preferencesOf = await readAllMailPreferences(staff.map(({ id }) => id));
  const tell = async (person: StaffAccount, kind: MailKind, meant: readonly Told[]): Promise<boolean> => {
    const { language = person.language, off } = preferencesOf(person.id);
    if (off.includes(kind)) return false;
    const reader = { language: languageFor([language ?? '']), consoleUrl: `${env.publicUrl}/console` };
    return sendOnce(meant, person, { now, compose: (matters) => composeLetter(kind, matters, reader) });
  };
  let sent = 0;
  for (const person of staff) {
    for (const kind of mailKindsOf(person.role)) {
      const meant = told.filter(({ mail }) => mail.kind === kind && isFor(mail, person));
      try {
        if (meant.length > 0 && (await tell(person, kind, meant))) sent += 1;
      } catch (error) {
        refusals.push(error);
      }
    }
  }
  if (refusals.length > 0) throw refusals[0];
  return sent;
};

/** Who may be told something. */
const readRecipients = async (): Promise<StaffAccount[]> => {
  const staff = await listStaff({ client: cognito, id: env.userPool });
  return staff.filter(({ isEnabled, isConfirmed }) => isEnabled && isConfirmed);
};

/** What each mail is about; what cannot be read keeps nobody from being told of all else. */
const readMatters = async (
  due: readonly unknown[],
  now: Date,
  failed: (error: unknown) => void,
): Promise<readonly Told[]> => {
  const told: Told[] = [];
  for (const one of due) {
    try {
      const mail = readStored(dueMailSchema, one);
      const matter = await readMatter(mail, now);
      if (matter) told.push({ mail, matter });
    } catch (error) {
      failed(error);
    }
  }
  return told;
};

/** Sends what a person was not told yet; false where that is nothing. */
const sendOnce = async (
  meant: readonly Told[],
  { id, email }: StaffAccount,
  {
    now,
    compose,
  }: { readonly now: Date; readonly compose: (matters: readonly Matter[]) => ReturnType<typeof composeLetter> },
): Promise<boolean> => {
  const claimed: Told[] = [];
  try {
    for (const one of meant) if (await claimMail(one.mail.id, id, now)) claimed.push(one);
    if (claimed.length === 0) return false;
    await sendLetter(compose(claimed.map(({ matter }) => matter)), email);
  } catch (error) {
    // Each by itself: of one that stays this person is not told again.
    await Promise.allSettled(claimed.map(({ mail }) => releaseMail(mail.id, id)));
    throw error;
  }
  return true;
};
