import type { PublicExhibition, PublicPicture } from '../../contract/public-schemas.ts';
import type { Site } from '../../model/site/site.ts';
import { dayInWords } from '../../model/time/day-in-words.ts';
import { withOffset } from '../../model/time/local-time.ts';
import { homePageUrl } from '../../showcase/store/page-urls.ts';
import { exhibitionAnswerUrl, exhibitionUrl } from '../../showcase/store/urls.ts';
import type { TextBody } from '../text-body.ts';
import { artworkFigure, artworkFigureStyle, artworkPath } from './item/artwork-figure.ts';
import { bodyText } from './item/body-text.ts';
import { citation } from './item/citation.ts';
import type { DraftMarks } from './item/draft-marks.ts';
import { filesSection } from './item/files.ts';
import { gallery, pictureCaption } from './item/gallery.ts';
import { rightsLink } from './item/licence-name.ts';
import { pageBody } from './item/page-body.ts';
import { linkedPicture, pictureElement, placeholderStyle, widthOfScreenHeight } from './item/picture.ts';
import { dayElement } from './item/when.ts';
import { exhibitionWhenAndWhere } from './item/when-and-where.ts';
import { breadcrumb } from './layout/breadcrumb.ts';
import { headOf } from './layout/head.ts';
import { type Page, renderLayout } from './layout/layout.ts';
import { tools } from './layout/tools.ts';
import { viewCounterOf } from './layout/view-counter.ts';
import type { PageCard } from './lists/card.ts';
import { relatedItems } from './lists/related.ts';
import { attribute, html, type Markup } from './markup/html.ts';
import { partLanguage } from './markup/language-attributes.ts';
import { folderPath, listPath } from './markup/paths.ts';
import { siteTitle } from './markup/site-text.ts';
import { pageWord } from './markup/words.ts';
import { exhibitionData } from './structured-data/exhibition-data.ts';
import { exhibitionStyle } from './styles/exhibition-style.ts';

const descriptionLength = 200;

/** Most artworks on one page; further ones are on the next pages. */
export const maxArtworksPerPage = 200;

/**
 * Most bytes that they would take in an API answer: a page repeats some texts, and escapes characters by up to seven.
 */
export const maxArtworkBytesPerPage = 800_000;

/**
 * An exhibition with the artworks of one page, from a place on; `next` is the place of the first on the page after it.
 */
export interface PagedExhibition extends PublicExhibition {
  readonly from: number;
  readonly next?: number | undefined;
  /** The day that the page is read on, in the time zone of the site. */
  readonly today: string;
  /** The description as the page shows it. */
  readonly pageBody: TextBody;
  /** Set for what is not published. */
  readonly draft?: DraftMarks;
}

/** How many artworks a large screen shows at once; the others load when the reader scrolls near them. */
const seenAtFirst = 2;

/**
 * How many artworks have a blurred placeholder; a colour is enough for the others, which load before the reader sees
 * them.
 */
const blurred = 12;

/** Whether one can go there today, in words. */
const opening = ({ opensOn, closesOn, today, locale }: PagedExhibition): Markup | undefined => {
  const say = (word: 'opensOn' | 'openUntil' | 'closedOn', day: string) =>
    html`<p class="opening">${pageWord(word, locale).replace('{day}', dayInWords(day, locale))}</p>
`;
  if (opensOn && opensOn > today) return say('opensOn', opensOn);
  return closesOn ? say(closesOn < today ? 'closedOn' : 'openUntil', closesOn) : undefined;
};

const heroId = 'hero';

/** What stands for the exhibition, large, beside the title: on the first page only. An artwork leads to its page. */
const hero = ({ cover, artworks, from, locale, slug, draft }: PagedExhibition): Markup | undefined => {
  if (!cover || from > 0) return undefined;
  const sizes = `min(100vw - 2.5rem, 34rem, ${widthOfScreenHeight(cover)})`;
  if (!cover.artworkId) {
    return html`<figure class="hero">${linkedPicture(cover, { id: heroId, sizes })}${pictureCaption(cover, locale)}</figure>
`;
  }
  const artwork = artworks.find(({ id }) => id === cover.artworkId);
  const language = artwork && partLanguage(artwork.locale, locale);
  const path = artworkPath({ id: cover.artworkId, image: cover }, { locale, slug, draft });
  return html`<a class="hero" href="${path}">${pictureElement(cover, { id: heroId, sizes, language })}</a>
`;
};

/** The photographs that do not open the page. */
const photographs = ({ pictures, cover, from }: PagedExhibition): PublicPicture[] => {
  const [opener] = cover && !cover.artworkId ? cover.renditions : [];
  return from > 0 ? [] : pictures.filter(({ renditions: [first] }) => first?.url !== opener?.url);
};

const manifestType = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';

/** The address of the page that begins with the artwork at a place. */
const pageFrom = (url: string, from: number): string => (from === 0 ? url : `${url}?from=${from + 1}`);

/** The address of that page in one language; the page of another site has no such parts. */
const urlFrom = ({ locale, slug, url }: PublicExhibition['alternates'][number], from: number): string =>
  url === exhibitionUrl(locale, slug) ? pageFrom(url, from) : url;

