import { useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { maxShowings, type Showing } from '../../../../shared/model/events/showing.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { toLocal, weekdayInWords } from '../../ui/dates.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { LeaveButton } from '../../ui/leave-button.tsx';
import { isOnDays, showingInWords } from './showing-times.ts';
import { showingWords } from './showing-words.ts';
import { daysByRule, type Rule, ruleWeeks, showingByRule } from './showings-by-rule.ts';

interface RuleDialogProps {
  readonly showings: readonly Showing[];
  readonly onAdd: (showings: readonly Showing[]) => void;
  readonly onClose: () => void;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** A rule to begin with: that of the last showing that there is. */
const ruleAfter = (showing: Showing | undefined, timeZone: string): Rule => {
  const empty = { firstDay: '', lastDay: '', weekdays: [], weeks: 'every' } as const;
  if (!showing?.startsAt) return { ...empty, from: isOnDays(showing ?? { startsAt: '' }) ? undefined : '' };
  const [day = '', from] = toLocal(showing.startsAt, timeZone).split('T');
  const time = (occasion: string | undefined) => (from && occasion ? toLocal(occasion, timeZone).slice(11) : undefined);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return {
    ...empty,
    firstDay: day,
    weekdays: [weekday],
    from,
    until: time(showing.endsAt),
    doors: time(showing.doorsAt),
  };
};

/** Writes many showings by a rule, and shows them first. */
export const RuleDialog = ({ showings, onAdd, onClose }: RuleDialogProps) => {
  const { language, site, announce } = useConsole();
  const { rule: words, when } = useWords(showingWords);
  const { timeZone } = site;
  const [rule, setRule] = useState(() => ruleAfter(showings.at(-1), timeZone));
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const id = useId();
  const set = (changed: Partial<Rule>) => setRule((now) => ({ ...now, ...changed }));
  const isComplete = rule.firstDay && rule.lastDay && rule.weekdays.length > 0 && rule.from !== '';
  const known = new Set(showings.map(({ startsAt }) => startsAt));
  const found = isComplete
    ? daysByRule(rule, leftOut).map((day) => ({ day, showing: showingByRule(day, rule, timeZone) }))
    : [];
  const added = found.filter(({ day, showing }) => !leftOut.has(day) && !known.has(showing.startsAt));
  const room = maxShowings - showings.filter(({ startsAt }) => startsAt).length;
  const isTooMany = added.length > room;
  const moment = (name: 'firstDay' | 'lastDay' | 'from' | 'until' | 'doors', type: 'date' | 'time') => (
    <Field label={words[name]}>
      {(control) => (
        <input
          {...control}
          type={type}
          {...(name === 'lastDay' && { min: rule.firstDay })}
          value={rule[name] ?? ''}
          onChange={({ target: { value } }) =>
            set({ [name]: value || (name === 'until' || name === 'doors' ? undefined : '') })
          }
        />
      )}
    </Field>
  );
  const toggled = <T,>(set: ReadonlySet<T>, value: T): Set<T> => {
    const after = new Set(set);
    if (!after.delete(value)) after.add(value);
    return after;
  };
  const said = !isComplete
    ? words.incomplete
    : isTooMany
      ? words.tooMany(maxShowings, room)
      : added.length === 0
        ? words.nothing
        : when.count(added.length);
  // Beside the form of the editor, which Enter would save.
  return createPortal(
    <Dialog title={words.title} onClose={onClose} isForm>
      <div className="rule">
        {moment('firstDay', 'date')}
        {moment('lastDay', 'date')}
        <fieldset className="weekdays">
          <legend>{words.weekdays}</legend>
          {weekdays.map((weekday) => (
            <label key={weekday} className="check">
              <input
                type="checkbox"
                checked={rule.weekdays.includes(weekday)}
                onChange={() => set({ weekdays: [...toggled(new Set(rule.weekdays), weekday)] })}
              />
              {weekdayInWords(weekday, language)}
            </label>
          ))}
        </fieldset>
        <Choice
          label={words.weeks}
          value={rule.weeks}
          options={ruleWeeks.map((weeks) => [weeks, words.weekChoices[weeks]] as const)}
          onChange={(weeks) => set({ weeks: weeks as Rule['weeks'] })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={rule.from === undefined}
            onChange={({ target }) => set({ from: target.checked ? undefined : '' })}
          />
          {words.allDay}
        </label>
        {rule.from !== undefined && (
          <div className="times">
            {moment('from', 'time')}
            {moment('until', 'time')}
            {moment('doors', 'time')}
          </div>
        )}
      </div>
      <h3 id={id}>{words.preview}</h3>
      <p role="status" className={isTooMany ? 'error' : undefined}>
        {said}
      </p>
      {found.length > 0 && (
        <>
          <p className="help">{words.previewHelp}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too */}
          <ul className="preview" aria-labelledby={id} tabIndex={0}>
            {found.map(({ day, showing }) => (
              <li key={day}>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={!leftOut.has(day) && !known.has(showing.startsAt)}
                    disabled={known.has(showing.startsAt)}
                    onChange={() => setLeftOut(toggled(leftOut, day))}
                  />
                  {showingInWords(showing, language, timeZone)}
                  {known.has(showing.startsAt) && <small>{words.known}</small>}
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="actions">
        <button
          type="button"
          className="primary"
          disabled={added.length === 0 || isTooMany}
          onClick={() => {
            onAdd(added.map(({ showing }) => showing));
            announce(words.added(added.length));
          }}
        >
          {added.length === 0 || isTooMany ? words.addNone : words.add(added.length)}
        </button>
        <LeaveButton />
      </p>
    </Dialog>,
    document.body,
  );
};
