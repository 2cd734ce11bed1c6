import type { Locale } from '../../../model/languages/locale.ts';
import type { Site } from '../../../model/site/site.ts';
import { dayInWords } from '../../../model/time/day-in-words.ts';
import { dayOf } from '../../../model/time/local-time.ts';
import { html, type Markup } from '../markup/html.ts';
import { siteTitle } from '../markup/site-text.ts';
import { pageWord } from '../markup/words.ts';

/** How to cite a page, and its address: printed at the end, where there is no address bar. */
export const citation = (
  { title, publishedAt, url, locale }: { title: string; publishedAt: string; url: string; locale: Locale },
  site: Site,
): Markup => {
  const day = dayInWords(dayOf(publishedAt, site.timeZone), locale);
  return html`<p class="source">${pageWord('source', locale)}: ${siteTitle(site, locale)}. <cite>${title}</cite>. ${day}. <span>${url}</span></p>
`;
};
