import { renderBody } from '../../shared/publishing/markdown/render-markdown.ts';

/** The HTML of a body as its page shows it. */
export const pageHtmlOf = (text: string, locale: string): string => {
  const { html, pageHtml = html } = renderBody(text, locale);
  return pageHtml;
};
