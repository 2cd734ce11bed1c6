import { hash } from 'node:crypto';
import { encodeTime } from 'ulid';
import * as z from 'zod';
import { idSchema } from '../../model/id.ts';
import { withUpgrade } from '../../model/read-stored.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { upgradeWebhookEvent } from '../../model/upgrade/upgrade-webhook-event.ts';
import { type WebhookPayload, webhookTypes } from '../../model/webhook.ts';
import type { PublicChange, PublicSummary } from '../../showcase/store/public-summary.ts';
import { eventUrl, exhibitionUrl } from '../../showcase/store/urls.ts';

/** A message that all who listen to it are to be told, when its time has come. */
export const webhookEventSchema = withUpgrade(
  z.strictObject({
    /** The same however often the change is heard of. */
    id: idSchema,
    type: z.enum(webhookTypes),
    kind: z.enum(['event', 'exhibition']),
    subject: idSchema,
    /** When somebody did what it tells of. */
    actedAt: instantSchema,
    /** When it comes true: later than the act, where that was a plan. */
    at: instantSchema,
    body: z.string(),
  }),
  upgradeWebhookEvent,
);

export type WebhookEvent = z.output<typeof webhookEventSchema>;

/** What stands for it in the id of a message: the words of 0.1.0, so that a change which both releases hear of is told once. */
const wordInId = { published: 'published', updated: 'updated', unpublished: 'withdrawn' } as const;

type Publication = NonNullable<PublicSummary['publication']>;

/** Records of a stream live for a day: an older act comes from a rebuild of what was lost. In milliseconds. */
const maxEventAgeMs = 2 * 24 * 3_600_000;

/** True where something could be read at a time. */
const isPublicAt = ({ publishedAt, unpublishAt }: Publication, time: string): boolean =>
  publishedAt <= time && (unpublishAt === undefined || unpublishAt > time);

/**
 * What a change of the public side means to those who follow it from outside: `published` where nothing was public, `updated` where
 * something was, `unpublished` where nothing is left; for what is planned, each with the time when it comes true. A rebuild, which no
 * act of the staff stands behind, means nothing. Throws where it cannot be told what a withdrawal has withdrawn.
 */
export const webhookEventsOf = (
  { kind, id, before, after, isBeforeUnknown }: PublicChange,
  now: Date,
): WebhookEvent[] => {
  const actedAt = after?.actedAt;
  if (!after || !actedAt || actedAt === before?.actedAt) return [];
  if (now.getTime() - Date.parse(actedAt) > maxEventAgeMs) return [];
  const say = (what: keyof typeof wordInId, at: string, publication: Publication): WebhookEvent => {
    const type = `${kind}.${what}` as const;
    const body = JSON.stringify(payloadOf({ type, timestamp: at, kind, id }, publication));
    return { id: idOf(at, [kind, id, actedAt, wordInId[what], at]), type, kind, subject: id, actedAt, at, body };
  };
  const was = before?.publication && isPublicAt(before.publication, actedAt) ? before.publication : undefined;
  const next = after.publication;
  if (isBeforeUnknown && !next) throw new RangeError('What was withdrawn cannot be read.');
  const beginsAt = next && next.publishedAt > actedAt ? next.publishedAt : actedAt;
  const endsAt = next?.unpublishAt;
  if (!next || (endsAt && endsAt <= beginsAt)) return was ? [say('unpublished', actedAt, was)] : [];
  const stays = was !== undefined && beginsAt === actedAt;
  return [
    ...(was && !stays ? [say('unpublished', actedAt, was)] : []),
    stays ? say('updated', actedAt, next) : say('published', beginsAt, next),
    ...(endsAt ? [say('unpublished', endsAt, next)] : []),
  ];
};

interface PayloadHead extends Pick<WebhookPayload, 'type' | 'timestamp'> {
  readonly kind: PublicChange['kind'];
  readonly id: string;
}

const payloadOf = (
  { type, timestamp, kind, id }: PayloadHead,
  { slugs, category, campaign, publishedAt }: Publication,
): WebhookPayload => {
  const urlOf = kind === 'event' ? eventUrl : exhibitionUrl;
  const urls = Object.entries(slugs).map(([locale, slug]) => [locale, urlOf(locale, slug)]);
  return {
    type,
    timestamp,
    data: {
      ...{ id, kind, locales: Object.keys(slugs), urls: Object.fromEntries(urls), category },
      ...(campaign && { campaign }),
      publishedAt,
    },
  };
};

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID whose random part is made from what it stands for. */
const idOf = (at: string, parts: readonly string[]): string => {
  const bytes = hash('sha256', parts.join(' '), 'buffer').subarray(0, 16);
  return encodeTime(Date.parse(at), 10) + Array.from(bytes, (byte) => alphabet[byte & 31]).join('');
};

/**
 * True where what was announced has come true, by what the public sees now: it is as it was left then, or it was changed only
 * after the time had come. What was taken back or put off before is not.
 */
export const hasTakenEffect = (
  { actedAt, at }: Pick<WebhookEvent, 'actedAt' | 'at'>,
  face: PublicSummary | undefined,
): boolean => {
  // What happens with the act itself has happened.
  if (at <= actedAt) return true;
  return face?.actedAt !== undefined && (face.actedAt === actedAt || face.actedAt > at);
};
