import { countEndingConsents } from '../../shared/desk/consent/find-entries.ts';
import { readEvent } from '../../shared/desk/events/events.ts';
import { readExhibition } from '../../shared/desk/exhibitions/exhibitions.ts';
import { readJob } from '../../shared/desk/jobs/jobs.ts';
import { readSite } from '../../shared/desk/site/site.ts';
import type { Exhibition } from '../../shared/model/exhibitions/exhibition.ts';
import { StoredValueError } from '../../shared/model/json/read-stored.ts';
import type { DueMail, DueMailOf } from '../../shared/model/staff/mail.ts';
import { dayOf } from '../../shared/model/time/local-time.ts';
import type { Matter } from './compose-letter.ts';

/**
 * What a mail tells of as it is now; nothing where it is over: the review was answered, the publication has succeeded
 * since.
 */
export const readMatter = async (mail: DueMail, now: Date): Promise<Matter | undefined> => {
  switch (mail.kind) {
    case 'consent':
      return endingConsents(now);
    case 'failure':
      return failedWork(mail, now);
    case 'review':
    case 'returned':
      return reviewedText(mail);
    default:
      // A later release has written it, and tells of it once it is back.
      throw new StoredValueError('known kind of mail', ['kind']);
  }
};

const reviewedText = async ({
  kind,
  eventId: id,
  at,
}: DueMailOf<'review' | 'returned'>): Promise<Matter | undefined> => {
  const event = await readEvent(id);
  if (!event?.review || event.review.createdAt !== at) return undefined;
  const { status, translations } = event;
  return kind === 'returned' || status === 'inReview' ? { kind: 'text', id, titles: translations } : undefined;
};

/**
 * Whether an edition that failed is still the one that is wanted: it is not once it is public, or another one was asked
 * for.
 */
export const isStillWanted = ({ publishing }: Pick<Exhibition, 'publishing'>, edition: number): boolean =>
  publishing?.edition === edition;

const failedWork = async (
  { work: { kind, id, edition } }: DueMailOf<'failure'>,
  now: Date,
): Promise<Matter | undefined> => {
  if (kind === 'job') {
    const job = await readJob(id, now);
    return job?.state === 'failed' ? { kind, id, job: job.kind } : undefined;
  }
  const exhibition = await readExhibition(id);
  const isOver = !exhibition || (edition !== undefined && !isStillWanted(exhibition, edition));
  return isOver ? undefined : { kind, id, titles: exhibition.translations };
};

const endingConsents = async (now: Date): Promise<Matter | undefined> => {
  const { site } = await readSite();
  const { count, first } = await countEndingConsents(dayOf(now.toISOString(), site.timeZone));
  return first === undefined ? undefined : { kind: 'consents', count, first };
};
