import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import type { ImportReport } from '../../../shared/contract/staff/schemas.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { prepareLines } from '../../../shared/publishing/imports/archive-lines.ts';
import { startImport } from '../../../shared/publishing/imports/import-job.ts';
import { importLines } from '../../../shared/publishing/imports/import-lines.ts';
import type { LineOutcome } from '../../../shared/publishing/imports/line-outcome.ts';
import { InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { fieldError, wordErrors } from '../../../shared/refusals/field-error.ts';
import { actorOf } from '../actor-of.ts';
import { jobAccepted } from '../jobs/staff-job.ts';

/** Most lines of one request: a dry run of more would not end in time. */
const maxLines = 200;

export const importArchive: Handlers<typeof staffRoutes>['importArchive'] = async ({ body: lines, query }, call) => {
  if (lines.length > maxLines) {
    throw new InvalidInputError([fieldError('body', 'tooManyLines', { count: lines.length, max: maxLines })]);
  }
  const { dryRun: isDryRun, update: isUpdate, ignoreCase: ignoresCase } = query;
  const actor = actorOf(call);
  const options = { isDryRun, isUpdate, ignoresCase };
  if (!isDryRun) return jobAccepted(await startImport(lines, actor, options), call.language);
  // It changes nothing, so that nobody has to find it again: the answer is all there is of it.
  const outcomes = await importLines(prepareLines(lines, { ignoresCase, logger: actor.logger }), actor, options);
  const count = (wanted: LineOutcome['result']) => outcomes.filter(({ result }) => result === wanted).length;
  const named = outcomes.map((outcome, index) => ({ line: index + 1, ...outcome }));
  const report: ImportReport = {
    ...{ created: count('created'), updated: count('updated'), unchanged: count('unchanged') },
    changed: count('changed'),
    refused: named.flatMap(({ result, line, externalId, errors }) =>
      result === 'refused' ? [{ line, externalId, errors: wordErrors(errors, call.language) }] : [],
    ),
    warnings: named.flatMap(({ line, externalId, warnings }) =>
      warnings.length > 0 ? [{ line, externalId, warnings: wordErrors(warnings, call.language) }] : [],
    ),
  };
  return { body: report };
};
