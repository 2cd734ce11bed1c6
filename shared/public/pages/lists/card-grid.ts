import type { Locale } from '../../../model/languages/locale.ts';
import type { Site } from '../../../model/site/site.ts';
import { html, type Markup } from '../markup/html.ts';
import type { StyledPart } from '../markup/styled-part.ts';
import { cardElement, cardStyle, type PageCard } from './card.ts';

/** Cards side by side. */
interface CardGrid {
  readonly cards: readonly PageCard[];
  readonly locale: Locale;
  readonly site: Site;
  /** What the ids of its pictures begin with: each grid of a page has its own. */
  readonly prefix: string;
  readonly heading: 'h2' | 'h3';
  /** How many of them are seen at first: those load at once. */
  readonly seen?: number;
  /** True where the first leads the page: it is larger. */
  readonly hasLead?: boolean;
}

/** How many cards of a grid have a blurred placeholder; a colour is enough for the others. */
const mostBlurred = 6;

/** Cards in a grid, the first of them larger where it leads the page. */
export const cardGrid = ({ cards, prefix, seen = 0, hasLead, ...shown }: CardGrid): StyledPart => {
  if (cards.length === 0) return { markup: undefined, style: '' };
  const idOf = (n: number) => `${prefix}${n + 1}`;
  const elements = cards.map((card, n) =>
    cardElement(card, { ...shown, id: idOf(n), lazy: n >= seen, isLead: hasLead === true && n === 0 }),
  );
  const [lead, ...others] = hasLead ? elements : [undefined, ...elements];
  return {
    markup: html`${
      lead &&
      html`<article class="card lead">${lead}</article>
`
    }${
      others.length > 0 &&
      html`<ul class="cards">
${others.map(
  (element) => html`<li class="card">${element}</li>
`,
)}</ul>
`
    }`,
    style: cards.map((card, n) => cardStyle(card, idOf(n), n < mostBlurred)).join(''),
  };
};

/** A heading with a way to more of the same. */
export const sectionHead = (
  id: string,
  title: string,
  more?: { readonly path: string; readonly label: string },
): Markup =>
  html`<div class="head"><h2 id="${id}">${title}</h2>${more && html`<p><a href="${more.path}">${more.label}</a></p>`}</div>
`;
