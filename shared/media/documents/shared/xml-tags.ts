/** The value of an attribute in its quotation marks, without a group: no `<` stands in it (XML 1.0, 2.3). */
export const quoted = `"[^"<]*"|'[^'<]*'`;

/** What stands in a tag before one of its attributes: other attributes with their values, in which `>` may stand. */
export const before = `(?:[^<>"']|${quoted})*?`;

/** What stands in a tag up to its end. */
export const rest = `(?:[^<>"']|${quoted})*`;

/** Tags that begin an element, and instructions to programs, which have attributes too. */
const tag = new RegExp(String.raw`<\??[^\s!/?<>"']${rest}>`, 'g');

/** XML with other tags: what stands between them is what readers see. */
export const inTags = (xml: string, change: (tag: string) => string): string => xml.replace(tag, change);

/** The tags that begin an element of some names, which are parted by `|`. */
export const tagsIn = (xml: string, names: string): string[] => {
  const isNamed = new RegExp(String.raw`^<(?:\w+:)?(?:${names})[\s/>]`);
  return (xml.match(tag) ?? []).filter((one) => isNamed.test(one));
};

/** Every attribute of a tag, each from where the one before ends. */
const attribute = new RegExp(String.raw`(<?[^<>"']*?\s([\w:.-]+)\s*=\s*)(${quoted})`, 'gy');

/** What an attribute of a tag says, whatever its prefix; `undefined` where the tag has none. */
export const attributeIn = (one: string, name: string): string | undefined => {
  for (const [, , prefixed = '', value = ''] of one.matchAll(attribute))
    if (prefixed.slice(prefixed.indexOf(':') + 1) === name) return value.slice(1, -1);
  return undefined;
};

/** A tag whose attributes say what `change` makes of each. */
export const withAttributes = (one: string, change: (prefixed: string, value: string) => string): string =>
  one.replace(attribute, (_, until: string, prefixed: string, value: string) => {
    const mark = value.slice(0, 1);
    return until + mark + change(prefixed, value.slice(1, -1)) + mark;
  });

/** What a piece of a text begins with, by a pattern with the flag `g`, and what ends it: nothing where that is all. */
export interface Piece {
  readonly begin: RegExp;
  endOf(begin: string): RegExp | undefined;
}

/** Where a piece ends that begins before a place. */
const endFrom = (text: string, from: number, end: RegExp | undefined): number | undefined => {
  if (!end) return from;
  end.lastIndex = from;
  return end.test(text) ? end.lastIndex : undefined;
};

/**
 * A text with other pieces from a beginning to the next end. Behind one that does not end, which no program reads, all
 * stays: looking for the end of each would take too long.
 */
export const withPieces = (text: string, { begin, endOf }: Piece, change: (piece: string) => string): string => {
  const kept: string[] = [];
  let from = 0;
  begin.lastIndex = 0;
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const to = endFrom(text, begin.lastIndex, endOf(found[0]));
    if (to === undefined) break;
    kept.push(text.slice(from, found.index), change(text.slice(found.index, to)));
    from = to;
    begin.lastIndex = to;
  }
  return kept.length > 0 ? [...kept, text.slice(from)].join('') : text;
};

/** A text without such pieces, each of which is told. */
export const withoutPieces = (text: string, piece: Piece, tell: (piece: string) => void = () => {}): string =>
  withPieces(text, piece, (found) => {
    tell(found);
    return '';
  });

/** How elements of some names begin and end, whatever their prefix; names are parted by `|`. */
export const elementsOf = (names: string, prefix = String.raw`(?:\w+:)?`): Piece => ({
  begin: new RegExp(String.raw`<${prefix}(?:${names})(?=[\s/>])${rest}>`, 'g'),
  endOf: (begin) => {
    const [name = ''] = /[^<\s/>]+/.exec(begin) ?? [];
    return begin.endsWith('/>')
      ? undefined
      : new RegExp(String.raw`</${name.replaceAll('.', String.raw`\.`)}\s*>`, 'g');
  },
});

/** Elements of a name that hold nothing, in both ways to write them. */
export const emptyElementsOf = (name: string): RegExp =>
  new RegExp(String.raw`<(?:\w+:)?${name}(?=[\s/>])${rest}>(?:\s*</(?:\w+:)?${name}\s*>)?`, 'g');
