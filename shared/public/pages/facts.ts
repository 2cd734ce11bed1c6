import type { Locale } from '../../model/locale.ts';
import { dayOf, timeOf } from '../../model/time/local-time.ts';
import { occasionInWords } from '../../model/time/occasion-in-words.ts';
import { type Content, html, type Markup } from './html.ts';

/** A label and its value; left out where the value is empty. */
export type Fact = readonly [label: string, value: Content];

/** Facts about an item, as a list of labels and values. */
export const factList = (facts: readonly Fact[]): Markup | undefined => {
  const known = facts.filter(([, value]) => value !== undefined && value !== '');
  if (known.length === 0) return undefined;
  return html`<dl class="facts">${known.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
`;
};

/** From when to when, in words: `18 noyabr 2022`, `18 noyabr 2022, 10:00–12:00`, `18 noyabr 2022 – 2 dekabr 2022`. */
export const periodInWords = (
  from: string | undefined,
  to: string | undefined,
  locale: Locale,
  timeZone: string,
): string | undefined => {
  const [first, last] = from ? [from, to] : [to, undefined];
  if (!first) return undefined;
  const start = occasionInWords(first, locale, timeZone);
  if (!last || last === first) return start;
  const [startTime, endTime] = [timeOf(first, timeZone), timeOf(last, timeZone)];
  if (dayOf(first, timeZone) === dayOf(last, timeZone)) return startTime && endTime ? `${start}–${endTime}` : start;
  return `${start} – ${occasionInWords(last, locale, timeZone)}`;
};
