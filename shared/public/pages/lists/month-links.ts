import type { Locale } from '../../../model/languages/locale.ts';
import { monthInWords } from '../../../model/time/month-in-words.ts';
import { shiftMonth } from '../../../model/time/shift-month.ts';
import { html, type Markup } from '../markup/html.ts';
import { pageWord } from '../markup/words.ts';

/** The months before and after one of a list or of the calendar. */
interface MonthsBeside {
  readonly locale: Locale;
  readonly month: string;
  /** True for a month that there is a page of. */
  readonly has: (month: string) => boolean;
  readonly pathOf: (month: string) => string;
}

/** Ways to the month before and to the month after. */
export const monthLinks = ({ locale, month, has, pathOf }: MonthsBeside): Markup | undefined => {
  const link = (to: string, rel: 'prev' | 'next') =>
    has(to) && html`<a class="button" rel="${rel}" href="${pathOf(to)}">${monthInWords(to, locale)}</a>`;
  const links = [link(shiftMonth(month, -1), 'prev'), link(shiftMonth(month, 1), 'next')];
  return links.some(Boolean)
    ? html`<nav class="months" aria-label="${pageWord('month', locale)}">${links}</nav>
`
    : undefined;
};
