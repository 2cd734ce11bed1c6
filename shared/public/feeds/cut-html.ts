/** A tag of sanitized HTML, in which `<` and `>` stand nowhere else, or the text up to the next one. */
const token = /<(?<end>\/?)(?<name>[a-z][a-z\d]*)[^>]*>|[^<]+/g;

const withoutEnd = new Set(['br', 'hr', 'img', 'source']);

/** After which a text may break off. Cells stay in their row. */
const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 li ul ol blockquote pre table thead tbody tr hr div figure section'.split(' '),
);

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** The text up to the last space within so many bytes, or to the last character where there is none. */
const cutAtSpace = (text: string, bytes: number): string => {
  const cut = Buffer.from(text)
    .subarray(0, Math.max(0, bytes))
    .toString()
    // Half a character, or half a reference.
    .replace(/\uFFFD+$/u, '')
    .replace(/&[#\w]*$/, '');
  return cut.replace(/(?<=\s)\S+$/u, '').trimEnd() || cut;
};

/** A place where a text may break off, and the elements that are open there, outermost first. */
interface Place {
  readonly end: number;
  readonly rest: string;
  readonly open: readonly string[];
}

/**
 * Sanitized HTML, cut to at most `mostBytes` where it is longer: after a paragraph, an item of a list or a row of a
 * table, or at a space where a paragraph takes more than half of all that. What is open there is closed.
 */
export const cutHtml = (html: string, mostBytes: number): { readonly html: string; readonly isCut: boolean } => {
  if (bytesOf(html) <= mostBytes) return { html, isCut: false };
  let open: readonly string[] = [];
  let bytes = 0;
  let best: Place = { end: 0, rest: '', open: [] };
  let bestBytes = 0;
  for (const { 0: text, index, groups: { end = '', name = '' } = {} } of html.matchAll(token)) {
    const then = end ? open.slice(0, -1) : name && !withoutEnd.has(name) ? [...open, name] : open;
    const left = mostBytes - bytes - then.reduce((sum, one) => sum + '</>'.length + one.length, 0);
    bytes += bytesOf(text);
    if (bytesOf(text) > left) {
      if (bestBytes < mostBytes / 2) best = { end: index, rest: name ? '' : cutAtSpace(text, left), open };
      break;
    }
    open = then;
    if (blocks.has(name) && (end || withoutEnd.has(name))) {
      best = { end: index + text.length, rest: '', open };
      bestBytes = bytes;
    }
  }
  const ends = best.open.toReversed().map((name) => `</${name}>`);
  return { html: html.slice(0, best.end) + best.rest + ends.join(''), isCut: true };
};
