import { ulid } from 'ulid';
import { limits } from '../../../shared/aws/limits.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import type { StaffEvent } from '../../../shared/contract/staff-schemas.ts';
import * as desk from '../../../shared/desk/events/events.ts';
import { endPreviews } from '../../../shared/desk/events/preview-ends.ts';
import { readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { draftQuota } from '../../../shared/desk/store/quotas.ts';
import { nextVersion, placeIn } from '../../../shared/desk/store/versions.ts';
import { readPictureOf } from '../../../shared/desk/uploads/pictures.ts';
import { readUpload } from '../../../shared/desk/uploads/uploads.ts';
import { fromCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import { parse } from '../../../shared/http/parse.ts';
import { invalidInput, Problem } from '../../../shared/http/problem.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import {
  contentOf,
  type Event,
  type EventContent,
  eventContentSchema,
  withContent,
} from '../../../shared/model/event.ts';
import { knownFields } from '../../../shared/model/known-fields.ts';
import { mergePatch } from '../../../shared/model/merge-patch.ts';
import { sayRejection } from '../../../shared/model/rejection.ts';
import type { Site } from '../../../shared/model/site.ts';
import { readPermission } from '../../../shared/publishing/pictures/permission.ts';
import { artworkAsCover } from '../../../shared/publishing/shared/not-publishable.ts';
import { settleEvent } from '../admin/attention.ts';
import { actOf, explain } from '../explain.ts';
import { requireForEvent } from '../permissions.ts';
import { confirmEvent } from './confirmed-mentions.ts';
import { answerEvent, demandEvent, demandNotArchived, toStaffEvent } from './staff-event.ts';
import { unknownLocales } from './unknown-locales.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createEvent: StaffHandlers['createEvent'] = async ({ body }, call) => {
  await demandSoundContent(body);
  const act = actOf(call);
  const event = desk.newEvent(ulid(act.now.getTime()), body, act);
  const quota = draftQuota(act, limits());
  await explain(desk.saveEvent(event, undefined, 'created', act, [quota.write]), quota);
  const answer = answerEvent(event);
  return { ...answer, headers: { ...answer.headers, location: `/v1/staff/events/${event.id}` } };
};

export const listEvents: StaffHandlers['listEvents'] = async ({ query: { status, limit, cursor } }) => {
  const list = desk.listOf(status);
  const { items, last } = await desk.listEvents(status, limit, fromCursor(list, cursor));
  return { body: pageOf(list, items.map(toListed), placeIn(items), last) };
};

/** An event in a list: a hundred bodies would be more than an answer may hold. */
const toListed = ({ confirmedMentions: _, ...event }: Event): StaffEvent => {
  const translations = Object.entries(event.translations).map(([locale, { body: _, ...text }]) => [locale, text]);
  return toStaffEvent({ ...event, translations: Object.fromEntries(translations) });
};

export const readEvent: StaffHandlers['readEvent'] = async ({ params }) => answerEvent(await demandEvent(params.id));

export const changeEvent: StaffHandlers['changeEvent'] = async ({ params, body, version }, call) => {
  const event = await demandEvent(params.id, version);
  demandNotArchived(event);
  requireForEvent('changeEvent', event, call);
  const { confirmedMentions, ...patch } = body;
  const content = parse(eventContentSchema, mergePatch(knownFields(eventContentSchema, contentOf(event)), patch));
  await demandSoundContent(content, Object.keys(body.translations ?? {}), event);
  const act = actOf(call);
  const changed = withContent(event, content);
  const confirmed = await confirmEvent(changed, confirmedMentions, call);
  const next = nextVersion(changed, confirmed.confirmedMentions, act);
  await explain(desk.saveEvent(next, event, 'changed', act, confirmed.writes));
  await settleEvent(next, call, event);
  return answerEvent(next);
};

export const handEvent: StaffHandlers['handEvent'] = async ({ params, body, version }, call) => {
  const event = await demandEvent(params.id, version);
  demandNotArchived(event);
  requireForEvent('handOver', event, call);
  const act = actOf(call);
  const next = nextVersion(event, { handedTo: [...new Set(body.handedTo)] }, act);
  await explain(desk.saveEvent(next, event, 'changed', act));
  return answerEvent(next);
};

export const archiveEvent: StaffHandlers['archiveEvent'] = async ({ params, version }, call) => {
  const event = await demandEvent(params.id, version);
  demandNotArchived(event);
  if (event.published) throw new Problem('conflict', `The event ${event.id} is published: withdraw it first.`);
  requireForEvent('archiveEvent', event, call);
  const act = actOf(call);
  const next = nextVersion(event, { status: 'archived' }, act);
  await explain(desk.saveEvent(next, event, 'archived', act, [endPreviews(`EVENT#${event.id}`)]));
  await settleEvent(next, call);
  return answerEvent(next);
};

/**
 * Refuses a category or upload that is not there, an end before the start, and of the `named` languages those the site lacks. A cover that
 * it had `before` is left to the publication: what has become of it meanwhile keeps nobody from his work on the texts.
 */
export const demandSoundContent = async (
  content: EventContent,
  named: readonly string[] = Object.keys(content.translations),
  before?: EventContent,
): Promise<void> => {
  const { site } = await readSite();
  const errors = unknownLocales('translations', content.translations, site, named);
  const categories = site.categories.map(({ slug }) => slug);
  if (content.category && !categories.includes(content.category)) {
    errors.push({ path: 'category', message: `is no category of this site; known are ${categories.join(', ')}` });
  }
  const { startsAt, endsAt } = content;
  if (endsAt && !startsAt) errors.push({ path: 'startsAt', message: 'is missing, though endsAt is there' });
  if (startsAt && endsAt && startsAt.length !== endsAt.length) {
    errors.push({ path: 'endsAt', message: `must be a ${startsAt.length === 10 ? 'day' : 'time'}, as startsAt is` });
  } else if (startsAt && endsAt && endsAt < startsAt) errors.push({ path: 'endsAt', message: 'lies before startsAt' });
  if (content.coverUploadId && content.coverUploadId !== before?.coverUploadId) {
    const message = await coverFault(content.coverUploadId, site);
    if (message) errors.push({ path: 'coverUploadId', message });
  }
  if (content.exhibitionId && !(await readExhibition(content.exhibitionId))) {
    errors.push({ path: 'exhibitionId', message: 'is no exhibition that we know' });
  }
  if (errors.length > 0) throw invalidInput(errors);
};

const coverFault = async (uploadId: string, site: Site): Promise<string | undefined> => {
  const upload = await readUpload(uploadId);
  if (!upload) return 'is no upload that we know';
  if (upload.rejection) return `was rejected: ${sayRejection(upload.rejection, []).message}`;
  const now = new Date();
  const permission = await readPermission(await readPictureOf(upload.sha256, now), now, site);
  // What is missing is told to those who publish: others may be rating the entry.
  return 'refusal' in permission ? artworkAsCover : undefined;
};
