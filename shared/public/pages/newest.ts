import type { FeedCard } from '../../contract/public.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { dayInWords } from '../../model/time/day-in-words.ts';
import { dayOf } from '../../model/time/local-time.ts';
import { attribute, html, type Markup } from './html.ts';
import { pageWord } from './words.ts';

/** A day in words, with a machine-readable date. */
export const dayElement = (occasion: string, locale: Locale, { timeZone }: Site): Markup => {
  const day = dayOf(occasion, timeZone);
  return html`<time datetime="${day}">${dayInWords(day, locale)}</time>`;
};

/** Items of a feed on a page. */
interface ItemList {
  readonly cards: readonly FeedCard[];
  /** The item that the page is about; absent on a list page. */
  readonly id?: string | undefined;
  /** The language of the page. */
  readonly locale: Locale;
  readonly site: Site;
}

/** Items of a feed, each title in its own language. */
export const itemList = ({ cards, id, locale, site }: ItemList): Markup => {
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

/** The newest items of the category that `label` names, below a page of it. */
export const newestItems = (label: string, list: ItemList): Markup | undefined => {
  if (list.cards.length === 0) return undefined;
  return html`<section class="newest" aria-labelledby="newest">
<h2 id="newest">${pageWord('newest', list.locale)}: ${label}</h2>
${itemList(list)}</section>
`;
};
