/** Letters, digits, signs: what leaves something on a page. */
const visibleCharacter = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** True where a text leaves something on a page. */
export const hasVisibleCharacter = (text: string): boolean => visibleCharacter.test(text);
