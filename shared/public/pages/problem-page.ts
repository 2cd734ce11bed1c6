import type { ProblemDocument } from '../../contract/problem.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { attribute, html } from './html.ts';
import { type Page, renderLayout } from './layout.ts';
import { type PageWord, pageWord, wordLocale } from './words.ts';

const wordsFor = (status: number): readonly [PageWord, PageWord] => {
  if (status === 301) return ['moved', 'movedText'];
  if (status === 404) return ['missing', 'missingText'];
  if (status === 410) return ['gone', 'goneText'];
  return ['failed', 'failedText'];
};

/** The page of an error. `location` is where the content is now, `requestId` what readers may quote to us. */
export const problemPage = (
  { status, requestId }: Pick<ProblemDocument, 'status' | 'requestId'>,
  location: string | undefined,
  locale: Locale,
  site: Site,
): Page => {
  const [title, text] = wordsFor(status);
  const main = html`<div${attribute('lang', wordLocale(locale) === locale ? undefined : wordLocale(locale))}>
<h1>${pageWord(title, locale)}</h1>
<p>${pageWord(text, locale)}${location && html` <a href="${location}">${location}</a>`}</p>
${
  requestId &&
  html`<p class="note">${requestId}</p>
`
}</div>
`;
  return renderLayout(site, {
    locale,
    title: pageWord(title, locale),
    head: html`<meta name="robots" content="noindex">
`,
    main,
  });
};
