import { type Piece, withPieces } from './xml-tags.ts';

/** How many bytes of XML say its encoding at most. */
const headLength = 200;

/**
 * The encoding of XML (XML 1.0, appendix F): UTF-16 by its mark, or as its first character has two bytes; else what its
 * head says. One that says UTF-16 of single bytes is in UTF-8.
 */
const encodingOf = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, headLength)).toString('latin1');
  const [, said = 'utf-8'] = /^(?:\xef\xbb\xbf)?\s*<\?xml\s[^<>]*?encoding\s*=\s*["']([^"'<>]*)/.exec(head) ?? [];
  return /^u(?:tf-16|cs-2)/i.test(said) ? 'utf-8' : said;
};

const decoderOf = (encoding: string) => {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (cause) {
    throw new TypeError(`Nothing is known of ${encoding}.`, { cause });
  }
};

/** Comments, text that stands as it is, and what is for one program (XML 1.0, 2.5 to 2.7), by how each begins. */
const marked: Piece = {
  begin: /<(?:!--|!\[CDATA\[|\?)/g,
  endOf: (begin) => (begin === '<!--' ? /-->/g : begin === '<?' ? /\?>/g : /\]\]>/g),
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** XML that says the same without comments, and with all its text written in one way: so it can be searched. */
const inOneWay = (xml: string): string =>
  xml.includes('<!')
    ? withPieces(xml, marked, (piece) => {
        if (piece.startsWith('<?')) return piece;
        return piece.startsWith('<!--') ? '' : escaped(piece.slice('<![CDATA['.length, -']]>'.length));
      })
    : xml;

/**
 * XML in the encoding that it says, with all its text written in one way. Throws `TypeError` where the encoding is not
 * known, or is not what the bytes are in.
 */
export const decodeXml = (bytes: Uint8Array): string => {
  const xml = decoderOf(encodingOf(bytes)).decode(bytes);
  if (xml.includes('\0')) throw new TypeError('There are characters that no XML has.');
  return inOneWay(xml);
};

/** XML whose head names no encoding any more: it is written in UTF-8. */
export const inUtf8 = (xml: string): string =>
  xml.replace(/^(\s*<\?xml\b[^<>]*?)\sencoding\s*=\s*(?:"[^"]*"|'[^']*')/, '$1');
