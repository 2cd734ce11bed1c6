import type { Locale } from '../../../model/languages/locale.ts';
import type { Site } from '../../../model/site/site.ts';
import { html } from '../markup/html.ts';
import type { StyledPart } from '../markup/styled-part.ts';
import { pageWord } from '../markup/words.ts';
import type { PageCard } from './card.ts';
import { cardGrid, sectionHead } from './card-grid.ts';

/** What is shown below an item. */
interface Related {
  readonly cards: readonly PageCard[];
  readonly locale: Locale;
  /** Where there is more of it. */
  readonly more: { readonly path: string; readonly label: string };
}

/** Related items with their pictures, below an item. They are not printed. */
export const relatedItems = ({ cards, locale, more }: Related, site: Site): StyledPart => {
  const { markup, style } = cardGrid({ cards, locale, site, prefix: 'r', heading: 'h3' });
  return {
    markup:
      markup &&
      html`<section class="related" aria-labelledby="related">
${sectionHead('related', pageWord('related', locale), more)}${markup}</section>
`,
    style,
  };
};
