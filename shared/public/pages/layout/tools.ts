import type { Locale } from '../../../model/languages/locale.ts';
import { html, type Markup, trusted } from '../markup/html.ts';
import { pageWord } from '../markup/words.ts';

/** The views of what a page shows: those that were counted elsewhere before, and all, where there are any. */
interface ShownViews {
  readonly before: number;
  readonly all: number | undefined;
}

const viewsLine = ({ before, all }: ShownViews, locale: Locale): Markup =>
  html`<p${all === undefined ? trusted(' hidden') : undefined}>${pageWord('views', locale)}: <span id="views" data-before="${before}">${all}</span></p>`;

/**
 * Ways to pass a page on: its address to copy, and where there is script the reader's own share sheet, the clipboard
 * and the printer.
 */
export const tools = (url: string, locale: Locale, views?: ShownViews): Markup =>
  html`<div class="tools"><div class="copy"><label for="address">${pageWord('address', locale)}</label><input type="text" id="address" dir="ltr" readonly value="${url}"></div><button type="button" id="copy" data-done="${pageWord('copied', locale)}" hidden>${pageWord('copy', locale)}</button><button type="button" id="share" hidden>${pageWord('share', locale)}</button><button type="button" id="print" hidden>${pageWord('print', locale)}</button>${
    views && viewsLine(views, locale)
  }</div>
`;
