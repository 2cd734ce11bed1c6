import * as z from 'zod';
import { incomingPrefix } from '../../../shared/media/keys.ts';
import { idSchema } from '../../../shared/model/id.ts';
import type { setAsideNames } from '../../../shared/model/staff/queue.ts';

/** What a message that was set aside is about. */
interface Subject {
  readonly kind: 'upload' | 'exhibition' | 'job' | 'event' | 'webhook';
  readonly id: string;
}

const about = (kind: Subject['kind']) => idSchema.transform((id): Subject => ({ kind, id }));

const ofKey = z
  .string()
  .transform((key) => key.slice(incomingPrefix.length))
  .pipe(about('upload'));

/** Of what each queue's messages say only this is read: they quote what people have written. */
const schemas: Readonly<Record<(typeof setAsideNames)[number], z.ZodType<Subject | undefined>>> = {
  uploads: z
    .object({ Records: z.tuple([z.object({ s3: z.object({ object: z.object({ key: ofKey }) }) })]) })
    .transform(({ Records: [{ s3 }] }) => s3.object.key),
  exhibitions: z.union([
    z.object({ exhibitionId: about('exhibition') }).transform(({ exhibitionId }) => exhibitionId),
    z.object({ job: about('job') }).transform(({ job }) => job),
  ]),
  webhooks: z.union([
    z.object({ deliver: z.object({ webhookId: about('webhook') }) }).transform(({ deliver }) => deliver.webhookId),
    z
      .object({ announce: z.object({ kind: z.string(), subject: idSchema }) })
      .transform(
        ({ announce: { kind, subject: id } }): Subject => ({ kind: kind === 'exhibition' ? kind : 'event', id }),
      ),
  ]),
  // Behind the id may stand for how many readers the view speaks.
  views: z
    .string()
    .transform((body) => body.replace(/ .*$/s, ''))
    .pipe(about('event')),
  // What is due to many people is about as many things.
  mail: z.undefined(),
  changes: z.undefined(),
};

/** What a message is about, as far as it says so in a way that this release knows. */
export const subjectOf = (queue: (typeof setAsideNames)[number], body: string): Subject | undefined => {
  try {
    return schemas[queue].safeParse(queue === 'views' ? body : JSON.parse(body)).data;
  } catch {
    // Nobody knows what it is: it may be why it was set aside.
    return undefined;
  }
};

const noticeSchema = z.object({ unfollowed: z.object({ reason: z.string() }) });

/** Why a change could not be followed, as its consumer has noted it. */
export const reasonOfChange = (body: string): string | undefined => {
  try {
    return noticeSchema.safeParse(JSON.parse(body)).data?.unfollowed.reason;
  } catch {
    return undefined;
  }
};
