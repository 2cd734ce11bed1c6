import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { mapWithConcurrency } from '../../../shared/async/map-with-concurrency.ts';
import { ConditionsFailedError } from '../../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import type { ImportReport } from '../../../shared/contract/staff-schemas.ts';
import { newEvent } from '../../../shared/desk/events/events.ts';
import { isImported, legacyPathClaim, sourceClaim, sourceCondition } from '../../../shared/desk/events/sources.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import type { ActionContext } from '../../../shared/desk/store/audit.ts';
import { parseJson } from '../../../shared/http/json.ts';
import { parse } from '../../../shared/http/parse.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { type ArchiveLine, archiveLineSchema } from '../../../shared/model/archive.ts';
import type { Event, EventContent } from '../../../shared/model/event.ts';
import type { Site } from '../../../shared/model/site.ts';
import { startOfDay } from '../../../shared/model/time/start-of-day.ts';
import { importEvent } from '../../../shared/publishing/events/import-event.ts';
import { validateEventForPublication } from '../../../shared/publishing/events/validate-event.ts';
import { deleteDueMedia } from '../../../shared/publishing/shared/delete-due-media.ts';
import { ApplicationError, InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { type FieldError, fieldError, wordErrors } from '../../../shared/refusals/field-error.ts';
import { refusalKinds } from '../../../shared/refusals/kinds.ts';
import { shortened } from '../../../shared/refusals/shortened.ts';
import { actorOf } from '../actor-of.ts';
import { requireValidEventContent } from './events.ts';
import { withPresentArchiveNames } from './legacy-archive-names.ts';

/** How many lines are worked on at the same time. */
const concurrency = 8;

/** Most lines of one request: more would not end in time. */
const maxLines = 200;

/** Longest external id that a refusal repeats: one that is valid is shorter. */
const maxReportedExternalIdLength = 400;

type LineResult = 'created' | 'unchanged' | { readonly externalId?: string; readonly errors: readonly FieldError[] };

export const importArchive: Handlers<typeof staffRoutes>['importArchive'] = async ({ body: lines, query }, call) => {
  if (lines.length > maxLines) {
    throw new InvalidInputError([fieldError('body', 'tooManyLines', { count: lines.length, max: maxLines })]);
  }
  const { site } = await readSite();
  const context = actorOf(call);
  const outcomes = await mapWithConcurrency(lines, concurrency, (text) =>
    importLine(text, site, context, query.dryRun),
  );
  const refused = outcomes.flatMap((outcome, index) =>
    typeof outcome === 'string'
      ? []
      : [{ line: index + 1, ...outcome, errors: wordErrors(outcome.errors, call.language) }],
  );
  const count = (wanted: LineResult) => outcomes.filter((outcome) => outcome === wanted).length;
  const report: ImportReport = { created: count('created'), unchanged: count('unchanged'), refused };
  return { body: report };
};

/**
 * The outcome of a line, or in a dry run the expected one. Throws only errors that are not the line's fault; then the
 * caller may repeat the request.
 */
const importLine = async (text: string, site: Site, context: ActionContext, isDryRun: boolean): Promise<LineResult> => {
  let externalId: string | undefined;
  try {
    const { line, errors } = withPresentArchiveNames(parseJson(text, 'line'));
    externalId = externalIdOf(line);
    if (errors.length > 0) throw new InvalidInputError(errors, 'line');
    const item = parse(archiveLineSchema, line, 'line');
    if (await isImported(item.externalId)) return 'unchanged';
    const event = await eventOf(item, site, context, isDryRun);
    if (!isDryRun) await publishItem(event, item, context, site);
    return 'created';
  } catch (error) {
    if (error instanceof ConditionsFailedError && error.failedConditions.includes(sourceCondition)) return 'unchanged';
    const errors = fieldErrorsOf(error);
    if (!errors) throw error;
    return {
      ...(externalId !== undefined && { externalId: shortened(externalId, maxReportedExternalIdLength) }),
      errors,
    };
  }
};

const externalIdOf = (value: unknown): string | undefined => {
  const id = typeof value === 'object' && value !== null && 'externalId' in value ? value.externalId : undefined;
  return typeof id === 'string' ? id : undefined;
};

const fieldErrorsOf = (error: unknown): readonly FieldError[] | undefined => {
  if (error instanceof ApplicationError && refusalKinds[error.kind] < 500) {
    const { code, params, errors } = error;
    return errors ?? [{ path: 'line', code, ...(params && { params }) }];
  }
  if (error instanceof ConditionsFailedError) {
    return error.failedConditions.map((path) => fieldError(path, 'pathOfOtherEvent'));
  }
  if (error instanceof Error && error.name === 'ValidationException') return [fieldError('line', 'notStorable')];
  return undefined;
};

/** The event that an item becomes; throws with everything that is missing. */
const eventOf = async (item: ArchiveLine, site: Site, context: ActionContext, isDryRun: boolean): Promise<Event> => {
  const [image] = item.images ?? [];
  if (image && !image.uploadId && !isDryRun) {
    throw new InvalidInputError([fieldError('images.0.uploadId', 'importUploadRequired')]);
  }
  const content: EventContent = {
    category: item.category,
    ...(item.campaign && { campaign: item.campaign }),
    translations: item.translations,
    pictures: image?.uploadId ? [{ uploadId: image.uploadId, alt: image.alt }] : [],
  };
  await requireValidEventContent(content);
  // A dry run has no upload yet, but reports what would be missing.
  const shown = { ...content, pictures: item.images ?? [] };
  const missing = validateEventForPublication(shown, Object.keys(content.translations), site);
  if (missing.length > 0) {
    throw new InvalidInputError(missing.map((one) => ({ ...one, path: one.path.replace(/^pictures\./, 'images.') })));
  }
  const event = newEvent(idOf(item.externalId), content, context);
  return { ...event, ...(item.views !== undefined && { views: item.views }) };
};

/** Always the same for an external id: a repeated import finds what an interrupted one has stored. */
const idOf = (externalId: string): string => {
  const bytes = [...createHash('sha256').update(externalId).digest()].map((byte) => byte / 256);
  return ulid(1, () => bytes.pop() ?? 0);
};

const publishItem = async (event: Event, item: ArchiveLine, context: ActionContext, site: Site): Promise<void> => {
  const isDay = item.publishedAt.length === 10;
  const publishAt = isDay ? startOfDay(item.publishedAt, site.timeZone).toISOString() : item.publishedAt;
  const { redirectsFrom } = item;
  const claims = [
    sourceClaim(item.externalId, event.id),
    ...redirectsFrom.map((path, n) => legacyPathClaim(path, event.id, `redirectsFrom.${n}`)),
  ];
  await importEvent(event, { request: { publishAt, redirectsFrom }, site, others: claims }, context);
  if (event.pictures.length > 0) await deleteDueMedia(event.id, context.now);
};
