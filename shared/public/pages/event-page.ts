import type { Site } from '../../model/site/site.ts';
import { withOffset } from '../../model/time/local-time.ts';
import { homePageUrl } from '../../showcase/store/page-urls.ts';
import { eventAnswerUrl } from '../../showcase/store/urls.ts';
import type { EventForPage } from '../answers/event.ts';
import { bodyText } from './item/body-text.ts';
import { citation } from './item/citation.ts';
import type { DraftMarks } from './item/draft-marks.ts';
import { filesSection } from './item/files.ts';
import { gallery } from './item/gallery.ts';
import { hero } from './item/hero.ts';
import { pageBody } from './item/page-body.ts';
import { dayElement } from './item/when.ts';
import { whenAndWhere } from './item/when-and-where.ts';
import { breadcrumb } from './layout/breadcrumb.ts';
import { headOf } from './layout/head.ts';
import { type Page, renderLayout } from './layout/layout.ts';
import { tools } from './layout/tools.ts';
import { viewCounterOf } from './layout/view-counter.ts';
import type { PageCard } from './lists/card.ts';
import { relatedItems } from './lists/related.ts';
import { html, type Markup } from './markup/html.ts';
import { listPath, tagPath } from './markup/paths.ts';
import { siteTitle } from './markup/site-text.ts';
import { pageWord } from './markup/words.ts';
import { eventData } from './structured-data/event-data.ts';

/** Longest description in a page's metadata, in characters. */
const descriptionLength = 200;

/** Its tags, each leading to what else has that word. */
const tags = ({ tags: all, locale }: EventForPage): Markup | undefined =>
  all.length === 0
    ? undefined
    : html`<nav class="filters tags" aria-label="${pageWord('tags', locale)}"><ul>${all.map(
        (tag) => html`<li><a href="${tagPath(locale, tag)}">${tag}</a></li>`,
      )}</ul></nav>
`;

/** What stands around an event on its page. */
interface Around {
  readonly related: readonly PageCard[];
  readonly site: Site;
  readonly now: Date;
  /** Set for what is not published. */
  readonly draft?: DraftMarks;
}

/** The page of an event at a time; of a draft it says so, and counts no views. */
export const renderEvent = (event: EventForPage, { related, site, now, draft }: Around): Page => {
  const { id, locale, title, summary, category, views, countedViews = 0, publishedAt, url, alternates } = event;
  const [cover, ...others] = event.pictures;
  const body = event.pageBody ?? { html: event.body.html, pictures: [] };
  const description = summary ?? bodyText(body.html, descriptionLength);
  const head = headOf(
    {
      ...{ locale, title, description, url, category, alternates, cover },
      publishedAt: withOffset(publishedAt, site.timeZone),
      programs: [{ type: 'application/json', url: eventAnswerUrl(locale, event.slug) }],
      structuredData: eventData(event, { description, now }, site, {
        name: siteTitle(site, locale),
        url: homePageUrl(site, locale),
      }),
    },
    site,
  );
  const section = { path: listPath(locale, { category: category.slug }), label: category.label };
  const steps = section.label ? [section] : [];
  const picture = hero(cover, locale);
  const text = pageBody(body, locale);
  const more = gallery(others, locale);
  const below = relatedItems({ cards: related, locale, more: section }, site);
  const main = html`${breadcrumb(locale, steps)}<article>
${picture.markup}<div class="columns">
<header class="heading">
<h1>${title}</h1>
<p class="meta"><span>${pageWord('published', locale)}: ${draft?.isNew ? pageWord('notYet', locale) : dayElement(publishedAt, locale, site.timeZone)}</span></p>
${
  summary &&
  html`<p class="summary-text">${summary}</p>
`
}</header>
${whenAndWhere(event, site, now)}<div class="text">
${text.markup}
${filesSection(event.files, locale)}${tags(event)}</div>
</div>
${more.markup}${tools(url, locale, { before: (views ?? 0) - countedViews, all: views })}${!draft?.isNew && citation(event, site)}</article>
${below.markup}`;
  return renderLayout(site, {
    ...{ locale, title, head, main, alternates, place: { section: category.slug } },
    style: picture.style + text.style + more.style + below.style,
    ...(draft ? { draft } : { views: viewCounterOf('event', id, countedViews) }),
  });
};

/** The page of a published event at a time, and what is related to it. */
export const eventPage = (event: EventForPage, related: readonly PageCard[], site: Site, now: Date): Page =>
  renderEvent(event, { related, site, now });
