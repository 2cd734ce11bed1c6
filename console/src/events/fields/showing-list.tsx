import { useId, useRef, useState } from 'react';
import { byStart, maxShowings, type Showing } from '../../../../shared/model/events/showing.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { ShowingFields } from './showing-fields.tsx';
import { onNextDay, showingInWords } from './showing-times.ts';
import { showingWords } from './showing-words.ts';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

/** How many are shown before the list is unfolded. */
const folded = 6;

/** All times at which an event takes place: each can be changed, copied and removed, and a rule writes many. */
export const ShowingList = () => {
  const { language, site, announce } = useConsole();
  const { content, change, errorOf, readOnly } = useFields();
  const { names, numbered, remove, removeThis } = useWords(fieldWords);
  const { when: words } = useWords(showingWords);
  const { showings } = content;
  const [open, setOpen] = useState<number>();
  const [isWhole, setWhole] = useState(false);
  const [isRuled, setRuled] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const { timeZone } = site;
  const put = (make: (showings: readonly Showing[]) => readonly Showing[]) =>
    change((now) => ({ ...now, showings: [...make(now.showings)] }));
  const inWords = (showing: Showing) => showingInWords(showing, language, timeZone) || words.unset;
  const isRefused = (n: number) =>
    [`showings.${n}`, ...['startsAt', 'endsAt', 'doorsAt', 'allDay'].map((name) => `showings.${n}.${name}`)].some(
      errorOf,
    );
  const only = showings.length === 1 ? showings[0] : showings.length === 0 ? { startsAt: '' } : undefined;
  const hasHiddenError = showings.some((_, n) => n >= folded && isRefused(n));
  const isAll = isWhole || hasHiddenError || showings.length <= folded + 2 || (open ?? 0) >= folded;
  const rows = isAll ? showings : showings.slice(0, folded);
  const isFull = showings.length >= maxShowings;
  /** The focus goes there once it is on the screen. */
  const focus = (selector: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus());
  const insert = (showing: Showing, at: number) => {
    put((all) => all.toSpliced(at, 0, showing));
    setOpen(at);
    focus(`[name="showings.${at}.startsAt"]`);
  };
  const takeAway = (n: number, showing: Showing) => {
    put((all) => all.toSpliced(n, 1));
    setOpen(undefined);
    announce(words.removed(inWords(showing)));
    focus(`#${CSS.escape(id)}-${Math.min(n, showings.length - 2)}, .add`);
  };
  const change1 = (n: number) => (showing: Showing) => put((all) => all.toSpliced(n, 1, showing));
  return (
    <div ref={list} className="showings">
      {errorOf('showings') && <p className="error">{errorOf('showings')}</p>}
      {only && <ShowingFields showing={only} index={0} onChange={change1(0)} />}
      {!only && (
        <ol>
          {rows.map((showing, n) => {
            const isOpen = n === open || isRefused(n);
            const what = inWords(showing);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a showing has no id, and its place is how the API names it
              <li key={n}>
                <button
                  type="button"
                  id={`${id}-${n}`}
                  className="summary"
                  aria-expanded={isOpen}
                  aria-label={words.edit(what)}
                  onClick={() => setOpen(isOpen ? undefined : n)}
                >
                  {what}
                </button>
                {!readOnly && (
                  <span className="actions">
                    {showing.startsAt && !isFull && (
                      <button
                        type="button"
                        aria-label={words.copyThis(what)}
                        onClick={() => {
                          const copy = onNextDay(showing, showings, timeZone);
                          insert(copy, n + 1);
                          announce(words.copied(inWords(copy)));
                        }}
                      >
                        {words.copy}
                      </button>
                    )}
                    <button type="button" aria-label={removeThis(what)} onClick={() => takeAway(n, showing)}>
                      {remove}
                    </button>
                  </span>
                )}
                {isOpen && (
                  <fieldset>
                    <legend>{numbered(names.showings, n + 1)}</legend>
                    <ShowingFields showing={showing} index={n} onChange={change1(n)} />
                  </fieldset>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {showings.length > folded + 2 && !hasHiddenError && (
        <button type="button" className="plain" aria-expanded={isAll} onClick={() => setWhole(!isAll)}>
          {isAll ? words.fewer : words.all(showings.length)}
        </button>
      )}
      {!readOnly && (
        <p className="actions">
          <button
            type="button"
            className="add"
            disabled={isFull || (only && !only.startsAt)}
            onClick={() => insert({ startsAt: '' }, showings.length)}
          >
            {words.add}
          </button>
          {only?.startsAt && showings.length === 1 && (
            <>
              <button
                type="button"
                onClick={() => {
                  const copy = onNextDay(only, showings, timeZone);
                  insert(copy, 1);
                  announce(words.copied(inWords(copy)));
                }}
              >
                {words.copy}
              </button>
              <button type="button" onClick={() => takeAway(0, only)}>
                {remove}
              </button>
            </>
          )}
          <button type="button" disabled={isFull} onClick={() => setRuled(true)}>
            {words.byRule}
          </button>
        </p>
      )}
      {isFull && <p className="help">{words.full(maxShowings)}</p>}
      {isRuled && (
        <RuleDialog
          showings={showings}
          onClose={() => setRuled(false)}
          onAdd={(added) => {
            put((all) => byStart([...all.filter(({ startsAt }) => startsAt), ...added]));
            setOpen(undefined);
            setRuled(false);
          }}
        />
      )}
    </div>
  );
};
