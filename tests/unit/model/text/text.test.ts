import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasStackedMarks, lineOfText, maxStackedMarks, paragraphsOfText } from '../../../../shared/model/text/text.ts';
import { cpuTimeOf } from '../../../support/cpu-time.ts';
import { anyCharacter } from '../../../support/random/any-text.ts';

const messagesOf = (schema: ReturnType<typeof lineOfText>, text: string): string[] =>
  schema.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

describe('combining marks', () => {
  it.each([
    ['Azerbaijani', 'Müsabiqədə iştirak edən uşaqların rəsmləri – Şəki, Gəncə, Çay'],
    ['Vietnamese, taken apart', 'Trường Đại học Việt Nam nghệ thuật'.normalize('NFD')],
    ['Greek with three marks, taken apart', 'ᾧ ᾇ ᾯ'.normalize('NFD')],
    ['the International Phonetic Alphabet', 'ə̯̃˞ t͡ʃʷʰ ɔ̝̃ː ŋ̩̊ t̪͆ ɚ̃̂'],
    ['Hebrew with points and accents', 'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים'],
    ['Arabic with vowels', 'بِسْمِ ٱللَّٰهِ ٱلرَّحْمَٰنِ'],
    ['Devanagari', 'क्षत्रिय र्द्ध्र्य'],
    ['Thai', 'ที่นี่ น้ำ ผู้ใหญ่'],
    ['Korean in single letters', '전시회 그림'.normalize('NFD')],
    ['the tallest stack of Tibetan', 'ཧྐྵྨླྺྼྻྂ'],
    ['emoji of several parts', '👩🏽‍🎨 👁️‍🗨️ 1️⃣ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️‍🔥'],
    ['Mongolian with its selectors', 'ᠮᠣᠩᠭᠣᠯ᠎ᠠ ᠪᠢᠴᠢᠭ᠌'],
  ])('of %s are let pass, and kept', (_, text) => {
    expect(hasStackedMarks(text)).toBe(false);
    expect(lineOfText(300).parse(text)).toBe(text.normalize('NFC').trim());
  });

  it.each([
    ['one mark', '\u0301'],
    ['marks of different classes', '\u0323\u0301\u0327'],
    ['marks that stand for two', '\u0344'],
    ['marks of class 0', '\u034f'],
    ['marks around the letter', '\u20dd'],
    ['variation selectors', '\ufe0f'],
    ['vowel signs', '\u093e'],
    ['marks outside the basic plane', '\u{1d165}'],
    ['marks with an invisible character after each', '\u0301\u200d'],
    ['marks with a soft hyphen after each', '\u0323\u00ad'],
  ])('of which more than eight follow each other are found: %s', (_, marks) => {
    const signs = [...marks].filter((sign) => /\p{M}/u.test(sign));
    const invisible = [...marks].filter((sign) => /\p{Cf}/u.test(sign)).join('');
    const row = (count: number) =>
      Array.from({ length: count }, (_all, n) => `${signs[n % signs.length]}${invisible}`).join('');
    expect(hasStackedMarks(`e${row(maxStackedMarks)}e`)).toBe(false);
    expect(hasStackedMarks(`e${row(maxStackedMarks + 1)}e`)).toBe(true);
  });
});

describe('a text that is longer than it may be', () => {
  it('is refused by its length before it is normalised', () => {
    // Normalising 200,000 alternating marks takes several seconds of the processor.
    const text = `e${'\u0301\u0323'.repeat(100_000)}`;
    for (const schema of [lineOfText(300), paragraphsOfText(1_000)]) {
      expect(cpuTimeOf(() => expect(messagesOf(schema, text)[0]).toMatch(/^tooLong/))).toBeLessThan(500);
    }
  });

  it('is measured in its final form', () => {
    expect(messagesOf(lineOfText(300), 'ᾧ'.normalize('NFD').repeat(300))).toEqual([]);
    expect(messagesOf(lineOfText(300), '전'.normalize('NFD').repeat(300))).toEqual([]);
    expect(messagesOf(lineOfText(300), '🎨'.repeat(300))).toEqual([]);
    expect(messagesOf(lineOfText(300), '🎨'.repeat(301))).toEqual(['tooLong {"max":300}']);
    expect(messagesOf(lineOfText(300), 'ᾧ'.normalize('NFD').repeat(301))).toEqual(['tooLong {"max":300}']);
    expect(messagesOf(lineOfText(300), `${' '.repeat(5_000)}x${' '.repeat(5_000)}`)).toEqual([]);
  });
});

