import { useQueryClient } from '@tanstack/react-query';
import { memo, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { useLeaveWarning } from '../ui/use-leave-warning.ts';
import { DropAnywhere } from './drop-anywhere.tsx';
import { refusalText } from './refusal-text.ts';
import { isBusy, type UploadItem } from './upload-queue.ts';
import './uploads.css';
import { uploadWords } from './words.ts';

/** How long the panel shows each file once all have arrived, in milliseconds. */
const shownFor = 6_000;

const isProblem = ({ state }: UploadItem): boolean => state === 'refused' || state === 'failed';

/** What needs attention first, then what is under way, then what waits, then what is ready. */
const urgency = (item: UploadItem): number =>
  isProblem(item) ? 0 : item.state === 'waiting' ? 2 : item.state === 'ready' ? 3 : 1;

/** How far a file is, from 0 to 1: sending counts for most of it. */
const shareOf = (item: UploadItem): number =>
  isBusy(item) ? (item.state === 'preparing' ? 0.95 : item.sent * 0.9) : 1;

/** Files on their way, on every screen: a bar for each and one for all. Also takes files that are dropped anywhere. */
export const UploadTray = () => {
  const { uploads, words, announce } = useConsole();
  const texts = useWords(uploadWords);
  const queries = useQueryClient();
  const items = useSyncExternalStore(uploads.subscribe, uploads.items);
  const isPaused = useSyncExternalStore(uploads.subscribe, uploads.isPaused);
  const [folded, setFolded] = useState<'byPerson' | 'byItself'>();
  const tray = useRef<HTMLElement>(null);
  const busy = items.filter(isBusy).length;
  const failed = items.filter(({ state }) => state === 'failed').length;
  const problems = items.filter(isProblem).length;
  const ready = items.length - busy - problems;
  const summary = [texts.done(ready, items.length), problems > 0 && texts.problems(problems)]
    .filter(Boolean)
    .join(', ');
  const isRunning = busy > 0;
  const said = useRef({ texts, summary, busy });
  said.current = { texts, summary, busy };

  useLeaveWarning(isRunning);
  useEffect(() => {
    if (!isRunning) return;
    setFolded((now) => (now === 'byItself' ? undefined : now));
    announce(said.current.texts.begun(said.current.busy));
    return () => {
      announce(said.current.summary);
      void queries.invalidateQueries({ queryKey: ['uploads'] });
    };
  }, [isRunning, announce, queries]);

  // It would hide what is beside it. A refusal stays as long as it is read.
  const isOver = ready > 0 && ready === items.length;
  useEffect(() => {
    if (!isOver) return;
    const timer = setInterval(() => {
      if (tray.current?.matches(':hover, :focus-within')) return;
      setFolded('byItself');
      clearInterval(timer);
    }, shownFor);
    return () => clearInterval(timer);
  }, [isOver]);

  if (items.length === 0) return <DropAnywhere />;
  const share = items.reduce((sum, item) => sum + shareOf(item), 0) / items.length;
  return (
    <>
      <DropAnywhere />
      <aside ref={tray} className={folded ? 'tray folded' : 'tray'} aria-labelledby="tray">
        <div className="tray-head">
          <h2 id="tray">{texts.title}</h2>
          <span>{summary}</span>
          <span className="actions">
            {failed > 1 && (
              <button type="button" onClick={() => uploads.retry(() => true)}>
                {texts.retryAll(failed)}
              </button>
            )}
            <button type="button" aria-expanded={!folded} onClick={() => setFolded(folded ? undefined : 'byPerson')}>
              {folded ? texts.unfold : texts.fold}
            </button>
            {!isRunning && (
              <button type="button" onClick={() => uploads.clear()}>
                {words.close}
              </button>
            )}
          </span>
        </div>
        {isRunning && <progress aria-label={texts.all} value={share} />}
        {!folded && (
          <ul>
            {items
              .toSorted((one, other) => urgency(one) - urgency(other))
              .map((item) => (
                <Row key={item.id} {...{ item, isPaused }} />
              ))}
          </ul>
        )}
      </aside>
    </>
  );
};

const Row = memo(({ item, isPaused }: { readonly item: UploadItem; readonly isPaused: boolean }) => {
  const { uploads, words, language } = useConsole();
  const texts = useWords(uploadWords);
  const { id, file, state, sent, isKnown } = item;
  const stateText =
    state === 'refused' || state === 'failed'
      ? refusalText(item, language, words)
      : state === 'sending'
        ? texts.states.sending(Math.floor(sent * 100))
        : state === 'ready' && isKnown
          ? texts.states.known
          : texts.states[state === 'waiting' && isPaused ? 'signedOut' : state];
  return (
    <li className={isProblem(item) ? 'problem' : undefined}>
      <strong>{file.name}</strong>
      <span>{stateText}</span>
      {state === 'sending' && <progress aria-label={file.name} value={sent} />}
      <span className="actions">
        {state === 'failed' && (
          <button
            type="button"
            aria-label={texts.retryOf(file.name)}
            onClick={() => uploads.retry((one) => one.id === id)}
          >
            {texts.retry}
          </button>
        )}
        {(isProblem(item) || state === 'waiting' || state === 'reading' || state === 'sending') && (
          <button
            type="button"
            aria-label={(isProblem(item) ? texts.removeOf : texts.stopOf)(file.name)}
            onClick={() => uploads.remove(id)}
          >
            {isProblem(item) ? texts.remove : words.stop}
          </button>
        )}
      </span>
    </li>
  );
});
