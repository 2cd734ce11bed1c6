/** The value of an attribute in its quotation marks, without a group: no `<` stands in it (XML 1.0, 2.3). */
export const quoted = `"[^"<]*"|'[^'<]*'`;

/** What stands in a tag before one of its attributes: other attributes with their values, in which `>` may stand. */
export const before = `(?:[^<>"']|${quoted})*?`;

/** Tags that begin an element. */
const tag = new RegExp(String.raw`<[^\s!/?<>"'](?:[^<>"']|${quoted})*>`, 'g');

/** XML with other tags: what stands between them is what readers see. */
export const inTags = (xml: string, change: (tag: string) => string): string => xml.replace(tag, change);

/** The tags that begin an element. */
export const tagsIn = (xml: string): string[] => xml.match(tag) ?? [];
