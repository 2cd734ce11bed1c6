import { viewerFile } from '../../contract/assets.ts';
import type { PublicArtwork } from '../../contract/public-schemas.ts';
import type { Picture } from '../../model/files/picture.ts';
import type { Site } from '../../model/site/site.ts';
import { withOffset } from '../../model/time/local-time.ts';
import { homePageUrl } from '../../showcase/store/page-urls.ts';
import { assetUrl } from '../../showcase/store/urls.ts';
import type { ArtworkForPage, ArtworkLink } from '../answers/artwork-for-page.ts';
import { labelText } from '../iiif/iiif-labels.ts';
import { imageId } from './item/artwork-figure.ts';
import { citation } from './item/citation.ts';
import { factList } from './item/facts.ts';
import { rightsLink } from './item/licence-name.ts';
import { linkedPicture, pathOf, placeholderStyle, plainPath, widthOfScreenHeight } from './item/picture.ts';
import { viewerScript } from './item/viewer-script.ts';
import { breadcrumb } from './layout/breadcrumb.ts';
import { headOf } from './layout/head.ts';
import { type Page, renderLayout } from './layout/layout.ts';
import { attribute, html, type Markup } from './markup/html.ts';
import { partLanguage } from './markup/language-attributes.ts';
import { folderPath } from './markup/paths.ts';
import { siteTitle } from './markup/site-text.ts';
import { pageWord } from './markup/words.ts';
import { artworkData } from './structured-data/artwork-data.ts';
import { artworkStyle } from './styles/artwork-style.ts';
import { viewerStyle } from './styles/viewer-style.ts';

/** The width of the picture: that of its column, and never higher than the screen, as `placeholderStyle` keeps it. */
const sizesOf = (image: Picture): string => {
  const bound = widthOfScreenHeight(image);
  return `(min-width: 60rem) min(60vw, 52rem, ${bound}), min(100vw - 2.5rem, ${bound})`;
};

const languageOf = (its: string, { locale }: ArtworkForPage): Markup | undefined => partLanguage(its, locale);

const trail = ({ locale, exhibition }: ArtworkForPage): Markup =>
  breadcrumb(locale, [
    { path: folderPath(locale, 'exhibitions'), label: pageWord('exhibitionList', locale) },
    { path: exhibition.url, label: exhibition.title },
  ]);

/** The dialog in which the viewer opens. Hidden until it is asked for, and not seen at all without script. */
const viewer = ({ image, imageService }: PublicArtwork, { locale }: ArtworkForPage): Markup => {
  const info = imageService && `${pathOf({ url: imageService })}/info.json`;
  return html`<dialog id="viewer" aria-label="${pageWord('lookCloser', locale)}" data-script="${pathOf({ url: assetUrl(viewerFile) })}" data-image="${plainPath(image)}"${attribute('data-info', info)}><div class="stage"></div><form method="dialog"><button type="button" class="in">${pageWord('zoomIn', locale)}</button><button type="button" class="out">${pageWord('zoomOut', locale)}</button><button type="submit" class="close">${pageWord('close', locale)}</button></form></dialog>
`;
};

const picture = (artwork: PublicArtwork, page: ArtworkForPage): Markup =>
  html`<figure class="hung">${linkedPicture(artwork.image, { id: imageId(artwork), sizes: sizesOf(artwork.image), language: languageOf(artwork.locale, page) })}<p><button type="button" id="zoom" hidden>${pageWord('lookCloser', page.locale)}</button></p></figure>
${viewer(artwork, page)}`;

const neighbours = (page: ArtworkForPage): Markup | undefined => {
  const { previous, next, locale, number, total } = page;
  const link = (one: ArtworkLink | undefined, rel: 'prev' | 'next', word: 'previousArtwork' | 'nextArtwork') =>
    one &&
    html`<a class="${rel}" rel="${rel}" href="${one.url}"><span>${pageWord(word, locale)}</span> <cite${languageOf(one.locale, page)}>${one.title}</cite></a>`;
  return html`<nav class="neighbours" aria-label="${pageWord('artworks', locale)}">${link(previous, 'prev', 'previousArtwork')}${number !== undefined && html`<span class="number">${number} / ${total}</span>`}${link(next, 'next', 'nextArtwork')}</nav>
`;
};

const factsOf = (page: ArtworkForPage): Markup | undefined => {
  const { artwork, locale } = page;
  const { artist, medium, year } = artwork;
  return factList([
    [labelText('artist', locale), artist.name],
    [labelText('age', locale), artist.ageAtEntry?.toString()],
    [labelText('school', locale), artist.school],
    [labelText('region', locale), artist.region],
    [labelText('medium', locale), medium],
    [labelText('year', locale), year?.toString()],
    [pageWord('exhibition', locale), html`<a href="${page.exhibition.url}">${page.exhibition.title}</a>`],
    [pageWord('rights', locale), rightsLink(page.exhibition.rights, locale)],
  ]);
};

const headFor = (page: ArtworkForPage, title: string, site: Site): Markup => {
  const { artwork, locale, exhibition, url, alternates, previous, next } = page;
  const { description = artwork.image.alt } = artwork;
  return headOf(
    {
      ...{ locale, title, description, url, alternates, category: exhibition.category, cover: artwork.image },
      publishedAt: withOffset(exhibition.publishedAt, site.timeZone),
      programs: [{ type: 'application/json', url: artwork.url }],
      neighbours: { ...(previous && { previous: previous.url }), ...(next && { following: next.url }) },
      structuredData: artworkData(artwork, page, { name: siteTitle(site, locale), url: homePageUrl(site, locale) }),
    },
    site,
  );
};

/**
 * The page of an artwork of a published exhibition: the picture, who made it as far as consent lets it be said, and the
 * works beside it.
 */
export const artworkPage = (page: ArtworkForPage, site: Site): Page => {
  const { artwork, locale, exhibition, url, alternates } = page;
  const language = languageOf(artwork.locale, page);
  const main = html`${trail(page)}<article class="artwork">
${picture(artwork, page)}<div class="about"><h1${language}>${artwork.title}</h1>
${factsOf(page)}${artwork.description && html`<div class="text"><p${language}>${artwork.description}</p></div>`}
<div class="tools"><p><a href="${exhibition.manifest}">${pageWord('manifest', locale)}</a></p><button type="button" id="print" hidden>${pageWord('print', locale)}</button></div>
${citation({ title: artwork.title, publishedAt: exhibition.publishedAt, url, locale }, site)}</div>
${neighbours(page)}</article>
`;
  const title = `${artwork.title} · ${exhibition.title}`;
  return renderLayout(site, {
    ...{ locale, title, head: headFor(page, title, site), main, alternates },
    place: { section: exhibition.category.slug },
    style: placeholderStyle(artwork.image, imageId(artwork), true) + artworkStyle + viewerStyle,
    script: viewerScript,
  });
};
