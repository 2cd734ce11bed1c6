const block =
  /^<\/?(?:address|article|aside|blockquote|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul|video)(?=[\s/>])/i;

/** Whether a `<pre>` is open after a part of the text, which must not be cut at its blank lines. */
const isPreOpenAfter = (part: string, wasOpen: boolean): boolean =>
  (wasOpen || /<pre(?=[\s>])/i.test(part)) && !/<\/pre>/i.test(part);

/**
 * HTML in which blank lines stand for paragraphs and line breaks for `<br>`, as many editors store it (WordPress among
 * them), with the elements that it means. What is within block elements stays as it is.
 */
export const paragraphsFromLineBreaks = (html: string): string => {
  const chunks: string[][] = [];
  let isPreOpen = false;
  for (const part of html.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
    if (isPreOpen) chunks.at(-1)?.push(part);
    else chunks.push([part]);
    isPreOpen = isPreOpenAfter(part, isPreOpen);
  }
  return chunks
    .map((parts) => parts.join('\n\n').trim())
    .filter((chunk) => chunk !== '')
    .map((chunk) => (block.test(chunk) ? chunk : `<p>${chunk.replace(/\n/g, '<br>\n')}</p>`))
    .join('\n');
};

/** True where HTML says nothing of paragraphs itself. */
export const lacksParagraphs = (html: string): boolean => !/<(?:p|br|div)(?=[\s/>])/i.test(html) && html.includes('\n');
