import type { Locale } from '../../../model/languages/locale.ts';
import type { Site } from '../../../model/site/site.ts';
import { pictureElement } from '../item/picture.ts';
import { sizes } from '../item/sizes.ts';
import { periodElement } from '../item/when.ts';
import { html, type Markup } from '../markup/html.ts';
import { partLanguage } from '../markup/language-attributes.ts';
import { cardStyle, cardTitle, languageMark, type PageCard, statusMark } from './card.ts';

interface EntryOptions {
  /** The id of its picture. */
  readonly id: string;
  readonly locale: Locale;
  readonly site: Site;
}

/** An entry of the calendar: picture, title, when and where. */
export const entryElement = (card: PageCard, { id, locale, site }: EntryOptions): Markup => {
  const language = partLanguage(card.locale, locale);
  const picture =
    card.picture &&
    html`<div class="shot">${pictureElement(card.picture, { id, sizes: sizes.entry, lazy: true, language })}</div>`;
  const where = [card.placeName, card.category?.label].filter(Boolean).join(' · ');
  return html`${picture}<div>${cardTitle(card, locale, 'h4')}<p>${periodElement(card.startsAt, card.endsAt, locale, site.timeZone)}${statusMark(card, locale)}${languageMark(card, locale)}</p><p>${where}</p></div>`;
};

/** The style of an entry's picture until it has loaded: its colour, as there may be many. */
export const entryStyle = (card: PageCard, id: string): string => cardStyle(card, id, false);
