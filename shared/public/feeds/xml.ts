import { escapeText } from '../escape-text.ts';

/** An element of an XML document: its name, its attributes, and what is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly content: string | readonly XmlElement[];
}

/**
 * An element; attributes without a value are left out.
 *
 * @example
 * element('guid', '01J…', { isPermaLink: 'false' })
 */
export const element = (
  name: string,
  content: XmlElement['content'] = '',
  attributes: XmlElement['attributes'] = {},
): XmlElement => ({ name, attributes, content });

// Characters that XML 1.0 cannot hold, not even escaped (https://www.w3.org/TR/xml/#charsets): most control characters,
// and two non-characters.
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

// A parser turns every line break into a line feed, and in attributes into a space.
const escaped = (text: string, special: RegExp): string =>
  escapeText(text.toWellFormed().replace(forbidden, ''), special);

const write = ({ name, attributes, content }: XmlElement): string => {
  const all = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value), /[&<>"\t\n\r]/g)}"`);
  const inner = typeof content === 'string' ? escaped(content, /[&<>\r]/g) : content.map(write).join('');
  return inner ? `<${name}${all.join('')}>${inner}</${name}>` : `<${name}${all.join('')}/>`;
};

/** A document with the given root, in UTF-8. Text that XML cannot hold is left out. */
export const xmlDocument = (root: XmlElement): string => `<?xml version="1.0" encoding="utf-8"?>\n${write(root)}\n`;