/** Links to the previous and next page, where they exist. */
const neighbours = (exhibition: PagedExhibition): { previous?: string; following?: string } => {
  const { locale, slug, from, next, draft } = exhibition;
  // The pages of a draft lie at the address of its preview.
  const part = (first: number) => (draft ? `?from=${first + 1}` : pageFrom(exhibitionUrl(locale, slug), first));
  return {
    ...(from > 0 && { previous: part(Math.max(from - maxArtworksPerPage, 0)) }),
    ...(next !== undefined && { following: part(next) }),
  };
};

const nextPageLink = (exhibition: PagedExhibition): Markup | undefined => {
  const { previous, following } = neighbours(exhibition);
  if (!previous && !following) return undefined;
  const link = (address: string, rel: 'prev' | 'next', word: 'previousArtworks' | 'moreArtworks') =>
    html`<a class="button" rel="${rel}" href="${address}#artworks">${pageWord(word, exhibition.locale)}</a>`;
  return html`<p class="pages">${previous && link(previous, 'prev', 'previousArtworks')} ${following && link(following, 'next', 'moreArtworks')}</p>
`;
};

const artworksOf = (exhibition: PagedExhibition): Markup | undefined => {
  const { artworks, artworkCount, locale, from, next } = exhibition;
  if (artworks.length === 0) return undefined;
  const part = from > 0 || next !== undefined ? html`${from + 1}–${next ?? from + artworks.length} / ` : undefined;
  return html`<section aria-labelledby="artworks">
<h2 id="artworks">${pageWord('artworks', locale)} (${part}${artworkCount})</h2>
<ul class="works">
${artworks.map((artwork, n) => artworkFigure(artwork, exhibition, n >= seenAtFirst || from === 0))}</ul>
${nextPageLink(exhibition)}</section>
`;
};

const eventsOf = ({ events, locale }: PublicExhibition): Markup | undefined =>
  events.length === 0
    ? undefined
    : html`<section aria-labelledby="events">
<h2 id="events">${pageWord('events', locale)}</h2>
<ul class="items">${events.map(({ title, url, locale: its }) => {
        const lang = its === locale ? undefined : its;
        return html`<li><a href="${url}"${partLanguage(its, locale)}${attribute('hreflang', lang)}>${title}</a></li>`;
      })}</ul>
</section>
`;

/** The page of an exhibition, and what is related to it; of a draft it says so, and counts no views. */
export const exhibitionPage = (exhibition: PagedExhibition, related: readonly PageCard[], site: Site): Page => {
  const { id, locale, title, summary, category, publishedAt, url, rights, views, draft } = exhibition;
  const alternates = exhibition.alternates.map((one) => ({ ...one, url: urlFrom(one, exhibition.from) }));
  const description = summary ?? bodyText(exhibition.pageBody.html, descriptionLength);
  const head = headOf(
    {
      ...{ locale, title, description, category, alternates, cover: exhibition.cover },
      url: urlFrom(exhibition, exhibition.from),
      neighbours: neighbours(exhibition),
      publishedAt: withOffset(publishedAt, site.timeZone),
      programs: [
        { type: 'application/json', url: exhibitionAnswerUrl(locale, exhibition.slug) },
        { type: manifestType, url: exhibition.manifest },
      ],
      structuredData: exhibitionData(exhibition, { description, today: exhibition.today }, site, {
        name: siteTitle(site, locale),
        url: homePageUrl(site, locale),
      }),
    },
    site,
  );
  const others = relatedItems(
    { cards: related, locale, more: { path: listPath(locale, { category: category.slug }), label: category.label } },
    site,
  );
  const text = pageBody(exhibition.pageBody, locale);
  const more = gallery(photographs(exhibition), locale, 'photographs');
  const lists = { path: folderPath(locale, 'exhibitions'), label: pageWord('exhibitionList', locale) };
  const main = html`${breadcrumb(locale, [lists])}<article>
<header class="opener">
${hero(exhibition)}<div><h1>${title}</h1>
${
  summary &&
  html`<p class="summary-text">${summary}</p>
`
}${opening(exhibition)}</div></header>
<div class="columns">
${exhibitionWhenAndWhere(exhibition, site, exhibition.today)}<div class="text">
${text.markup}
${filesSection(exhibition.files, locale)}</div>
</div>
${artworksOf(exhibition)}${more.markup}${eventsOf(exhibition)}<p class="note">${pageWord('published', locale)}: ${draft?.isNew ? pageWord('notYet', locale) : dayElement(publishedAt, locale, site.timeZone)} · ${pageWord('rights', locale)}: ${rightsLink(rights, locale)} · <a href="${exhibition.manifest}" type="${manifestType}">${pageWord('manifest', locale)}</a></p>
${tools(url, locale, { before: 0, all: views })}${!draft?.isNew && citation(exhibition, site)}</article>
${others.markup}`;
  const cover = exhibition.from === 0 ? exhibition.cover : undefined;
  const style = exhibition.artworks.map((artwork, n) => artworkFigureStyle(artwork, n < blurred));
  return renderLayout(site, {
    ...{ locale, title, head, main, alternates, place: { section: category.slug } },
    style:
      exhibitionStyle +
      (cover ? placeholderStyle(cover, heroId, true) : '') +
      text.style +
      style.join('') +
      more.style +
      others.style,
    ...(exhibition.draft ? { draft: exhibition.draft } : { views: viewCounterOf('exhibition', id, views) }),
  });
};
