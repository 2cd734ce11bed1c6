/** A text without differences of capitals, in Azerbaijani and in English: `İ`, `I`, `ı` and `i` are one letter here. */
export const foldCase = (text: string): string => text.toLowerCase().replaceAll('i̇', 'i').replaceAll('ı', 'i');
