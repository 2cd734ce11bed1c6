import type { Site } from '../../model/site/site.ts';
import { homePageUrl } from '../../showcase/store/page-urls.ts';
import { pageAnswerUrl } from '../../showcase/store/urls.ts';
import type { EditorsPageForPage } from '../answers/editors-page.ts';
import { bodyText } from './item/body-text.ts';
import { filesSection } from './item/files.ts';
import { gallery } from './item/gallery.ts';
import { hero } from './item/hero.ts';
import { pageBody } from './item/page-body.ts';
import { breadcrumb } from './layout/breadcrumb.ts';
import type { PageSite } from './layout/frame.ts';
import { headOf } from './layout/head.ts';
import { type Page, renderLayout } from './layout/layout.ts';
import { tools } from './layout/tools.ts';
import { html } from './markup/html.ts';
import { siteTitle } from './markup/site-text.ts';
import { pageWord } from './markup/words.ts';
import { graph, imageObject, type Node, optional, organization } from './structured-data/json-ld-nodes.ts';

/** Longest description in a page's metadata, in characters. */
const descriptionLength = 200;

/** An editors' page for search engines. */
const structuredData = (
  { url, title, locale, pictures: [cover] }: EditorsPageForPage,
  description: string,
  site: Site,
): Node =>
  graph({
    '@type': 'WebPage',
    ...{ '@id': url, url, name: title, inLanguage: locale },
    ...optional('description', description),
    ...optional('primaryImageOfPage', cover && imageObject(cover)),
    publisher: organization({ name: siteTitle(site, locale), url: homePageUrl(site, locale) }),
  });

/** The page that editors have written: without a date, since it holds until it is changed. */
export const editorsPage = (
  page: EditorsPageForPage,
  site: PageSite,
  draft?: { readonly pictures: string | undefined },
): Page => {
  const { id, locale, slug, title, summary, pageBody: body, url, alternates } = page;
  const [cover, ...others] = page.pictures;
  const description = summary ?? bodyText(body.html, descriptionLength);
  const head = headOf(
    {
      ...{ locale, title, description, url, alternates, cover },
      programs: [{ type: 'application/json', url: pageAnswerUrl(locale, slug) }],
      structuredData: structuredData(page, description, site),
    },
    site,
  );
  const picture = hero(cover, locale);
  const text = pageBody(body, locale);
  const more = gallery(others, locale);
  const main = html`${breadcrumb(locale, [])}<article>
${picture.markup}<div class="columns">
<header class="heading">
<h1>${title}</h1>
${
  summary &&
  html`<p class="summary-text">${summary}</p>
`
}</header>
<div class="text">
${text.markup}
${filesSection(page.files, locale)}</div>
</div>
${more.markup}${tools(url, locale)}<p class="source">${pageWord('source', locale)}: ${siteTitle(site, locale)}. <cite>${title}</cite>. <span>${url}</span></p>
</article>
`;
  return renderLayout(site, {
    ...{ locale, title, head, main, alternates, place: { section: id, isSection: true } },
    style: picture.style + text.style + more.style,
    ...(draft && { draft }),
  });
};
