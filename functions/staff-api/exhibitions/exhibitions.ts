import { ulid } from 'ulid';
import { limits } from '../../../shared/aws/limits.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readEvent } from '../../../shared/desk/events/events.ts';
import { readArtworksPage } from '../../../shared/desk/exhibitions/artworks.ts';
import { readExhibitionsPage } from '../../../shared/desk/exhibitions/exhibition-lists.ts';
import * as desk from '../../../shared/desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { requireNotPublishing } from '../../../shared/desk/exhibitions/require-not-publishing.ts';
import { requireTransition } from '../../../shared/desk/exhibitions/require-transition.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import {
  actorKindOf,
  isEditor,
  isExhibitionActionAllowed,
  requireExhibitionAction,
} from '../../../shared/desk/store/permissions.ts';
import { draftQuota } from '../../../shared/desk/store/quotas.ts';
import { nextVersion } from '../../../shared/desk/store/versions.ts';
import { upgradeLists } from '../../../shared/desk/upgrade/upgrade-lists.ts';
import { fromSegmentCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import { parse } from '../../../shared/http/parse.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import type { AuditAction } from '../../../shared/model/audit.ts';
import {
  type Exhibition,
  type ExhibitionContent,
  exhibitionContentOf,
  exhibitionContentSchema,
  type StoredExhibitionStatus,
  withExhibitionContent,
} from '../../../shared/model/exhibition.ts';
import { mergePatch } from '../../../shared/model/merge-patch.ts';
import { isBlind } from '../../../shared/model/permissions.ts';
import { unknownLocales } from '../../../shared/model/unknown-locales.ts';
import { beginBlindRating } from '../../../shared/publishing/exhibitions/begin-blind-rating.ts';
import { reopenEntries } from '../../../shared/publishing/exhibitions/reopen-entries.ts';
import { confirmExhibition } from '../../../shared/publishing/mentions/confirm-mentions.ts';
import { resolveExhibitionAttention } from '../../../shared/publishing/mentions/resolve-exhibition-attention.ts';
import { ConflictError, ForbiddenError, InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { type FieldError, fieldError } from '../../../shared/refusals/field-error.ts';
import { actorOf } from '../actor-of.ts';
import { type StaffViewer, toExhibitionResponse, toStaffExhibition } from './staff-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createExhibition: StaffHandlers['createExhibition'] = async ({ body }, call) => {
  if (body.blindRating && !isEditor(actorOf(call)))
    throw new ForbiddenError([fieldError('blindRating', 'blindRatingForEditors')]);
  await requireValidExhibitionContent(body);
  const context = actorOf(call);
  const exhibition = desk.newExhibition(ulid(context.now.getTime()), body, context);
  const quota = draftQuota(context, limits());
  await desk.saveExhibition(
    { exhibition, previous: undefined, action: 'exhibition.created', others: [quota] },
    context,
  );
  const answer = await toExhibitionResponse(exhibition, call);
  return { ...answer, headers: { ...answer.headers, location: `/v1/staff/exhibitions/${exhibition.id}` } };
};

export const listStaffExhibitions: StaffHandlers['listStaffExhibitions'] = async (
  { query: { status, limit, cursor } },
  call,
) => {
  const { now } = call;
  const list = `EXHIBITIONS#${status}`;
  await upgradeLists();
  const { items, last } = await readExhibitionsPage(status, { now, limit, after: fromSegmentCursor(list, cursor) });
  const shown = items.map(({ item }) => toListItem(item, call));
  return { body: pageOf(list, shown, (n) => items[n]?.place ?? '', last) };
};

/** An exhibition in a list, without its descriptions: a hundred of them would exceed the size of an answer. */
const toListItem = ({ selection: _, confirmedMentions: _confirmed, ...exhibition }: Exhibition, call: StaffViewer) => {
  const texts = Object.entries(exhibition.translations).map(([locale, { description: _, ...text }]) => [locale, text]);
  return toStaffExhibition({ ...exhibition, translations: Object.fromEntries(texts) }, call);
};

export const getStaffExhibition: StaffHandlers['getStaffExhibition'] = async ({ params }, call) =>
  toExhibitionResponse(await requireExhibition(params.id), call);

export const updateExhibition: StaffHandlers['updateExhibition'] = async ({ params, body, version }, call) => {
  const exhibition = await requireExhibition(params.id, version);
  requireExhibitionAction('changeExhibition', exhibition, actorKindOf(actorOf(call), exhibition.createdBy));
  requireNotPublishing(exhibition);
  const { confirmedMentions, ...patch } = body;
  const content = parse(exhibitionContentSchema, mergePatch(exhibitionContentOf(exhibition), patch));
  if (content.blindRating !== exhibition.blindRating) await requireBlindRatingChangeable(exhibition, call);
  await requireValidExhibitionContent(content, Object.keys(body.translations ?? {}));
  const context = actorOf(call);
  const changed = withExhibitionContent(exhibition, content);
  const confirmed = await confirmExhibition(changed, confirmedMentions, actorOf(call));
  const next = nextVersion(changed, confirmed.confirmedMentions, context);
  await desk.saveExhibition(
    { exhibition: next, previous: exhibition, action: 'exhibition.updated', others: confirmed.writes },
    context,
  );
  await resolveExhibitionAttention(next, actorOf(call), exhibition);
  return toExhibitionResponse(next, call);
};

const actionByStatus = {
  draft: 'exhibition.drafted',
  open: 'exhibition.opened',
  selection: 'exhibition.closed',
} as const satisfies Record<string, AuditAction>;

export const updateExhibitionStatus: StaffHandlers['updateExhibitionStatus'] = async (
  { params, body: { status }, version },
  call,
) => {
  const exhibition = await requireExhibition(params.id, version);
  requireNotPublishing(exhibition);
  // An exhibition that was closed before numbers were drawn has them drawn now.
  if (exhibition.status === status && !(isBlind(exhibition) && !exhibition.rating)) {
    return toExhibitionResponse(exhibition, call);
  }
  if (exhibition.status !== status) requireTransition(exhibition, status, call.now);
  if (status === 'open' && closed.includes(exhibition.status)) {
    return toExhibitionResponse(await reopenEntries(exhibition, actorOf(call)), call);
  }
  if (status === 'selection' && exhibition.blindRating && exhibition.status !== 'withdrawn') {
    return toExhibitionResponse(await beginBlindRating(exhibition, actorOf(call)), call);
  }
  const context = actorOf(call);
  const next = nextVersion(exhibition, { status }, context);
  await desk.saveExhibition({ exhibition: next, previous: exhibition, action: actionByStatus[status] }, context);
  return toExhibitionResponse(next, call);
};

/** The states in which no entries are accepted. */
const closed: readonly StoredExhibitionStatus[] = ['selection', 'withdrawn'];

/**
 * Refuses to switch blind rating on or off where there are entries whose artists staff have already seen, and for all
 * but editors.
 */
const requireBlindRatingChangeable = async (exhibition: Exhibition, call: Call): Promise<void> => {
  if (!isEditor(actorOf(call))) throw new ForbiddenError([fieldError('blindRating', 'blindRatingForEditors')]);
  const { items: artworks } = await readArtworksPage(exhibition.id, 1, undefined);
  if (artworks.length > 0 || !isExhibitionActionAllowed('setBlindRating', exhibition, actorKindOf(actorOf(call)))) {
    throw new ConflictError([fieldError('blindRating', 'blindRatingFixed')]);
  }
};

/**
 * Refuses a category or event that is not there, an end before the beginning, and of the `named` languages those the
 * site lacks.
 */
const requireValidExhibitionContent = async (
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
    errors.push(fieldError('category', 'unknownCategory', { known: categories }));
  }
  const { opensOn, closesOn, eventIds } = content;
  if (closesOn && !opensOn) errors.push(fieldError('opensOn', 'requiredBeside', { field: 'closesOn' }));
  if (opensOn && closesOn && closesOn < opensOn) errors.push(fieldError('closesOn', 'before', { field: 'opensOn' }));
  const events = await Promise.all(eventIds.map((id) => readEvent(id)));
  for (const [n, event] of events.entries()) {
    if (!event) errors.push(fieldError(`eventIds.${n}`, 'unknownEvent'));
    else if (eventIds.indexOf(event.id) < n) errors.push(fieldError(`eventIds.${n}`, 'duplicate'));
  }
  if (errors.length > 0) throw new InvalidInputError(errors);
};
