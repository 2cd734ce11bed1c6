import type { FeedCard, SearchResult } from '../../../contract/public-schemas.ts';
import type { Locale } from '../../../model/languages/locale.ts';
import type { Site } from '../../../model/site/site.ts';
import { dayOf } from '../../../model/time/local-time.ts';
import { dayAndMonth } from '../../../model/time/month-in-words.ts';
import { croppedStyle, pictureElement } from '../item/picture.ts';
import { sizes } from '../item/sizes.ts';
import { dayElement, periodElement } from '../item/when.ts';
import { attribute, html, type Markup, trusted } from '../markup/html.ts';
import { partLanguage } from '../markup/language-attributes.ts';
import { languageName, pageWord } from '../markup/words.ts';
import { markedText } from './marked-text.ts';

/**
 * A card of a feed; of the list of exhibitions, which says its days by other names; or something that a search has
 * found.
 */
export type PageCard = Omit<FeedCard, 'kind' | 'category'> &
  Pick<SearchResult, 'kind' | 'category' | 'artist' | 'exhibition'> &
  Partial<Pick<SearchResult, 'highlights'>> & {
    readonly opensOn?: string | undefined;
    readonly closesOn?: string | undefined;
  };

/** How a card is shown. */
interface CardOptions {
  readonly locale: Locale;
  readonly site: Site;
  /** The id of its picture, of which there is one on a page. */
  readonly id: string;
  readonly heading: 'h2' | 'h3';
  /** True where it is below the first screen. */
  readonly lazy: boolean;
  /** True for the one that leads the page. */
  readonly isLead?: boolean;
}

const occasion = ({ startsAt, endsAt, opensOn, closesOn }: PageCard, locale: Locale, { timeZone }: Site) =>
  periodElement(startsAt ?? opensOn, endsAt ?? closesOn, locale, timeZone);

/** When and where it takes place; of news, when it was published. */
const facts = (card: PageCard, locale: Locale, site: Site): Markup => {
  const when = occasion(card, locale, site);
  const isNews = card.kind === 'news';
  return html`${when && html`<p class="when">${when}</p>`}${card.placeName && html`<p class="where">${markedText(card, 'placeName')}</p>`}${
    isNews &&
    html`<p class="published">${pageWord('published', locale)}: ${dayElement(card.publishedAt, locale, site.timeZone)}</p>`
  }`;
};

/** Who made an artwork, where that may be said, and where it is shown. */
const ofArtwork = (card: PageCard): Markup | undefined =>
  card.exhibition &&
  html`${card.artist && html`<p class="by">${markedText(card, 'artist')}</p>`}<p class="where">${card.exhibition.title}</p>`;

const kindOf = ({ kind, category }: PageCard, locale: Locale): string | undefined =>
  kind === 'news' || kind === 'event' ? category?.label : pageWord(kind, locale);

/** A title that leads to its page, in the language that it has. */
export const cardTitle = (card: PageCard, locale: Locale, heading: 'h2' | 'h3' | 'h4'): Markup => {
  const isOther = card.locale !== locale;
  const language = partLanguage(card.locale, locale);
  return html`<${trusted(heading)}><a href="${card.url}"${language}${attribute('hreflang', isOther ? card.locale : undefined)}>${markedText(card, 'title')}</a></${trusted(heading)}>`;
};

/** The language of a card that is not in that of the page. */
export const languageMark = (card: PageCard, locale: Locale): Markup | undefined =>
  card.locale === locale
    ? undefined
    : html` <span class="mark"${partLanguage(card.locale, locale)}>${languageName(card.locale)}</span>`;

/** What of an event is otherwise than planned. */
export const statusMark = ({ occurrence, soldOut }: PageCard, locale: Locale): Markup | undefined => {
  const word = occurrence && occurrence !== 'planned' ? occurrence : soldOut ? ('soldOut' as const) : undefined;
  return word && html` <span class="mark status">${pageWord(word, locale)}</span>`;
};

/**
 * In place of a picture the day, large: what says it to everybody stands below. News has none, and is its words alone.
 */
const dateTile = ({ startsAt, opensOn = startsAt }: PageCard, locale: Locale, { timeZone }: Site) => {
  if (opensOn === undefined) return undefined;
  const { day, month } = dayAndMonth(dayOf(opensOn, timeZone), locale);
  return html`<div class="shot none" aria-hidden="true"><b>${day}</b> ${month}</div>`;
};

/** A card: picture, kind, title, when and where, summary. */
export const cardElement = (card: PageCard, options: CardOptions): Markup => {
  const { locale, site, id, heading, lazy, isLead } = options;
  const language = partLanguage(card.locale, locale);
  const shot = { id, sizes: isLead ? sizes.lead : sizes.card, lazy, language };
  const picture = card.picture
    ? html`<div class="shot">${pictureElement(card.picture, shot)}</div>`
    : dateTile(card, locale, site);
  return html`${picture}<div class="said"><p class="kind">${kindOf(card, locale)}${statusMark(card, locale)}${languageMark(card, locale)}</p>${cardTitle(card, locale, heading)}${ofArtwork(card)}${facts(card, locale, site)}${
    card.summary && html`<p class="summary"${language}>${markedText(card, 'summary')}</p>`
  }</div>`;
};

/** The style of a card's picture until it has loaded. */
export const cardStyle = ({ picture }: PageCard, id: string, isBlurred: boolean): string =>
  picture ? croppedStyle(picture, id, isBlurred) : '';
