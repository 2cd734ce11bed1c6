import type { FeedCard, PublicEvent } from '../../contract/public.ts';
import type { Site } from '../../model/site.ts';
import { withOffset } from '../../model/time/local-time.ts';
import { homePageUrl } from '../../showcase/store/page-urls.ts';
import { eventAnswerUrl } from '../../showcase/store/urls.ts';
import type { EventForPage } from '../answers/event.ts';
import { labelText } from '../iiif/iiif-labels.ts';
import { bodyText } from './body-text.ts';
import { citation } from './citation.ts';
import { eventData } from './event-data.ts';
import { factList, periodInWords } from './facts.ts';
import { headOf } from './head.ts';
import { html, type Markup, trusted } from './html.ts';
import { type Page, renderLayout, siteTitle } from './layout.ts';
import { dayElement, newestItems } from './newest.ts';
import { linkedPicture, placeholderStyle } from './picture.ts';
import { pageWord } from './words.ts';

/** Longest description in a page's metadata, in characters. */
const descriptionLength = 200;

const coverId = 'cover';

const cover = ({ pictures: [picture] }: PublicEvent): Markup | undefined =>
  picture &&
  html`<figure class="cover">${linkedPicture(picture, { id: coverId, sizes: '(min-width: 48rem) 45.5rem, calc(100vw - 2.5rem)' })}</figure>
`;

/** The page of a published event. `newest` are the newest items of its category. */
export const eventPage = (event: EventForPage, newest: readonly FeedCard[], site: Site): Page => {
  const { id, locale, title, summary, body, category, place, exhibition, views, publishedAt, url } = event;
  const [showing] = event.showings;
  const description = summary ?? bodyText(body.html, descriptionLength);
  const publisher = { name: siteTitle(site, locale), url: homePageUrl(site, locale) };
  const head = headOf(
    {
      ...{ locale, title, description, url, category, alternates: event.alternates, cover: event.pictures[0] },
      publishedAt: withOffset(publishedAt, site.timeZone),
      programs: [{ type: 'application/json', url: eventAnswerUrl(locale, event.slug) }],
      structuredData: eventData(event, description, site, publisher),
    },
    site,
  );
  const facts = factList([
    [pageWord('when', locale), periodInWords(showing?.startsAt, showing?.endsAt, locale, site.timeZone)],
    [labelText('venue', locale), place?.name],
    [pageWord('exhibition', locale), exhibition && html`<a href="${exhibition.url}">${exhibition.title}</a>`],
  ]);
  const main = html`<article>
<header>
<p class="meta"><span class="kind">${category.label}</span> ${dayElement(publishedAt, locale, site)}</p>
<h1>${title}</h1>
${
  summary &&
  html`<p class="lead">${summary}</p>
`
}${facts}</header>
${cover(event)}<div class="text">
${trusted(event.pageHtml ?? body.html)}
</div>
<div class="tools">${views !== undefined && html`<p>${pageWord('views', locale)}: ${views}</p>`}<button type="button" id="print" hidden>${pageWord('print', locale)}</button></div>
${citation(event, site)}</article>
`;
  return renderLayout(site, {
    ...{ locale, title, head, main, alternates: event.alternates },
    ...(event.pictures[0] && { style: placeholderStyle(event.pictures[0], coverId, true) }),
    below: newestItems(category.label, { cards: newest, id, locale, site }),
    viewsPath: `/v1/events/${id}/views`,
  });
};
