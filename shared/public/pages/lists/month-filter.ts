import type { Locale } from '../../../model/languages/locale.ts';
import { monthInWords } from '../../../model/time/month-in-words.ts';
import { attribute, html, type Markup } from '../markup/html.ts';
import { pageWord } from '../markup/words.ts';

/** A list as a reader narrows it to a month. */
interface MonthFilter {
  readonly locale: Locale;
  /** Where the list is. */
  readonly path: string;
  /** What narrows the list otherwise, and stays. */
  readonly others: Readonly<Record<string, string | undefined>>;
  /** What there is to choose from. */
  readonly months: readonly string[];
  readonly month: string | undefined;
}

/**
 * A form that narrows a list to a month. The months are written out, since browsers name those of their own control in
 * the language of the browser, and some know no such control.
 */
export const monthFilter = ({ locale, path, others, months, month }: MonthFilter): Markup => {
  const fields = Object.entries(others).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}">`],
  );
  // One that has nothing can be asked for by its address.
  const choices = month === undefined || months.includes(month) ? months : [month, ...months];
  const options = choices.map(
    (one) =>
      html`<option value="${one}"${attribute('selected', one === month ? '' : undefined)}>${monthInWords(one, locale)}</option>`,
  );
  return html`<form class="filters" action="${path}" method="get">${fields}<label for="month">${pageWord('publishedIn', locale)}</label><select id="month" name="month"><option value="">${pageWord('allMonths', locale)}</option>${options}</select><button type="submit">${pageWord('show', locale)}</button></form>
`;
};
