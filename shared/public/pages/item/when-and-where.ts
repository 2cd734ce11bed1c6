import type { PublicEvent, PublicExhibition, PublicPlace, PublicShowing } from '../../../contract/public-schemas.ts';
import { noteBoundary } from '../../../freshness/answer-facts.ts';
import { overAt } from '../../../model/events/showing.ts';
import type { Locale } from '../../../model/languages/locale.ts';
import type { Site } from '../../../model/site/site.ts';
import { timeOf } from '../../../model/time/local-time.ts';
import { labelText } from '../../iiif/iiif-labels.ts';
import { html, type Markup } from '../markup/html.ts';
import { eventCalendarPath } from '../markup/paths.ts';
import { pageWord } from '../markup/words.ts';
import { canCome, canVisit } from './can-come.ts';
import { type Fact, factList } from './facts.ts';
import { mapUrl } from './map-url.ts';
import { periodElement } from './when.ts';

/** How many of the showings are seen at once; the others are behind a heading that opens. */
const mostShown = 6;

const showingItem = ({ startsAt, endsAt, doorsAt }: PublicShowing, locale: Locale, { timeZone }: Site): Markup => {
  const doors = doorsAt && html` (${pageWord('doors', locale)} ${timeOf(doorsAt, timeZone)})`;
  return html`<li>${periodElement(startsAt, endsAt, locale, timeZone)}${doors}</li>`;
};

/** The showings that are not over, the soonest first; where all are over, all of them. */
const times = ({ showings, locale }: PublicEvent, site: Site, now: Date): Markup | undefined => {
  const ahead = showings.filter((showing) => {
    const end = overAt(showing, site.timeZone);
    noteBoundary(end);
    return end > now.getTime();
  });
  const [first, others] =
    ahead.length > 0 ? [ahead, showings.filter((showing) => !ahead.includes(showing))] : [showings, []];
  if (first.length === 0) return undefined;
  const items = (all: readonly PublicShowing[]) =>
    html`<ul>${all.map((showing) => showingItem(showing, locale, site))}</ul>`;
  const more = (word: 'moreDates' | 'pastDates', all: readonly PublicShowing[]) =>
    all.length > 0 &&
    html`<details><summary>${pageWord(word, locale)} (${all.length})</summary>${items(all)}</details>`;
  return html`${items(first.slice(0, mostShown))}${more('moreDates', first.slice(mostShown))}${more('pastDates', others)}`;
};

const where = (place: PublicPlace | undefined, locale: Locale): Markup | undefined => {
  if (!place) return undefined;
  const { name, address, onlineUrl } = place;
  const map = mapUrl(place);
  const lines = [
    name,
    address,
    map && html`<a href="${map}" rel="external">${pageWord('map', locale)}</a>`,
    onlineUrl && html`<a href="${onlineUrl}" rel="external">${pageWord('online', locale)}</a>`,
  ].filter(Boolean);
  return lines.length > 0 ? html`${lines.map((line) => html`<p>${line}</p>`)}` : undefined;
};

const organisers = ({ organisers: all, locale }: Pick<PublicEvent, 'organisers' | 'locale'>): Fact[] =>
  (['host', 'partner', 'sponsor'] as const).map((role): Fact => {
    const names = all.filter((organiser) => organiser.role === role).map(({ name }) => name);
    return [labelText(role, locale), names.join(', ')];
  });

/** An email address as a link, any other text as it is. */
const contact = (text: string | undefined): Markup | string | undefined =>
  text !== undefined && /^[^\s@<>?&]+@[^\s@<>?&]+\.[^\s@<>?&]+$/.test(text)
    ? html`<a href="mailto:${text}">${text}</a>`
    : text;

/** What is otherwise than planned. */
const status = ({ occurrence, soldOut, locale }: PublicEvent): Markup | undefined => {
  const words = [occurrence !== 'planned' && occurrence, soldOut && ('soldOut' as const)].filter(
    (word) => word !== false,
  );
  return words.length > 0
    ? html`<p class="status">${words.map((word) => pageWord(word, locale)).join(' · ')}</p>
`
    : undefined;
};

const bookingLink = (url: string, locale: Locale): Markup =>
  html`<a class="button first" href="${url}" rel="external">${pageWord('book', locale)}</a>`;

const actions = (event: PublicEvent, { timeZone }: Site, now: Date): Markup | undefined => {
  const { showings, bookingUrl, soldOut, slug, locale } = event;
  const canBook = bookingUrl && !soldOut && canCome(event, timeZone, now);
  if (!canBook && showings.length === 0) return undefined;
  return html`<p class="does">${canBook && bookingLink(bookingUrl, locale)}${
    showings.length > 0 &&
    html`<a class="button" href="${eventCalendarPath(locale, slug)}" download>${pageWord('addToCalendar', locale)}</a>`
  }</p>
`;
};

/** Where it is, what it costs, and whom to ask: the facts of an event or an exhibition for those who come. */
const visitFacts = (item: Pick<PublicEvent, 'place' | 'price' | 'contact' | 'organisers' | 'locale'>): Fact[] => {
  const { locale, place, price } = item;
  return [
    [pageWord('where', locale), where(place, locale)],
    [pageWord('accessibility', locale), place?.accessibility],
    [pageWord('price', locale), price],
    [pageWord('contact', locale), contact(item.contact)],
    ...organisers(item),
  ];
};

/** When and where an event takes place, what it costs, and how to come; nothing where it has none of it. */
export const whenAndWhere = (event: PublicEvent, site: Site, now: Date): Markup | undefined => {
  const { locale, exhibition } = event;
  const facts = factList([
    [pageWord('when', locale), times(event, site, now)],
    ...visitFacts(event),
    [pageWord('exhibition', locale), exhibition && html`<a href="${exhibition.url}">${exhibition.title}</a>`],
  ]);
  return facts && box(html`${status(event)}${facts}${actions(event, site, now)}`, locale);
};

/** The same of an exhibition, on a day. */
export const exhibitionWhenAndWhere = (
  exhibition: PublicExhibition,
  { timeZone }: Site,
  today: string,
): Markup | undefined => {
  const { locale, opensOn, closesOn, openingHours, bookingUrl } = exhibition;
  const facts = factList([
    [pageWord('when', locale), periodElement(opensOn, closesOn, locale, timeZone)],
    [pageWord('openingHours', locale), openingHours],
    ...visitFacts(exhibition),
  ]);
  const does =
    bookingUrl &&
    canVisit(exhibition, today) &&
    html`<p class="does">${bookingLink(bookingUrl, locale)}</p>
`;
  return facts && box(html`${facts}${does}`, locale);
};

const box = (
  content: Markup,
  locale: Locale,
): Markup => html`<section class="facts-box" aria-labelledby="when-and-where">
<h2 id="when-and-where">${pageWord('whenAndWhere', locale)}</h2>
${content}</section>
`;
