const block =
  /^<\/?(?:address|article|aside|blockquote|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul|video)(?=[\s/>])/i;

/** A block that runs over blank lines must not be cut at them. */
const opensPre = (chunk: string): boolean => /<pre(?=[\s>])/i.test(chunk) && !/<\/pre>/i.test(chunk);

/**
 * HTML in which blank lines stand for paragraphs and line breaks for `<br>`, as many editors store it (WordPress among
 * them), with the elements that it means. What is within block elements stays as it is.
 */
export const paragraphsFromLineBreaks = (html: string): string => {
  const chunks: string[] = [];
  for (const chunk of html.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
    const last = chunks.at(-1);
    if (last !== undefined && opensPre(last)) chunks[chunks.length - 1] = `${last}\n\n${chunk}`;
    else chunks.push(chunk);
  }
  return chunks
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '')
    .map((chunk) => (block.test(chunk) ? chunk : `<p>${chunk.replace(/\n/g, '<br>\n')}</p>`))
    .join('\n');
};

/** True where HTML says nothing of paragraphs itself. */
export const lacksParagraphs = (html: string): boolean => !/<(?:p|br|div)(?=[\s/>])/i.test(html) && html.includes('\n');
