import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { addDays } from '../../../shared/model/time/add-days.ts';
import { shiftMonth } from '../../../shared/model/time/shift-month.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Status } from '../events/status.tsx';
import { titleOf } from '../events/title-of.ts';
import { ExhibitionStatus } from '../exhibitions/exhibition-status.tsx';
import { now } from '../session/clock.ts';
import { dayInWords, monthInWords, shortWeekday, toLocal, weekdayInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { useAddress } from '../ui/use-address.ts';
import { zoneName } from '../ui/zone-name.ts';
import { inMonth, weeksOf } from './month.ts';
import { type Occasion, type OccasionKind, occasionKinds } from './occasions.ts';
import { useOccasions } from './use-occasions.ts';
import { calendarWords } from './words.ts';
import './calendar.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** The day that a key leads to from another one. */
const dayAfterKey = (key: string, day: string): string | undefined => {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const month = day.slice(0, 7);
  const days: Readonly<Record<string, () => string>> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    Home: () => addDays(day, -weekday),
    End: () => addDays(day, 6 - weekday),
    PageUp: () => inMonth(day, shiftMonth(month, -1)),
    PageDown: () => inMonth(day, shiftMonth(month, 1)),
  };
  return days[key]?.();
};

/** What comes and goes in a month: a grid of days, which is a list on a phone. The month is in the address. */
export const Calendar = () => {
  const { words, language, site } = useConsole();
  const texts = useWords(calendarWords);
  const [search, set] = useAddress();
  const today = toLocal(now().toISOString(), site.timeZone).slice(0, 10);
  const given = search.get('month') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(given) ? given : today.slice(0, 7);
  const hidden = new Set(search.get('without')?.split(','));
  const weeks = weeksOf(month);
  const { data, error, refetch, isPending, isFetching } = useOccasions(weeks[0]?.[0] ?? '', weeks.at(-1)?.[6] ?? '');
  const [day, setDay] = useState(today);
  // Where the month was changed by a button, the keys begin on its first day.
  const active = day.startsWith(month) ? day : `${month}-01`;
  const grid = useRef<HTMLTableElement>(null);
  const focusNext = useRef(false);

  const show = (shown: string) => set({ month: shown === today.slice(0, 7) ? '' : shown });
  const toggle = (kind: OccasionKind) =>
    set({ without: occasionKinds.filter((one) => hidden.has(one) !== (one === kind)).join(',') });
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another month the cell of the day is made anew
  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${active}"]`)?.focus();
  }, [active, month]);
  const onKeyDown = (pressed: KeyboardEvent<HTMLElement>) => {
    const cell = (pressed.target as HTMLElement).closest<HTMLElement>('[data-day]');
    if (!cell) return;
    if (pressed.key === 'Enter' && pressed.target === cell) cell.querySelector('a')?.focus();
    const next = dayAfterKey(pressed.key, cell.dataset.day ?? active);
    if (next === undefined) return;
    pressed.preventDefault();
    focusNext.current = true;
    setDay(next);
    show(next.slice(0, 7));
    // The day that has the focus stays the same where a link in it had it.
    if (next === active) cell.focus();
  };
  const shownOn = (one: string): Occasion[] => data?.byDay.get(one)?.filter(({ kind }) => !hidden.has(kind)) ?? [];
  const isEmpty = data && weeks.flat().every((one) => shownOn(one).length === 0);
  return (
    <>
      <div className="heading">
        <h1 aria-live="polite" className="month-name">
          {monthInWords(month, language)}
        </h1>
        <p className="actions">
          <button type="button" onClick={() => show(shiftMonth(month, -1))} aria-label={texts.previous}>
            ‹
          </button>
          <button
            type="button"
            onClick={() => {
              setDay(today);
              set({ month: '' });
            }}
          >
            {texts.today}
          </button>
          <button type="button" onClick={() => show(shiftMonth(month, 1))} aria-label={texts.next}>
            ›
          </button>
        </p>
      </div>
      <fieldset className="kinds">
        <legend className="unseen">{texts.show}</legend>
        {occasionKinds.map((kind) => (
          <label key={kind} className={`occasion ${kind}`}>
            <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} />
            {texts.kinds[kind]}
          </label>
        ))}
        <small>{texts.zone(zoneName(site.timeZone, language))}</small>
      </fieldset>
      {error && <Failure error={error} words={words} retry={() => refetch()} />}
      {isPending && <p>{words.loading}</p>}
      {isEmpty && <p role="status">{texts.empty}</p>}
      {data?.isCut && <p className="note">{texts.cut}</p>}
      <table
        ref={grid}
        className="month"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys move in it (https://www.w3.org/WAI/ARIA/apg/patterns/grid/)
        role="grid"
        aria-label={monthInWords(month, language)}
        aria-describedby="calendar-keys"
        aria-busy={isFetching}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" aria-label={weekdayInWords(weekday, language)}>
                {shortWeekday(weekday, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((one) => (
                <Day
                  key={one}
                  day={one}
                  occasions={shownOn(one)}
                  isActive={one === active}
                  isToday={one === today}
                  isOther={!one.startsWith(month)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="help keys" id="calendar-keys">
        {texts.keys}
      </p>
    </>
  );
};

interface DayProps {
  readonly day: string;
  readonly occasions: readonly Occasion[];
  readonly isActive: boolean;
  readonly isToday: boolean;
  /** It belongs to the month before or after. */
  readonly isOther: boolean;
}

const OccasionItem = ({ occasion }: { readonly occasion: Occasion }) => {
  const { words, language } = useConsole();
  const texts = useWords(calendarWords);
  const { kind, time, of, item } = occasion;
  return (
    <li className={`occasion ${kind}`}>
      <span className="unseen">{texts.kinds[kind]}: </span>
      {time && <time>{time}</time>} <Link href={`/${of}s/${item.id}`}>{titleOf(item, { language, words })}</Link>
      {of === 'exhibition' && occasion.which && <small> {texts.exhibition[occasion.which]}</small>}
      {kind === 'takesPlace' &&
        item.status !== 'published' &&
        (of === 'event' ? <Status status={item.status} words={words} /> : <ExhibitionStatus exhibition={item} />)}
    </li>
  );
};

const Day = ({ day, occasions, isActive, isToday, isOther }: DayProps) => {
  const { language } = useConsole();
  const name = dayInWords(day, language);
  const classes = [isToday && 'today', isOther && 'other', occasions.length === 0 && 'empty'];
  return (
    <td
      data-day={day}
      tabIndex={isActive ? 0 : -1}
      aria-current={isToday ? 'date' : undefined}
      className={classes.filter(Boolean).join(' ')}
    >
      <span className="day-number" aria-hidden="true">
        {Number(day.slice(8))}
      </span>
      <span className="day-name">{name}</span>
      {occasions.length > 0 && (
        <ul>
          {occasions.map((occasion, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an event may take place twice at the same time
            <OccasionItem key={`${occasion.kind} ${occasion.item.id} ${n}`} occasion={occasion} />
          ))}
        </ul>
      )}
    </td>
  );
};
