import { readFile, stat } from 'node:fs/promises';
import * as z from 'zod';
import { dayOf } from '../../shared/model/time/local-time.ts';
import { type Checked, checkSheet } from '../../shared/sheet/check-sheet.ts';
import { enterArtworks } from '../../shared/sheet/enter-artworks.ts';
import { isLeft } from '../../shared/sheet/fate-of.ts';
import type { SheetRow } from '../../shared/sheet/read-sheet.ts';
import { readSheetFile } from '../../shared/sheet/read-sheet-file.ts';
import { SheetError } from '../../shared/sheet/sheet-error.ts';
import { sheetTemplate } from '../../shared/sheet/template.ts';
import { type ApiTarget, apiTargetFromEnvironment, callApi } from '../api-client/api.ts';
import { commandLanguage } from '../command/command-language.ts';
import { say, sayError } from '../command/command-words.ts';
import { listFolder } from '../command/folder.ts';
import { parseCommand } from '../command/parse-command.ts';
import { drawProgress, leaveProgress } from '../command/progress.ts';
import { requireFile } from '../command/require-file.ts';
import { InterruptedError, interruptedExitCode, untilInterrupted } from '../command/until-interrupted.ts';
import { apiEntryTarget } from './api-entry-target.ts';
import { findDuplicates } from './find-duplicates.ts';
import { inspectScan } from './inspect-scan.ts';
import { checkReport, countReport, likenessReport, outcomeReport } from './upload-report.ts';

/** How the command ends, by its exit code. */
export const exitCodes = { well: 0, problems: 1, failed: 2, interrupted: interruptedExitCode };

const settingsSchema = z.object({ locales: z.array(z.string()), timeZone: z.string() });

const readArguments = (args: readonly string[]) => {
  const usage = say('usage', { usage: say('uploadUsage') });
  const { values, positionals } = parseCommand(usage, {
    args: [...args],
    options: {
      exhibition: { type: 'string' },
      sheet: { type: 'string' },
      'skip-faulty': { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      template: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.template) return undefined;
  const [folder, ...others] = positionals;
  const { exhibition, sheet } = values;
  if (!folder || others.length > 0 || !exhibition || !sheet) throw new Error(usage);
  return { folder, exhibition, sheet, skipsFaulty: values['skip-faulty'], isUpdate: values.update };
};

type Arguments = NonNullable<ReturnType<typeof readArguments>>;

const check = async (
  site: ApiTarget,
  rows: readonly SheetRow[],
  { folder, exhibition }: Arguments,
): Promise<Checked & { readonly today: string }> => {
  if (!(await stat(folder)).isDirectory()) throw new Error(say('noFolder', { path: folder }));
  const settings = settingsSchema.parse(await callApi(site, '/site'));
  // Checks that the exhibition exists, before hundreds of files are read.
  await callApi(site, `/exhibitions/${exhibition}`);
  const files = await listFolder(folder);
  const now = new Date();
  const checked = await checkSheet(
    rows,
    files,
    { ...settings, now, language: commandLanguage() },
    { inspect: inspectScan, onFile: (done, total) => drawProgress(done, total, say('filesChecked')) },
  );
  return { ...checked, today: dayOf(now.toISOString(), settings.timeZone) };
};

/** Prints tables; nothing where there are none. */
const print = (tables: string): void => {
  if (tables) console.log(tables);
};

const run = async (args: readonly string[]): Promise<number> => {
  const given = readArguments(args);
  if (!given) {
    process.stdout.write(sheetTemplate);
    return exitCodes.well;
  }
  const language = commandLanguage();
  await requireFile(given.sheet);
  const rows = await readSheetFile(await readFile(given.sheet), language);
  const site = await apiTargetFromEnvironment();
  const { entries, problems, warnings, today } = await check(site, rows, given);
  const found = checkReport(problems, warnings);
  if (problems.length > 0 && !given.skipsFaulty) {
    const advice = entries.length > 0 ? say('nothingSentButSound', { count: entries.length }) : say('nothingSent');
    console.log(`${found}\n${advice}`);
    return exitCodes.problems;
  }
  try {
    const { outcomes, failure } = await untilInterrupted((signal) =>
      enterArtworks(apiEntryTarget(site, given.exhibition), entries, {
        ...{ language, isUpdate: given.isUpdate, today, signal },
        onProgress: (step, done, total) =>
          drawProgress(done, total, say(step === 'sent' ? 'filesSent' : 'artworksEntered')),
      }),
    );
    leaveProgress();
    print(found);
    print(outcomeReport(outcomes));
    if (failure !== undefined) throw failure;
    const likenesses = await findDuplicates(site, given.exhibition);
    print(likenessReport(likenesses ?? [], outcomes));
    if (outcomes.some(isLeft)) console.log(`${say('updateAdvice')}\n`);
    console.log(
      countReport(outcomes, {
        leftOut: new Set(problems.map(({ row, file }) => row ?? file)).size,
        withoutConsent: warnings.filter(({ code }) => code === 'consentForbids').length,
        lookAlike: likenesses?.length,
      }),
    );
    const isWell =
      problems.length === 0 && outcomes.every(({ result, isHidden }) => result !== 'rejected' && !isHidden);
    return isWell ? exitCodes.well : exitCodes.problems;
  } catch (error) {
    if (error instanceof InterruptedError) throw error;
    throw new Error(`${sayError(error as Error)}\n${say('runAgain')}`, { cause: error });
  }
};

/** Runs the command with what follows its name, and prints what comes of it; gives the exit code. */
export const uploadScans = (args: readonly string[]): Promise<number> =>
  run(args).catch((error: Error) => {
    leaveProgress();
    console.error(sayError(error));
    if (error instanceof InterruptedError) return exitCodes.interrupted;
    return error instanceof SheetError ? exitCodes.problems : exitCodes.failed;
  });
