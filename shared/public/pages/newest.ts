import type { FeedCard } from '../../contract/public.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { dayInWords } from '../../model/time/day-in-words.ts';
import { dayOf } from '../../model/time/local-time.ts';
import { attribute, html, type Markup } from './html.ts';
import { pageWord } from './words.ts';

/** A day in words, as machines read it too. */
export const dayElement = (occasion: string, locale: Locale, { timeZone }: Site): Markup => {
  const day = dayOf(occasion, timeZone);
  return html`<time datetime="${day}">${dayInWords(day, locale)}</time>`;
};

/** Items of a feed, each title in its own language; `id` is the item that the page is about, where it is about one. */
export const itemList = (cards: readonly FeedCard[], id: string | undefined, locale: Locale, site: Site): Markup => {
  const items = cards.map((card) => {
    const lang = card.locale === locale ? undefined : card.locale;
    const current = card.id === id ? html` aria-current="page"` : undefined;
    return html`<li><span class="meta">${dayElement(card.publishedAt, locale, site)} / ${card.category.label}</span> <a href="${card.url}"${attribute('lang', lang)}${attribute('hreflang', lang)}${current}>${card.title}</a></li>
`;
  });
  return html`<ul class="items">
${items}</ul>
`;
};

/** The newest items of a category below a page of it. */
export const newestItems = (
  cards: readonly FeedCard[],
  label: string,
  id: string,
  locale: Locale,
  site: Site,
): Markup | undefined => {
  if (cards.length === 0) return undefined;
  return html`<section class="newest" aria-labelledby="newest">
<h2 id="newest">${pageWord('newest', locale)}: ${label}</h2>
${itemList(cards, id, locale, site)}</section>
`;
};
