import type { MarkdownIt } from 'markdown-it';

/**
 * A suffix after an address without a path, as in `https://example.az-da`: no top-level domain has a hyphen, but for
 * those in Punycode.
 */
const suffix = /(?<=^\/\/[^/?#]*\.(?!xn--)[\p{L}\d]+)-[\p{L}\d-]*$/iu;

const hasDomain = /^\/\/(?:\[|[^/?#]*\.)/;

/** The sign of an escape that stands for a letter of ASCII, and what takes its place: no text has it. */
const [asciiEscape, mark] = [/%(?=[0-7][\da-f])/gi, '\uE000'];

/**
 * Makes links of addresses that stand in a text by themselves: with `https:`, `http:` or `mailto:`, e-mail addresses,
 * and names that begin with `www.`. A bare `example.az` stays text: where the space after a full stop is missing, two
 * words would become a link. An address is read as it was written, but for what is escaped of other alphabets.
 */
export const linkAddresses = (markdown: MarkdownIt): void => {
  const { linkify } = markdown.set({ linkify: true }).enable('linkify');
  linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });
  /** How many characters of a text that begins with `//` are an address. */
  const lengthOf = (text: string): number => {
    const validator = linkify.re.get_http_validator();
    validator.lastIndex = 0;
    const address = validator.exec(text)?.[0] ?? '';
    // What stands before an @ is no host, though it may look like one that readers trust.
    if (!hasDomain.test(address) || text[address.length] === '@') return 0;
    return address.replace(suffix, '').length;
  };
  for (const scheme of ['http:', 'https:']) linkify.add(scheme, { validate: (text, pos) => lengthOf(text.slice(pos)) });
  linkify.add('www.', {
    validate: (text, pos) => Math.max(0, lengthOf(`//www.${text.slice(pos)}`) - '//www.'.length),
    normalize: (match) => {
      match.url = `https://${match.url}`;
    },
  });
  linkify.add('ftp:', null).add('//', null);
  const { normalizeLinkText } = markdown;
  markdown.normalizeLinkText = (address) =>
    normalizeLinkText(address.replaceAll(asciiEscape, mark)).replaceAll(mark, '%');
};
