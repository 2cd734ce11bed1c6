import type { ProblemDocument } from '../../contract/problem.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { Site } from '../../model/site/site.ts';
import { languageFor } from '../../refusals/language.ts';
import { catalogues } from '../../refusals/word-reason.ts';
import { type Page, renderLayout } from './layout/layout.ts';
import { html } from './markup/html.ts';
import { partLanguage } from './markup/language-attributes.ts';

/** What a reader is told of an error, by its status. All that is not listed is our fault, to a reader. */
const kinds = { 301: 'moved', 302: 'moved', 400: 'invalid-input', 404: 'not-found', 410: 'gone' } as const;

/** The page of an error. `location` is where the content is now, `requestId` what readers may quote to us. */
export const problemPage = (
  { status, requestId }: Pick<ProblemDocument, 'status' | 'requestId'>,
  location: string | undefined,
  locale: Locale,
  site: Site,
): Page => {
  const language = languageFor([locale]);
  const kind = kinds[status as keyof typeof kinds] ?? 'internal';
  const title = catalogues[language].titles[kind];
  const main = html`<div${partLanguage(language, locale)}>
<h1>${title}</h1>
<p>${catalogues[language].pageTexts[kind]}${location && html` <a href="${location}">${location}</a>`}</p>
${
  requestId &&
  html`<p class="note">${requestId}</p>
`
}</div>
`;
  return renderLayout(site, {
    locale,
    title,
    head: html`<meta name="robots" content="noindex">
`,
    main,
  });
};
