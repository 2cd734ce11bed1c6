import { ulid } from 'ulid';
import type { staffRoutes } from '../../shared/contract/staff.ts';
import { readEvent } from '../../shared/desk/events.ts';
import * as desk from '../../shared/desk/exhibitions.ts';
import { readSite } from '../../shared/desk/site.ts';
import { nextVersion, placeIn } from '../../shared/desk/versions.ts';
import type { AuditAction } from '../../shared/domain/audit.ts';
import {
  type Exhibition,
  type ExhibitionContent,
  exhibitionContentOf,
  exhibitionContentSchema,
  withExhibitionContent,
} from '../../shared/domain/exhibition.ts';
import type { FieldError } from '../../shared/domain/field-error.ts';
import { mergePatch } from '../../shared/domain/merge-patch.ts';
import { fromCursor } from '../../shared/http/cursor.ts';
import { pageOf } from '../../shared/http/page-by-size.ts';
import { parse } from '../../shared/http/parse.ts';
import { invalidInput, Problem } from '../../shared/http/problem.ts';
import type { Call, Handlers } from '../../shared/http/serve.ts';
import { actOf, explain } from './explain.ts';
import { hidesArtists } from './staff-artwork.ts';
import {
  answerExhibition,
  demandExhibition,
  demandNotPublishing,
  demandTransition,
  toStaffExhibition,
} from './staff-exhibition.ts';
import { unknownLocales } from './unknown-locales.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createExhibition: StaffHandlers['createExhibition'] = async ({ body }, call) => {
  await demandSoundExhibition(body);
  const act = actOf(call);
  const exhibition = desk.newExhibition(ulid(act.now.getTime()), body, act);
  await explain(desk.saveExhibition(exhibition, undefined, 'exhibition.created', act));
  const answer = answerExhibition(exhibition);
  return { ...answer, headers: { ...answer.headers, location: `/v1/staff/exhibitions/${exhibition.id}` } };
};

export const listExhibitions: StaffHandlers['listExhibitions'] = async ({ query: { status, limit, cursor } }) => {
  const list = desk.exhibitionList(status);
  const { items, last } = await desk.listExhibitions(status, limit, fromCursor(list, cursor));
  return { body: pageOf(list, items.map(toListed), placeIn(items), last) };
};

/** An exhibition in a list: a hundred descriptions would be more than an answer may hold. */
const toListed = ({ selection: _, ...exhibition }: Exhibition) => {
  const texts = Object.entries(exhibition.translations).map(([locale, { description: _, ...text }]) => [locale, text]);
  return toStaffExhibition({ ...exhibition, translations: Object.fromEntries(texts) });
};

export const readExhibition: StaffHandlers['readExhibition'] = async ({ params }) =>
  answerExhibition(await demandExhibition(params.id));

export const changeExhibition: StaffHandlers['changeExhibition'] = async ({ params, body, version }, call) => {
  const exhibition = await demandExhibition(params.id, version);
  demandNotPublishing(exhibition);
  const content = parse(exhibitionContentSchema, mergePatch(exhibitionContentOf(exhibition), body));
  if (!content.blindRating) demandNotBlind(exhibition, call, 'blindRating');
  await demandSoundExhibition(content, Object.keys(body.translations ?? {}));
  const act = actOf(call);
  const next = nextVersion(withExhibitionContent(exhibition, content), {}, act);
  await explain(desk.saveExhibition(next, exhibition, 'exhibition.changed', act));
  return answerExhibition(next);
};

const moves = {
  draft: 'exhibition.drafted',
  open: 'exhibition.opened',
  selection: 'exhibition.closed',
} as const satisfies Record<string, AuditAction>;

export const moveExhibition: StaffHandlers['moveExhibition'] = async ({ params, body: { status }, version }, call) => {
  const exhibition = await demandExhibition(params.id, version);
  demandNotPublishing(exhibition);
  if (exhibition.status === status) return answerExhibition(exhibition);
  demandTransition(exhibition, status);
  demandNotBlind(exhibition, call, 'status');
  const act = actOf(call);
  const next = nextVersion(exhibition, { status }, act);
  await explain(desk.saveExhibition(next, exhibition, moves[status], act));
  return answerExhibition(next);
};

/** Refuses what would show the artists, while they are hidden, to those who rate the entries. */
const demandNotBlind = (exhibition: Exhibition, call: Call, path: string): void => {
  if (!hidesArtists(exhibition, call)) return;
  const message = 'cannot change until the selection is made, since it would show the artists: an admin may do it';
  throw new Problem('conflict', `${path}: ${message}.`, { errors: [{ path, message }] });
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