describe('a text that nobody can see', () => {
  it.each([
    ['the Braille pattern without dots', '\u2800'],
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
    ['a soft hyphen', '\u00ad'],
    ['zero-width spaces and joiners', '\u200b\u200c\u200d\u2060'],
    ['a combining grapheme joiner', '\u034f'],
    ['inherent vowels of Khmer', '\u17b4\u17b5'],
    ['Mongolian separators', '\u180b\u180e\u180f'],
    ['invisible operators', '\u2061\u2062\u2063\u2064'],
    ['variation selectors', '\ufe0f\u{e0100}'],
    ['tags', '\u{e0001}\u{e0061}\u{e007f}'],
    ['a note without its head', '\u{1d159}'],
    ['blanks among hieroglyphs', '\u{13441}\u{13442}'],
    ['a filler between spaces', '\u00a0\u3164\u2003\u2800'],
    ['a combining mark alone', '\u0301'],
    ['characters of private use', '\ue000'],
  ])('is refused: %s', (_, text) => {
    for (const schema of [lineOfText(300), paragraphsOfText(1_000)])
      for (const whole of [text, ` ${text} `]) expect(messagesOf(schema, whole)).toEqual(['nothingVisible']);
    expect(messagesOf(lineOfText(300), `${text}Sərgi${text}`)).toEqual([]);
  });

  it('is refused for every character that Unicode calls ignorable, alone or among others', () => {
    const ignorable = Array.from({ length: 0xe1000 }, (_, n) => n)
      .filter(
        (code) =>
          (code < 0xd800 || code > 0xdfff) && /\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(code)),
      )
      .map((code) => String.fromCodePoint(code))
      // A byte order mark counts as a space, which is taken away.
      .filter((character) => !/[\ufeff\p{Bidi_Control}]/u.test(character));
    expect(ignorable.length).toBeGreaterThan(4_000);
    for (const character of ignorable)
      if (messagesOf(lineOfText(300), character)[0] !== 'nothingVisible')
        expect.fail(`U+${character.codePointAt(0)?.toString(16)}`);
  });

  it.each(['.', '?', '…', '5', 'ə', '日', '☺', '❤️', '👩🏽‍🎨', '⠁', '‽', '한'])('is not what shows %s', (text) => {
    expect(messagesOf(lineOfText(300), text)).toEqual([]);
  });

  it('may be none at all', () => {
    for (const text of ['', '  ', '\u3000']) expect(lineOfText(300).parse(text)).toBe('');
  });
});

describe('controls of the direction of text', () => {
  const controls = [...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'];

  it.each(controls)('are refused in a line, and let pass in paragraphs: %j', (control) => {
    for (const text of [`Sərgi ${control}gnp.exe`, `${control}Sərgi`, `Sərgi${control}`, control])
      expect(messagesOf(lineOfText(300), text)).toEqual(['bidiControls']);
    expect(messagesOf(paragraphsOfText(300), `a\n\n${control}b`)).toEqual([]);
  });

  it('are not needed by scripts that run from right to left', () => {
    for (const text of ['معرض الرسم 2022 (باكو)', 'תערוכת ציורים – Baku 2022'])
      expect(messagesOf(lineOfText(300), text)).toEqual([]);
  });
});

describe('paragraphs', () => {
  const edges = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r\n', '\u2003', '\ufeff', 'a'), maxLength: 30 });

  it('lose their empty lines, and keep the indentation of the first one', () => {
    fc.assert(
      fc.property(edges, fc.constantFrom('', 'x', 'x\n\n y'), edges, (before, text, after) => {
        const whole = `${before}${text}${after}`;
        const expected = whole.replace(/^(\s*\n)+/, '').trimEnd();
        expect(paragraphsOfText(1_000).parse(whole)).toBe(expected);
      }),
    );
  });

  it('that were accepted once are accepted again, and stay as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        const first = paragraphsOfText(100).safeParse(text);
        if (first.success) expect(paragraphsOfText(100).parse(first.data)).toBe(first.data);
      }),
      { numRuns: 200 },
    );
  });
});
