/** The Azerbaijani alphabet, which Chromium does not sort by, with the letters of English that it lacks. */
const alphabet = 'abcçdeəfgğhxıijkqlmnoöprsştuüvwyz';

const places = new Map([...alphabet].map((letter, n) => [letter, n]));

/** What a letter is sorted by: those of other scripts come after these. */
const placeOf = (letter: string): number => places.get(letter) ?? (letter.codePointAt(0) ?? 0) + alphabet.length;

const lowered = (text: string): string[] => [...text.replaceAll('I', 'ı').replaceAll('İ', 'i').toLowerCase()];

/** Sorts names as an Azerbaijani list does, in every browser. */
export const byName = (one: string, other: string): number => {
  const [a, b] = [lowered(one), lowered(other)];
  const different = a.findIndex((letter, n) => letter !== b[n]);
  if (different === -1) return a.length - b.length;
  const letter = b[different];
  return letter === undefined ? 1 : placeOf(a[different] ?? '') - placeOf(letter);
};
