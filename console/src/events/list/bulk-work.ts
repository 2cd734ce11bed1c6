import { type BulkAct, maxBulkItems } from '../../../../shared/model/publication/bulk-act.ts';
import { isOpen } from '../../../../shared/model/staff/job.ts';
import { type AnswerOf, type Api, OfflineError } from '../../api/api.ts';
import { isPassing } from '../../api/is-passing.ts';
import { OutcomeError } from '../../api/outcome-error.ts';
import { SignedOutError } from '../../session/session.ts';
import type { StaffEvent } from '../content.ts';
import { canReturn, type Outcome, outcomesOf } from './bulk-outcome.ts';

type Job = AnswerOf<'getJob'>;

/** What came of an act. */
export interface Report {
  readonly act: BulkAct;
  readonly isUndone?: boolean;
  readonly outcomes: readonly Outcome[];
}

/** An act on its way. */
interface Running {
  readonly act: BulkAct;
  readonly done: number;
  readonly total: number;
}

/** Some of the events of an act, and the job that does it, or why none was begun. */
type Part = { readonly events: readonly StaffEvent[] } & ({ readonly job: Job } | { readonly problem: string });

interface Surroundings {
  readonly api: Api;
  /** Why something has failed, in words. */
  readonly wordsOf: (error: unknown) => string;
  /** What is said of an event that a job has not come to. */
  readonly unfinished: string;
  /** Told of what came of an act; `isSeen` where a screen shows it. */
  readonly ended: (report: Report, isSeen: boolean) => void;
}

/** How often a job is looked at, in milliseconds. */
const pause = 1_000;

/**
 * An act on many events, whichever screen the person looks at meanwhile: all jobs that do it are begun before the first
 * one is waited for.
 */
export class BulkWork {
  readonly #listeners = new Set<() => void>();
  #state: { readonly running?: Running; readonly report?: Report } = {};

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = () => this.#state;

  /** Forgets what came of the last act. */
  readonly close = (): void => this.#set({});

  /** Acts on events; each is in the version that the person has seen. */
  async start(act: BulkAct, events: readonly StaffEvent[], around: Surroundings): Promise<void> {
    const total = events.length;
    this.#set({ running: { act, done: 0, total } });
    const parts: Part[] = [];
    for (let from = 0; from < total; from += maxBulkItems)
      parts.push(await this.#begin(act, events.slice(from, from + maxBulkItems), around));
    const outcomes: Outcome[] = [];
    for (const part of parts) {
      const tell = (done: number) => this.#set({ running: { act, done: outcomes.length + done, total } });
      outcomes.push(...(await this.#outcomesOf(part, tell, around)));
    }
    this.#end({ act, outcomes }, around);
  }

  /** Takes back what an act has done, where that can be. */
  async undo({ act, outcomes }: Report, around: Surroundings): Promise<void> {
    const done = outcomes.filter(({ problem }) => problem === undefined).map(({ event }) => event);
    // What is undone is the version that the act has made.
    const made = done.map((event) => ({ ...event, version: event.version + 1 }));
    if (act === 'archive') return this.start('unarchive', made, around);
    const back = made.filter(canReturn);
    const undone: Outcome[] = [];
    for (const event of back) {
      this.#set({ running: { act: 'publish', done: undone.length, total: back.length } });
      const problem = await this.#publishAgain(event, around);
      undone.push({ event, ...(problem !== undefined && { problem }) });
    }
    this.#end({ act, isUndone: true, outcomes: undone }, around);
  }

  async #begin(act: BulkAct, events: readonly StaffEvent[], { api, wordsOf }: Surroundings): Promise<Part> {
    try {
      const items = events.map(({ id, version }) => ({ id, version }));
      return { events, job: await api.call('updateEvents', { body: { act, items } }) };
    } catch (error) {
      // The list shows what was done, once there is a connection.
      return { events, problem: wordsOf(error instanceof OfflineError ? new OutcomeError('unknown') : error) };
    }
  }

  async #outcomesOf(
    part: Part,
    tell: (done: number) => void,
    { api, wordsOf, unfinished }: Surroundings,
  ): Promise<readonly Outcome[]> {
    const { events } = part;
    if ('problem' in part) return events.map((event) => ({ event, problem: part.problem }));
    let { job } = part;
    while (isOpen(job)) {
      tell(job.done);
      await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        job = await api.call('getJob', { params: { id: job.id } });
      } catch (error) {
        // It goes on without being looked at.
        if (isPassing(error) || error instanceof SignedOutError) continue;
        const problem = wordsOf(error);
        return events.map((event) => ({ event, problem }));
      }
    }
    return outcomesOf(events, job, unfinished);
  }

  /** Publishes again what was public, in its languages and with its plan. Gives why it has failed. */
  async #publishAgain(event: StaffEvent, { api, wordsOf }: Surroundings): Promise<string | undefined> {
    const { id, version, publishedLocales, publishedAt, unpublishAt } = event;
    const body = { locales: publishedLocales, publishAt: publishedAt, unpublishAt: unpublishAt ?? null };
    try {
      await api.call('publishEvent', { params: { id }, version, body });
      return undefined;
    } catch (error) {
      return wordsOf(error);
    }
  }

  #end(report: Report, { ended }: Surroundings): void {
    const isSeen = this.#listeners.size > 0;
    this.#set({ report });
    ended(report, isSeen);
  }

  #set(state: { readonly running?: Running; readonly report?: Report }): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
