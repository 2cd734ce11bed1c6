import fc from 'fast-check';

const surrogates = { from: 0xd800, count: 0x800 };
const characters = 0x110000 - surrogates.count;

/**
 * Any character of Unicode, as the unit of `fc.string`. The unit `binary` of fast-check is the same, but makes a map of
 * all 1,112,064 of them, once in each process: two seconds, and 100 MB that every later collection of garbage walks.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.nat(characters - 1).map(
  (n) => String.fromCodePoint(n < surrogates.from ? n : n + surrogates.count),
  (value) => {
    const code = typeof value === 'string' ? (value.codePointAt(0) ?? -1) : -1;
    if (code < 0 || value !== String.fromCodePoint(code)) throw new Error('This is not one character.');
    return code < surrogates.from ? code : code - surrogates.count;
  },
);
