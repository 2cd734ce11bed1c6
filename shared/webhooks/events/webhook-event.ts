import { hash } from 'node:crypto';
import { encodeTime } from 'ulid';
import * as z from 'zod';
import { idSchema } from '../../model/id.ts';
import { withUpgrade } from '../../model/json/read-stored.ts';
import { noCategory } from '../../model/publication/edition.ts';
import { isPublicAt } from '../../model/publication/publication.ts';
import type { Site } from '../../model/site/site.ts';
import { type WebhookPayload, webhookKinds, webhookTypes } from '../../model/staff/webhook.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { upgradeWebhookEvent } from '../../model/upgrade/upgrade-webhook-event.ts';
import { publicPageUrl } from '../../showcase/store/page-urls.ts';
import type { PublicChange, PublicSummary } from '../../showcase/store/public-summary.ts';

/** An event that all subscribed webhooks are notified of when its time has come. */
export const webhookEventSchema = withUpgrade(
  z.strictObject({
    /** The same each time the change is read from the stream. */
    id: idSchema,
    type: z.enum(webhookTypes),
    kind: z.enum(webhookKinds),
    subject: idSchema,
    /** When the member of staff acted. */
    actedAt: instantSchema,
    /** When it takes effect: later than the action, where that was scheduled. */
    at: instantSchema,
    body: z.string(),
  }),
  upgradeWebhookEvent,
);

export type WebhookEvent = z.output<typeof webhookEventSchema>;

/**
 * What stands for it in the id of a message: the words of 0.1.0, so that a change which both releases read is sent
 * once.
 */
const wordInId = { published: 'published', updated: 'updated', unpublished: 'withdrawn' } as const;

type Publication = NonNullable<PublicSummary['publication']>;

/** Records of a stream live for a day: an older action comes from a rebuild of what was lost. In milliseconds. */
const maxEventAgeMs = 2 * 24 * 3_600_000;

/**
 * The webhook events of a change of the public side: `published` where nothing was public, `updated` where something
 * was, `unpublished` where nothing is left; for what is scheduled, each with the time when it takes effect. A rebuild,
 * which is no action of the staff, gives none, nor does an act that leaves everything as it was. Throws where it cannot
 * be told what was withdrawn.
 */
export const webhookEventsOf = (
  { kind, id, before, after, isBeforeUnknown }: PublicChange,
  now: Date,
  site: Pick<Site, 'frontend'> = {},
): WebhookEvent[] => {
  const actedAt = after?.actedAt;
  if (!after || !actedAt || actedAt === before?.actedAt) return [];
  if (now.getTime() - Date.parse(actedAt) > maxEventAgeMs) return [];
  const say = (what: keyof typeof wordInId, at: string, publication: Publication, old?: Publication): WebhookEvent => {
    const type = `${kind}.${what}` as const;
    const body = JSON.stringify(payloadOf({ type, timestamp: at, kind, id }, { publication, old, site }));
    return { id: idOf(at, [kind, id, actedAt, wordInId[what], at]), type, kind, subject: id, actedAt, at, body };
  };
  const was = before?.publication && isPublicAt(before.publication, actedAt) ? before.publication : undefined;
  const next = after.publication;
  if (isBeforeUnknown && !next) throw new RangeError('What was withdrawn cannot be read.');
  const beginsAt = next && next.publishedAt > actedAt ? next.publishedAt : actedAt;
  const endsAt = next?.unpublishAt;
  if (!next || (endsAt && endsAt <= beginsAt)) return was ? [say('unpublished', actedAt, was)] : [];
  const stays = was !== undefined && beginsAt === actedAt;
  const isSame = stays && next.digest !== undefined && next.digest === was.digest;
  return [
    ...(was && !stays ? [say('unpublished', actedAt, was)] : []),
    ...(isSame ? [] : [stays ? say('updated', actedAt, next, was) : say('published', beginsAt, next)]),
    // Said again where nothing has changed: a planned end is taken back by every act.
    ...(endsAt ? [say('unpublished', endsAt, next)] : []),
  ];
};

interface PayloadHead extends Pick<WebhookPayload, 'type' | 'timestamp'> {
  readonly kind: PublicChange['kind'];
  readonly id: string;
}

/**
 * The languages and addresses of an earlier publication that the next one has no longer; `undefined` where there are
 * none.
 */
const removedFrom = (
  old: Publication,
  { slugs }: Publication,
  urlOf: (locale: string, slug: string) => string | undefined,
): WebhookPayload['data']['removed'] => {
  const gone = Object.entries(old.slugs).filter(([locale, slug]) => slugs[locale] !== slug);
  if (gone.length === 0) return undefined;
  return {
    locales: gone.map(([locale]) => locale).filter((locale) => slugs[locale] === undefined),
    urls: addressesOf(Object.fromEntries(gone), urlOf),
  };
};

/** The addresses in each language; a notice has none. */
const addressesOf = (
  slugs: Publication['slugs'],
  urlOf: (locale: string, slug: string) => string | undefined,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(slugs).flatMap(([locale, slug]) => {
      const url = urlOf(locale, slug);
      return url ? [[locale, url]] : [];
    }),
  );

const payloadOf = (
  { type, timestamp, kind, id }: PayloadHead,
  { publication, old, site }: { publication: Publication; old: Publication | undefined; site: Pick<Site, 'frontend'> },
): WebhookPayload => {
  const { slugs, category, campaign, publishedAt } = publication;
  const urlOf = (locale: string, slug: string) => publicPageUrl(kind, site, locale, slug);
  const removed = old && removedFrom(old, publication, urlOf);
  return {
    type,
    timestamp,
    data: {
      ...{ id, kind, locales: Object.keys(slugs), urls: addressesOf(slugs, urlOf) },
      ...(category !== noCategory && { category }),
      ...(campaign && { campaign }),
      publishedAt,
      ...(removed && { removed }),
    },
  };
};

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID whose random part is derived from `parts`. */
const idOf = (at: string, parts: readonly string[]): string => {
  const bytes = hash('sha256', parts.join(' '), 'buffer').subarray(0, 16);
  return encodeTime(Date.parse(at), 10) + Array.from(bytes, (byte) => alphabet[byte & 31]).join('');
};

/**
 * True where a scheduled event has taken effect, by what is public now: unchanged since then, or changed only after its
 * time. False where it was cancelled or postponed before.
 */
export const hasTakenEffect = (
  { actedAt, at }: Pick<WebhookEvent, 'actedAt' | 'at'>,
  publicSummary: PublicSummary | undefined,
): boolean => {
  // An event that takes effect with the action itself has happened.
  if (at <= actedAt) return true;
  return publicSummary?.actedAt !== undefined && (publicSummary.actedAt === actedAt || publicSummary.actedAt > at);
};
