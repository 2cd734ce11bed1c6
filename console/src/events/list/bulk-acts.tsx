import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type BulkAct, bulkActs } from '../../../../shared/model/publication/bulk-act.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { jobWords } from '../../jobs/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Failure } from '../../ui/failure.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import type { StaffEvent } from '../content.ts';
import { titleOf } from '../title-of.ts';
import { canReturn, isActFor } from './bulk-outcome.ts';
import type { Report } from './bulk-work.ts';
import { copyEvent } from './copy-event.ts';
import { useBulkWork } from './use-bulk-work.ts';
import { listWords } from './words.ts';

/** What is asked before, since the public sees it at once. */
const isAsked = (act: BulkAct): act is 'publish' | 'unpublish' | 'archive' =>
  act === 'publish' || act === 'unpublish' || act === 'archive';

interface BulkActsProps {
  readonly selected: readonly StaffEvent[];
  readonly onUnselect: () => void;
}

/** What can be done with the events that are selected, how far it is, and what came of it. */
export const BulkActs = ({ selected, onUnselect }: BulkActsProps) => {
  const { api, person, words, announce } = useConsole();
  const texts = useWords(listWords);
  const [, navigate] = useLocation();
  const [asked, setAsked] = useState<{
    readonly act: 'publish' | 'unpublish' | 'archive';
    readonly events: readonly StaffEvent[];
  }>();
  const { failure, attempt } = useAttempt();
  const { running, report, start, undo, close } = useBulkWork();
  const { runs } = useWords(jobWords);
  /** What came of an act before this list was opened leaves the focus where it is. */
  const seen = useRef(report);
  const begin = (act: BulkAct, events: readonly StaffEvent[]) => {
    setAsked(undefined);
    onUnselect();
    start(act, events);
  };
  /** The keys of copies that have no answer yet, by what is copied. */
  const copyKeys = useRef(new Map<string, string>());
  const copy = async ({ id, version }: StaffEvent) => {
    const source = `${id} ${version}`;
    const key = copyKeys.current.get(source) ?? crypto.randomUUID();
    copyKeys.current.set(source, key);
    const made = await copyEvent(api, id, key);
    copyKeys.current.delete(source);
    navigate(`/events/${made}`);
    announce(texts.copied);
  };
  const [only] = selected;
  return (
    <>
      {running && (
        <section className="note" aria-label={texts.acts[running.act]}>
          <p role="status">
            <strong>{texts.acts[running.act]}</strong> {runs(running.done, running.total)}
          </p>
          <progress aria-label={texts.acts[running.act]} value={running.done} max={running.total} />
        </section>
      )}
      {report && (
        <BulkReport report={report} isNew={report !== seen.current} onUndo={() => undo(report)} onClose={close} />
      )}
      {failure !== undefined && <Failure error={failure} words={words} />}
      {selected.length > 0 && !running && (
        <section className="bulk" aria-label={texts.selected(selected.length)}>
          <strong>{texts.selected(selected.length)}</strong>
          {selected.length === 1 && <small>{texts.selectHelp}</small>}
          {bulkActs.map((act) => {
            const events = selected.filter((event) => isActFor(act, event, person));
            return (
              events.length > 0 && (
                <button
                  key={act}
                  type="button"
                  onClick={() => (isAsked(act) ? setAsked({ act, events }) : begin(act, events))}
                >
                  {texts.acts[act]}
                  {isAsked(act) && ' …'} ({events.length})
                </button>
              )
            );
          })}
          {only && selected.length === 1 && (
            <button type="button" onClick={() => void attempt(() => copy(only))}>
              {texts.copy}
            </button>
          )}
          <button type="button" onClick={onUnselect}>
            {texts.unselect}
          </button>
        </section>
      )}
      {asked && (
        <Dialog title={`${texts.acts[asked.act]}?`} onClose={() => setAsked(undefined)}>
          <p>{texts.confirm[asked.act](asked.events.length)}</p>
          {asked.events.length < selected.length && <p>{texts.leftOut(selected.length - asked.events.length)}</p>}
          <DialogActions
            label={`${texts.acts[asked.act]} (${asked.events.length})`}
            onConfirm={() => begin(asked.act, asked.events)}
          />
        </Dialog>
      )}
    </>
  );
};

interface ReportProps {
  readonly report: Report;
  readonly isNew: boolean;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** What the API has done with each event, in words. It takes the focus: the next key can undo. */
const BulkReport = ({ report, isNew, onUndo, onClose }: ReportProps) => {
  const context = useConsole();
  const { words } = context;
  const texts = useWords(listWords);
  const section = useRef<HTMLElement>(null);
  const { act, outcomes, isUndone } = report;
  const done = outcomes.filter(({ problem }) => problem === undefined);
  const refused = outcomes.filter(({ problem }) => problem !== undefined);
  const back = act === 'archive' ? done : act === 'unpublish' ? done.filter(({ event }) => canReturn(event)) : [];
  const line = isUndone ? texts.undone(done.length) : texts.report(texts.acts[act], done.length);
  const takeFocus = useEffectEvent(() => {
    if (isNew) section.current?.focus();
  });
  useEffect(() => takeFocus(), []);
  return (
    <section ref={section} tabIndex={-1} className="note report" aria-label={line}>
      <p role="status">
        <strong>{line}</strong>
      </p>
      {refused.length > 0 && (
        <>
          <p>{texts.reportRefused(refused.length)}</p>
          <ul>
            {refused.map(({ event, problem }) => (
              <li key={event.id}>
                <Link href={`/events/${event.id}`}>{titleOf(event, context)}</Link>: {problem}
              </li>
            ))}
          </ul>
        </>
      )}
      {act === 'unpublish' && !isUndone && back.length < done.length && (
        <p>{texts.noUndo(done.length - back.length)}</p>
      )}
      <p className="actions">
        {back.length > 0 && !isUndone && (
          <button type="button" className="primary" onClick={onUndo}>
            {texts.undo}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </section>
  );
};
