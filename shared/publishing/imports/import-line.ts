import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { writeTogether } from '../../aws/transaction.ts';
import { newEvent } from '../../desk/events/events.ts';
import { legacyPathClaim, readSource, sourceClaim, sourceRename } from '../../desk/events/sources.ts';
import { isVersionConflict } from '../../desk/store/retry-on-new-version.ts';
import { VersionConflictError } from '../../desk/store/versions.ts';
import { archiveLineSchema } from '../../model/publication/archive.ts';
import { ApplicationError, InvalidInputError } from '../../refusals/application-error.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { refusalKinds } from '../../refusals/kinds.ts';
import { parseInput } from '../../refusals/parse-input.ts';
import { importEvent } from '../events/import-event.ts';
import { deleteDueMedia } from '../shared/delete-due-media.ts';
import { eventOfLine } from './event-of-line.ts';
import { isSameLine, lineDigest } from './line-digest.ts';
import type { ImportContext, ImportedItem, LineOutcome } from './line-outcome.ts';
import { hasNewNames, keptUploads, uploadsOf, withKnownFiles } from './missing-files.ts';
import { publicationOf } from './publication-of.ts';
import { keptAddresses, redirectErrors, slugErrors } from './redirects-of-line.ts';
import { requirePublishable } from './require-publishable.ts';
import { updateImported } from './update-imported.ts';

/** How often a line is tried where something else has changed what it was checked against. */
const maxAttempts = 3;

/** The outcome of a line, by its value under the present names. Throws only what is not the fault of the line. */
export const importLine = async (line: unknown, context: ImportContext): Promise<LineOutcome> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // Of its own time: by that of the step, files of a late line would be due to be deleted before they are public.
      return await tryLine(line, { ...context, actor: { ...context.actor, now: new Date() } });
    } catch (error) {
      const errors = fieldErrorsOf(error);
      if (errors) return { result: 'refused', errors, warnings: [] };
      // Another request has imported the same item meanwhile, or a name was withheld: the line is looked at again.
      if (!isVersionConflict(error) || attempt === maxAttempts) throw error;
    }
  }
};

const fieldErrorsOf = (error: unknown): readonly FieldError[] | undefined => {
  if (error instanceof VersionConflictError) return undefined;
  if (error instanceof ApplicationError && refusalKinds[error.kind] < 500) {
    const { code, params, errors } = error;
    return errors ?? [{ path: 'line', code, ...(params && { params }) }];
  }
  if (error instanceof Error && error.name === 'ValidationException') return [fieldError('line', 'notStorable')];
  return undefined;
};

const tryLine = async (line: unknown, context: ImportContext): Promise<LineOutcome> => {
  const { options } = context;
  const given = parseInput(archiveLineSchema, line, 'line');
  const source = await readSource(given.externalId);
  const recorded = source?.uploads ?? {};
  const item = withKnownFiles(given, await keptUploads(given, recorded));
  const addresses = keptAddresses(item.redirectsFrom, options.ignoresCase);
  const uploads = uploadsOf(item, recorded);
  // What has not come, and was deleted since, is no change of the line either.
  const imported = { item, addresses, digest: lineDigest(withKnownFiles(given, recorded)), uploads };
  if (!source) return create(imported, context);
  const isSame = source.digest ? isSameLine(source.digest, imported.digest) : !options.isUpdate;
  if (isSame) {
    const { eventId, digest, work } = source;
    // Its files may be elsewhere by now: the next import knows them by their new names.
    if (!options.isDryRun && digest && hasNewNames(uploads, recorded))
      await writeTogether([sourceRename(item.externalId, { eventId, digest, uploads, work })]);
    const isOwnWork = work !== undefined && work.job === options.job;
    return { result: isOwnWork ? work.outcome : 'unchanged', errors: [], warnings: [] };
  }
  if (!options.isUpdate) return { result: 'changed', errors: [], warnings: [fieldError('line', 'lineChanged')] };
  return updateImported(imported, source.eventId, context);
};

const create = async (
  { item, addresses, digest, uploads }: ImportedItem,
  { site, actor, options: { isDryRun, job }, readNames }: ImportContext,
): Promise<LineOutcome> => {
  const id = idOf(item.externalId);
  const { content, warnings, named } = await eventOfLine(item, { site, actor, isDryRun });
  const errors = [...(await redirectErrors(addresses, id, site)), ...(await slugErrors(item.translations, id))];
  if (errors.length > 0) throw new InvalidInputError(errors);
  const { views } = item;
  const event = { ...newEvent(id, content, actor), ...(views !== undefined && { views }) };
  const request = publicationOf(item, addresses, site);
  if (isDryRun) {
    const draft = { event, previous: undefined, edition: undefined };
    const examined = await named(() => requirePublishable(draft, { request, now: actor.now, site, readNames }));
    return { result: 'created', errors: [], warnings: [...warnings, ...examined.warnings] };
  }
  const work = job === undefined ? job : ({ job, outcome: 'created' } as const);
  const others = [
    sourceClaim(item.externalId, { eventId: id, digest, uploads, work }),
    ...addresses.map((path, n) => legacyPathClaim(path, id, `redirectsFrom.${n}`)),
  ];
  const imported = await named(() => importEvent(event, { request, site, others }, actor));
  if (event.pictures.length + event.files.length > 0) await deleteDueMedia(event.id, actor.now);
  return { result: 'created', errors: [], warnings: [...warnings, ...imported.warnings] };
};

/** Always the same for an external id: a repeated import finds what an interrupted one has stored. */
const idOf = (externalId: string): string => {
  const bytes = [...createHash('sha256').update(externalId).digest()].map((byte) => byte / 256);
  return ulid(1, () => bytes.pop() ?? 0);
};
