/**
 * `npm run import -- archive.jsonl [--dry-run] [--update] [--categories table.csv] [--ignore-case]
 * [--allow-private-network]`: publishes an archive in JSON Lines, with its images and files, and reports the refused
 * lines and what could not be kept. It skips lines that have been imported, so that running it again resumes an
 * interrupted import.
 *
 * `npm run import -- --from wordpress|rss FILE [--out archive.jsonl] [--locale az] [--types post,page]`: makes such an
 * archive of the export of another system, and sends nothing.
 */

import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { untilAborted } from '../shared/async/until-aborted.ts';
import { newSummary } from '../shared/model/import/import-summary.ts';
import { decodeSheet } from '../shared/sheet/decode-sheet.ts';
import { SheetError } from '../shared/sheet/sheet-error.ts';
import { apiTargetFromEnvironment, callApi } from './api-client/api.ts';
import { commandLanguage } from './command/command-language.ts';
import { say, sayError } from './command/command-words.ts';
import { parseCommand } from './command/parse-command.ts';
import { leaveProgress } from './command/progress.ts';
import { requireFile } from './command/require-file.ts';
import { InterruptedError, interruptedExitCode, untilInterrupted } from './command/until-interrupted.ts';
import { awaitSearch } from './import/await-search.ts';
import { categoryTable, tableSettingsSchema } from './import/category-table.ts';
import { convert } from './import/from/convert.ts';
import { countLines, importArchive } from './import/import-archive.ts';
import { importReport } from './import/import-report.ts';

const readArguments = () => {
  const usage = say('usage', { usage: say('importUsage') });
  const { values, positionals } = parseCommand(usage, {
    options: {
      'dry-run': { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      categories: { type: 'string' },
      'ignore-case': { type: 'boolean', default: false },
      'allow-private-network': { type: 'boolean', default: false },
      from: { type: 'string' },
      out: { type: 'string' },
      locale: { type: 'string' },
      types: { type: 'string', default: 'post' },
    },
    allowPositionals: true,
  });
  const [path, ...others] = positionals;
  if (!path || others.length > 0) throw new Error(usage);
  return { values, path };
};

const run = async (): Promise<boolean> => {
  const { values, path } = readArguments();
  const { from, out, locale, types } = values;
  for (const file of [path, values.categories]) if (file !== undefined) await requireFile(file);
  if (from !== undefined) {
    console.log(await convert({ from, path, out, locale, types: types.split(',') }));
    return true;
  }
  const isDryRun = values['dry-run'];
  const site = await apiTargetFromEnvironment();
  const settings = tableSettingsSchema.parse(await callApi(site, '/site'));
  const table =
    values.categories === undefined ? undefined : decodeSheet(await readFile(values.categories), commandLanguage());
  const begun = performance.now();
  const given = {
    ...{ site, path, folder: dirname(resolve(path)), isDryRun, total: await countLines(path) },
    ...{ isUpdate: values.update, ignoresCase: values['ignore-case'], allowsPrivate: values['allow-private-network'] },
    table: categoryTable(table, settings),
  };
  const summary = newSummary();
  try {
    await untilInterrupted((signal) => untilAborted(importArchive(given, summary), signal));
  } finally {
    // Also where it ends early: what was imported and refused until then stays so.
    leaveProgress();
    console.log(importReport(summary, isDryRun));
  }
  if (!isDryRun) await awaitSearch(site, summary.imported, Math.max(60_000, 2 * (performance.now() - begun)));
  return summary.refused.length === 0;
};

run().then(
  (isClean) => {
    // No immediate exit: output on its way into a pipe would be lost.
    process.exitCode = isClean ? 0 : 1;
  },
  (error: Error) => {
    leaveProgress();
    console.error(sayError(error));
    if (error instanceof InterruptedError) process.exit(interruptedExitCode);
    process.exit(error instanceof SheetError ? 1 : 2);
  },
);
