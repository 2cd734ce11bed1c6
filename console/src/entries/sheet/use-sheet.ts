import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { dayOf } from '../../../../shared/model/time/local-time.ts';
import type { Checked } from '../../../../shared/sheet/check-sheet.ts';
import type { EntryResult } from '../../../../shared/sheet/enter-artworks.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { now } from '../../session/clock.ts';
import { useLeaveWarning } from '../../ui/use-leave-warning.ts';
import { useOnce } from '../../ui/use-once.ts';
import { consoleEntryTarget } from './console-entry-target.ts';
import type { BrowserFile, GivenFiles } from './given-files.ts';
import { inspectFile } from './inspect-file.ts';
import { sheetPageWords } from './words.ts';

/** How far something is. */
export interface Progress {
  readonly step: 'checked' | 'sent' | 'entered';
  readonly done: number;
  readonly total: number;
}

interface SheetState {
  readonly sheet?: File | undefined;
  readonly scans: readonly BrowserFile[];
  /** Why the sheet as a whole cannot be read. */
  readonly unreadable?: string | undefined;
  readonly checked?: Checked | undefined;
  readonly progress?: Progress | undefined;
  /** What came of the rows; where it stopped, of those until then. */
  readonly outcomes?: readonly EntryResult[] | undefined;
  /** Why it stopped: what was entered until then is known the next time. */
  readonly failure?: unknown;
}

/** Later files replace earlier ones of the same name. */
const together = (before: readonly BrowserFile[], added: readonly BrowserFile[]): BrowserFile[] =>
  [...new Map([...before, ...added].map((file) => [file.name, file])).values()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );

/** Whether the page is sending files or entering works. */
const isEntering = ({ progress }: SheetState): boolean => progress !== undefined && progress.step !== 'checked';

/**
 * A sheet and its files: what of them is there, what the checks have found, how far the entering is, and what came of
 * it.
 */
export const useSheet = (exhibitionId: string) => {
  const { api, site, language, words, announce } = useConsole();
  const texts = useWords(sheetPageWords);
  const queries = useQueryClient();
  const [state, setState] = useState<SheetState>({ scans: [] });
  /** As it is now, also for files that the person gives before React has shown the earlier ones. */
  const latest = useRef(state);
  const set = (changes: Partial<SheetState>): void => {
    latest.current = { ...latest.current, ...changes };
    setState(latest.current);
  };
  /** Which check is the last one: earlier ones are not shown any more. */
  const run = useRef(0);
  const once = useOnce();

  const check = async (sheet: File, scans: readonly BrowserFile[]): Promise<void> => {
    run.current += 1;
    const own = run.current;
    const show = (changes: Partial<SheetState>) => {
      if (run.current === own) set(changes);
    };
    show({ checked: undefined, outcomes: undefined, unreadable: undefined, failure: undefined });
    const [{ readSheetFile }, { checkSheet }, { SheetError }] = await Promise.all([
      import('../../../../shared/sheet/read-sheet-file.ts'),
      import('../../../../shared/sheet/check-sheet.ts'),
      import('../../../../shared/sheet/sheet-error.ts'),
    ]);
    try {
      const rows = await readSheetFile(new Uint8Array(await sheet.arrayBuffer()), language);
      if (scans.length === 0) return;
      const settings = { locales: site.locales, timeZone: site.timeZone, now: now(), language };
      const checked = await checkSheet(rows, scans, settings, {
        inspect: inspectFile(language, words),
        onFile: (done, total) => show({ progress: { step: 'checked', done, total } }),
      });
      show({ checked, progress: undefined });
      if (run.current === own) announce(texts.found(checked.entries.length, checked.problems.length));
    } catch (error) {
      if (error instanceof SheetError) show({ unreadable: error.message, progress: undefined });
      else show({ failure: error, progress: undefined });
    }
  };

  const add = ({ sheets, scans: added }: GivenFiles): void => {
    // Another check would take the place of the one that is being entered.
    if (isEntering(latest.current)) {
      announce(texts.notTaken);
      return;
    }
    const sheet = sheets.at(-1) ?? latest.current.sheet;
    const scans = together(latest.current.scans, added);
    set({ sheet, scans });
    if (sheet) void check(sheet, scans);
  };

  /** To be called where given files could not be read. */
  const fail = (failure: unknown): void => set({ failure });

  const enter = async (isUpdate: boolean): Promise<void> => {
    const { checked } = latest.current;
    if (!checked) return;
    const { entries } = checked;
    // From now on: it takes a while until the first work is on its way.
    const progress: Progress = { step: 'sent', done: 0, total: entries.length };
    set({ outcomes: undefined, failure: undefined, progress });
    try {
      const { enterArtworks } = await import('../../../../shared/sheet/enter-artworks.ts');
      const { outcomes, failure } = await enterArtworks(consoleEntryTarget(api, exhibitionId, words, texts), entries, {
        language,
        isUpdate,
        today: dayOf(now().toISOString(), site.timeZone),
        onProgress: (step, done, total) => set({ progress: { step, done, total } }),
      });
      set({ outcomes: outcomes.length > 0 ? outcomes : undefined, failure, progress: undefined });
      if (failure === undefined) announce(texts.done);
    } catch (failure) {
      set({ failure, progress: undefined });
    }
    void queries.invalidateQueries({ queryKey: ['entries', exhibitionId] });
    void queries.invalidateQueries({ queryKey: ['likenesses', exhibitionId] });
  };

  const isRunning = isEntering(state);
  useLeaveWarning(isRunning);
  return { state, add, fail, enter: (isUpdate: boolean) => once(() => enter(isUpdate)), isRunning };
};
