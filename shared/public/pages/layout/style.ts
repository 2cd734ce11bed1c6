import { type Colours, headerInk } from '../../../model/site/appearance.ts';
import { lightenedOn } from '../../../model/site/contrast.ts';
import { article } from '../styles/article.ts';
import { base } from '../styles/base.ts';
import { calendar } from '../styles/calendar.ts';
import { cards } from '../styles/cards.ts';
import { frame } from '../styles/frame.ts';
import { print } from '../styles/print.ts';
import { tokens } from '../styles/tokens.ts';

/** A style without the white space that is for people who read it. */
export const minified = (style: string): string =>
  style
    .replace(/\s*\n\s*/g, '')
    .replace(/ ?([{;,}]) ?/g, '$1')
    .replace(/([a-z-]): /g, '$1:')
    .replaceAll(';}', '}');

/** The style of all pages. */
export const pageStyle = minified([tokens, base, frame, cards, article, calendar, print].join(''));

/** The paper of a dark screen, as the tokens have it. */
const darkPaper = '#14181d';

/** The contrast of links on a dark screen. */
const darkContrast = 7;

/** The colours of the institution, in place of those of the tokens. On paper everything stays black. */
export const coloursStyle = (colours: Colours): string => {
  const { accent, header } = colours;
  const dark = lightenedOn(accent, darkPaper, darkContrast);
  return minified(`
@media screen { :root { --accent: ${accent}; --header: ${header}; --on-header: ${headerInk(colours)}; } }
@media screen and (prefers-color-scheme: dark) { :root { --accent: ${dark}; } }
`);
};
