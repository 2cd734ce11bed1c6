import { ulid } from 'ulid';
import { limits } from '../../../shared/aws/limits.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readEvent } from '../../../shared/desk/events/events.ts';
import { listArtworks } from '../../../shared/desk/exhibitions/artworks.ts';
import * as desk from '../../../shared/desk/exhibitions/exhibitions.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { draftQuota } from '../../../shared/desk/store/quotas.ts';
import { nextVersion, placeIn } from '../../../shared/desk/store/versions.ts';
import { fromCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import { parse } from '../../../shared/http/parse.ts';
import { invalidInput, Problem } from '../../../shared/http/problem.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import type { AuditAction } from '../../../shared/model/audit.ts';
import {
  type Exhibition,
  type ExhibitionContent,
  type ExhibitionStatus,
  exhibitionContentOf,
  exhibitionContentSchema,
  withExhibitionContent,
} from '../../../shared/model/exhibition.ts';
import type { FieldError } from '../../../shared/model/field-error.ts';
import { mergePatch } from '../../../shared/model/merge-patch.ts';
import { isBlind } from '../../../shared/model/permissions.ts';
import { settleExhibition } from '../admin/attention.ts';
import { confirmExhibition } from '../events/confirmed-mentions.ts';
import { unknownLocales } from '../events/unknown-locales.ts';
import { actOf, explain } from '../explain.ts';
import { actorOf, isEditor, mayIn, requireIn } from '../permissions.ts';
import { beginBlindRating, reopen } from './blind-rating.ts';
import {
  answerExhibition,
  demandExhibition,
  demandNotPublishing,
  demandTransition,
  toStaffExhibition,
} from './staff-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createExhibition: StaffHandlers['createExhibition'] = async ({ body }, call) => {
  if (body.blindRating && !isEditor(call)) throw flagRefusal('forbidden', 'is for an editor to switch on');
  await demandSoundExhibition(body);
  const act = actOf(call);
  const exhibition = desk.newExhibition(ulid(act.now.getTime()), body, act);
  const quota = draftQuota(act, limits());
  await explain(desk.saveExhibition(exhibition, undefined, 'exhibition.created', act, [quota.write]), quota);
  const answer = await answerExhibition(exhibition, call);
  return { ...answer, headers: { ...answer.headers, location: `/v1/staff/exhibitions/${exhibition.id}` } };
};

export const listExhibitions: StaffHandlers['listExhibitions'] = async ({ query: { status, limit, cursor } }) => {
  const list = desk.exhibitionList(status);
  const { items, last } = await desk.listExhibitions(status, limit, fromCursor(list, cursor));
  return { body: pageOf(list, items.map(toListed), placeIn(items), last) };
};

/** An exhibition in a list: a hundred descriptions would be more than an answer may hold. */
const toListed = ({ selection: _, confirmedMentions: _confirmed, ...exhibition }: Exhibition) => {
  const texts = Object.entries(exhibition.translations).map(([locale, { description: _, ...text }]) => [locale, text]);
  return toStaffExhibition({ ...exhibition, translations: Object.fromEntries(texts) });
};

export const readExhibition: StaffHandlers['readExhibition'] = async ({ params }, call) =>
  answerExhibition(await demandExhibition(params.id), call);

export const changeExhibition: StaffHandlers['changeExhibition'] = async ({ params, body, version }, call) => {
  const exhibition = await demandExhibition(params.id, version);
  requireIn('changeExhibition', exhibition, actorOf(call, exhibition.createdBy));
  demandNotPublishing(exhibition);
  const { confirmedMentions, ...patch } = body;
  const content = parse(exhibitionContentSchema, mergePatch(exhibitionContentOf(exhibition), patch));
  if (content.blindRating !== exhibition.blindRating) await requireFreeFlag(exhibition, call);
  await demandSoundExhibition(content, Object.keys(body.translations ?? {}));
  const act = actOf(call);
  const changed = withExhibitionContent(exhibition, content);
  const confirmed = await confirmExhibition(changed, confirmedMentions, call);
  const next = nextVersion(changed, confirmed.confirmedMentions, act);
  await explain(desk.saveExhibition(next, exhibition, 'exhibition.changed', act, confirmed.writes));
  await settleExhibition(next, call, exhibition);
  return answerExhibition(next, call);
};

const moves = {
  draft: 'exhibition.drafted',
  open: 'exhibition.opened',
  selection: 'exhibition.closed',
} as const satisfies Record<string, AuditAction>;

export const moveExhibition: StaffHandlers['moveExhibition'] = async ({ params, body: { status }, version }, call) => {
  const exhibition = await demandExhibition(params.id, version);
  demandNotPublishing(exhibition);
  // What was closed before numbers were drawn has them drawn now.
  if (exhibition.status === status && !(isBlind(exhibition) && !exhibition.rating)) {
    return answerExhibition(exhibition, call);
  }
  if (exhibition.status !== status) demandTransition(exhibition, status);
  if (status === 'open' && closed.includes(exhibition.status)) return reopen(exhibition, call);
  if (status === 'selection' && exhibition.blindRating && exhibition.status !== 'withdrawn') {
    return beginBlindRating(exhibition, call);
  }
  const act = actOf(call);
  const next = nextVersion(exhibition, { status }, act);
  await explain(desk.saveExhibition(next, exhibition, moves[status], act));
  return answerExhibition(next, call);
};

/** The states in which no entries are taken any more. */
const closed: readonly ExhibitionStatus[] = ['selection', 'withdrawn'];

const flagRefusal = (code: 'forbidden' | 'conflict', message: string): Problem =>
  new Problem(code, `blindRating ${message}.`, { errors: [{ path: 'blindRating', message }] });

/** Refuses to switch blind rating on or off where an entry is there, of which somebody has known already whose it is, and but for editors. */
const requireFreeFlag = async (exhibition: Exhibition, call: Call): Promise<void> => {
  if (!isEditor(call)) throw flagRefusal('forbidden', 'is for an editor to switch');
  const { artworks } = await listArtworks(exhibition.id, 1, undefined);
  if (artworks.length > 0 || !mayIn('setBlindRating', exhibition, actorOf(call))) {
    throw flagRefusal('conflict', 'is fixed once there are entries');
  }
};

/** Refuses a category or event that is not there, an end before the beginning, and of the `named` languages those the site lacks. */
const demandSoundExhibition = async (
  content: ExhibitionContent,
  named: readonly string[] = Object.keys(content.translations),
): Promise<void> => {
  const { site } = await readSite();
  const errors: FieldError[] = [
    ...unknownLocales('translations', content.translations, site, named),
    ...content.organisers.flatMap(({ name }, n) => unknownLocales(`organisers.${n}.name`, name, site)),
  ];
  const categories = site.categories.map(({ slug }) => slug);
  if (!categories.includes(content.category)) {
    errors.push({ path: 'category', message: `is no category of this site; known are ${categories.join(', ')}` });
  }
  const { opensOn, closesOn, eventIds } = content;
  if (closesOn && !opensOn) errors.push({ path: 'opensOn', message: 'is missing, though closesOn is there' });
  if (opensOn && closesOn && closesOn < opensOn) errors.push({ path: 'closesOn', message: 'lies before opensOn' });
  const events = await Promise.all(eventIds.map((id) => readEvent(id)));
  for (const [n, event] of events.entries()) {
    if (!event) errors.push({ path: `eventIds.${n}`, message: 'is no event that we know' });
    else if (eventIds.indexOf(event.id) < n) errors.push({ path: `eventIds.${n}`, message: 'is named twice' });
  }
  if (errors.length > 0) throw invalidInput(errors);
};
