/**
 * Signs and letters that Unicode counts among those that can be seen, and that leave nothing on a page: the Braille
 * pattern without dots, a note without its head, blanks among hieroglyphs. What else shows nothing (Hangul fillers,
 * joiners, selectors, tags) it calls ignorable.
 */
const blank = '\\u2800\\u{1d159}\\u{13441}\\u{13442}';

/** Letters, digits, signs: what leaves something on a page. */
const visibleCharacter = new RegExp(`[[\\p{L}\\p{N}\\p{P}\\p{S}]--[\\p{Default_Ignorable_Code_Point}${blank}]]`, 'v');

/** True where a text leaves something on a page. */
export const hasVisibleCharacter = (text: string): boolean => visibleCharacter.test(text);
