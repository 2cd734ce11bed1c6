const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The characters that a parser of HTML or XML acts on, between tags and in quoted attributes alike. */
const everywhere = /[&<>"']/g;

/** The characters that it acts on between tags. */
export const betweenTags = /[&<>]/g;

/**
 * Text as it is written in HTML and XML: the signs that a parser would act on stand as references. Those are `signs`, a
 * global expression, where the place of the text asks for others.
 *
 * @example
 * escapeText('<b>') // '&lt;b&gt;'
 */
export const escapeText = (text: string, signs: RegExp = everywhere): string =>
  text.replace(signs, (sign) => named[sign] ?? `&#${sign.codePointAt(0)};`);
