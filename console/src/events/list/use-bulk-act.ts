import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type BulkAct, maxBulkItems } from '../../../../shared/model/publication/bulk-act.ts';
import { type AnswerOf, OfflineError } from '../../api/api.ts';
import { OutcomeError } from '../../api/outcome-error.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { failureText } from '../../ui/failure.tsx';
import type { StaffEvent } from '../content.ts';
import { canReturn, type Outcome, outcomesOf } from './bulk-outcome.ts';
import { listWords } from './words.ts';

type Job = AnswerOf<'getJob'>;

/** An act that a job does: on these events, and then on the others. */
interface Running {
  readonly act: BulkAct;
  readonly job: Job;
  readonly events: readonly StaffEvent[];
  readonly others: readonly StaffEvent[];
  readonly outcomes: readonly Outcome[];
}

/** What came of an act. */
export interface Report {
  readonly act: BulkAct;
  readonly isUndone?: boolean;
  readonly outcomes: readonly Outcome[];
}

/** Acts on many events by jobs, one after the other, says what became of each, and undoes it where that can be. */
export const useBulkAct = () => {
  const { api, words } = useConsole();
  const texts = useWords(listWords);
  const queries = useQueryClient();
  const [running, setRunning] = useState<Running>();
  const [report, setReport] = useState<Report>();

  const finish = (after: Report): void => {
    setRunning(undefined);
    setReport(after);
    void queries.invalidateQueries({ queryKey: ['events'] });
  };
  const start = async (act: BulkAct, all: readonly StaffEvent[], outcomes: readonly Outcome[] = []): Promise<void> => {
    const [events, others] = [all.slice(0, maxBulkItems), all.slice(maxBulkItems)];
    setReport(undefined);
    try {
      const items = events.map(({ id, version }) => ({ id, version }));
      const job = await api.call('updateEvents', { body: { act, items } });
      setRunning({ act, job, events, others, outcomes });
    } catch (error) {
      // The list shows what was done, once there is a connection.
      const isUnknown = error instanceof OfflineError;
      const problem = failureText(isUnknown ? new OutcomeError('unknown') : error, words);
      finish({ act, outcomes: [...outcomes, ...all.map((event) => ({ event, problem }))] });
    }
  };
  const end = async (job: Job): Promise<void> => {
    if (!running) return;
    const { act, events, others } = running;
    const outcomes = [...running.outcomes, ...outcomesOf(events, job, texts.unfinished)];
    if (others.length > 0) await start(act, others, outcomes);
    else finish({ act, outcomes });
  };

  /** Publishes again what was public, in its languages and with its plan. */
  const publishAgain = async ({ id, version, publishedLocales, publishedAt, unpublishAt }: StaffEvent) => {
    const body = { locales: publishedLocales, publishAt: publishedAt, unpublishAt: unpublishAt ?? null };
    await api.call('publishEvent', { params: { id }, version: version + 1, body });
  };
  const undo = async ({ act, outcomes }: Report): Promise<void> => {
    const done = outcomes.filter(({ problem }) => problem === undefined).map(({ event }) => event);
    // What is undone is the version that the act has made.
    if (act === 'archive')
      return start(
        'unarchive',
        done.map((event) => ({ ...event, version: event.version + 1 })),
      );
    const undone: Outcome[] = [];
    for (const event of done.filter(canReturn)) {
      const problem = await publishAgain(event).then(
        () => undefined,
        (error: unknown) => failureText(error, words),
      );
      undone.push({ event, ...(problem !== undefined && { problem }) });
    }
    finish({ act, isUndone: true, outcomes: undone });
  };
  return { running, report, start, end, undo, close: () => setReport(undefined) };
};
