import type { Locale } from '../../../model/languages/locale.ts';
import { html, type Markup } from '../markup/html.ts';
import { listPath } from '../markup/paths.ts';
import { pageWord } from '../markup/words.ts';

/** A page above the present one. */
interface Step {
  readonly path: string;
  readonly label: string;
}

/** The way from the front page to what a page is in. The page itself is its heading. */
export const breadcrumb = (locale: Locale, steps: readonly Step[]): Markup => {
  const all = [{ path: listPath(locale), label: pageWord('home', locale) }, ...steps];
  return html`<nav class="trail" aria-label="${pageWord('trail', locale)}"><ol>${all.map(
    ({ path, label }) => html`<li><a href="${path}">${label}</a></li>`,
  )}</ol></nav>
`;
};
