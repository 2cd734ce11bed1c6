import { attribute, html, type Markup } from '../markup/html.ts';

/** A choice among lists. */
interface Choice {
  readonly path: string;
  readonly label: string;
  readonly isCurrent: boolean;
}

/** Links that narrow a list. */
export const filterLinks = (label: string, choices: readonly Choice[]): Markup | undefined =>
  choices.length < 2
    ? undefined
    : html`<nav class="filters" aria-label="${label}"><ul>${choices.map(
        ({ path, label, isCurrent }) =>
          html`<li><a href="${path}"${attribute('aria-current', isCurrent ? 'page' : undefined)}>${label}</a></li>`,
      )}</ul></nav>
`;
