import type { Locale } from '../../model/locale.ts';
import { html, type Markup } from './html.ts';
import { pageWord } from './words.ts';

/** Ways to pass a page on: its address to copy, and where there is script the reader's own share sheet, the clipboard and the printer. */
export const tools = (url: string, views: number | undefined, locale: Locale): Markup =>
  html`<div class="tools"><div class="copy"><label for="address">${pageWord('address', locale)}</label><input type="text" id="address" dir="ltr" readonly value="${url}"></div><button type="button" id="copy" data-done="${pageWord('copied', locale)}" hidden>${pageWord('copy', locale)}</button><button type="button" id="share" hidden>${pageWord('share', locale)}</button><button type="button" id="print" hidden>${pageWord('print', locale)}</button>${
    views !== undefined && html`<p>${pageWord('views', locale)}: ${views}</p>`
  }</div>
`;
