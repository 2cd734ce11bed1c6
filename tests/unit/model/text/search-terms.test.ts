import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prefixesWithSuffixes, prefixLengths, prefixLookup } from '../../../../shared/model/text/search-prefixes.ts';
import { fold, termLength, termsOf, textOfHtml, wantedTerms } from '../../../../shared/model/text/search-terms.ts';
import { renderMarkdown } from '../../../../shared/publishing/markdown/render-markdown.ts';
import { anyCharacter } from '../../../support/random/any-text.ts';

describe('folding', () => {
  it.each([
    ['Sərgi', 'sergi'],
    ['SƏRGİ', 'sergi'],
    ['Qızıl ILIQ ılıq İl', 'qizil iliq iliq il'],
    ['ĞÜŞÇÖ ğüşçö', 'gusco gusco'],
    ['IĞDIR İstanbul ışık', 'igdir istanbul isik'],
    ['Ёлка ёж Йод', 'елка еж иод'],
    ['ВЫСТАВКА Рисунков', 'выставка рисунков'],
    ['Café naïve ﬁne', 'cafe naive fine'],
    ['Straße STRASSE', 'strasse strasse'],
    ['ΟΔΟΣ οδος', 'οδοσ οδοσ'],
    ['Ｆｕｌｌ ①②', 'full 12'],
    ['Ba\u00ADkı', 'baki'],
  ])('%s becomes %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('changes nothing more the second time, and knows no normal form', () =>
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    ));
});

describe('terms', () => {
  it.each([
    ['Bakı’nın uşaqları', ['bakinin', 'usaqlari']],
    ["children's, child’s", ['childrens', 'childs']],
    ['«Rəsm» — müsabiqə (2022-ci il)', ['resm', 'musabiqe', '2022', 'ci', 'il']],
    ['9 may 9 MAY', ['9', 'may']],
    ['№5 məktəb, № 6', ['5', 'mekteb', '6']],
    ['baxın: https://example.org/sergi?a=b və www.example.az/x daha', ['baxin', 've', 'daha']],
    ['!!! \u2028 \uD800', []],
  ])('of %s are its words, each once', (text, terms) => expect(termsOf(text)).toEqual(terms));

  it('of a text as it is stored are what a reader sees of it', () => {
    const markdown =
      '# Başlıq\n\n**Q**ırmızı və [sayt](https://gizli.example/yol "ad")\n\n<b>qalın</b> &amp; "dırnaq"\n\n| a |\n|---|\n| xana |';
    expect(termsOf(textOfHtml(renderMarkdown(markdown)))).toEqual(
      'basliq qirmizi ve sayt b qalin dirnaq a xana'.split(' '),
    );
  });

  it('are bounded, however long and strange a text is', () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: anyCharacter, minLength: 1, maxLength: 60 }), { maxLength: 50 }),
        (words) => {
          for (const term of termsOf(words.join(' '))) {
            expect([...term].length).toBeLessThanOrEqual(termLength);
            expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
          }
        },
      ),
    ));

  it('are 2,000 at most', () => {
    const text = Array.from({ length: 5_000 }, (_, n) => `w${n}`).join(' ');
    expect(termsOf(text)).toHaveLength(2_000);
    expect(termsOf('ж'.repeat(100_000))).toEqual(['ж'.repeat(termLength)]);
  });

  it('of a query leave out what another one of them says', () =>
    expect(wantedTerms('Sər sərgi sərgisi rəsm')).toEqual(['resm', 'sergisi']));
});

/** True where a text is found by a query, as the index would find it. */
const isFound = (query: string, text: string): boolean => {
  const listed = prefixesWithSuffixes(termsOf(text));
  return wantedTerms(query).every((term) => {
    const { listed: beginning, rest } = prefixLookup(term);
    if (!listed.has(beginning)) return false;
    return !rest || (listed.get(beginning)?.includes(` ${rest}`) ?? true);
  });
};

const word = fc
  .array(fc.constantFrom(...'abcçdeəfgğhxıijkqlmnoöprsştuüvyzAƏIİабвгдеёжзий0123'), { minLength: 1, maxLength: 30 })
  .map((letters) => letters.join(''));

describe('the beginnings under which a text is listed', () => {
  it('find it by every beginning of every word, in any case', () =>
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
        const text = words.join(' ');
        for (const one of words) {
          for (let length = 1; length <= one.length; length += 1) {
            expect(isFound(one.slice(0, length), text), one.slice(0, length)).toBe(true);
            expect(isFound(one.slice(0, length).toUpperCase(), text)).toBe(true);
          }
        }
      }),
    ));

  it('find it by nothing that no word of it begins with', () =>
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), word, (words, query) => {
        const [term = ''] = wantedTerms(query);
        const begins = termsOf(words.join(' ')).some((one) => one.startsWith(term));
        expect(isFound(query, words.join(' '))).toBe(begins);
      }),
    ));

  it('are one for each listed length of a word, at most', () =>
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const terms = termsOf(words.join(' '));
        expect(prefixesWithSuffixes(terms).size).toBeLessThanOrEqual(terms.length * prefixLengths.length);
      }),
    ));

  it('say no more than an entry holds: beyond it the text is found too often rather than not', () => {
    const text = Array.from({ length: 200 }, (_, n) => `sergi${String.fromCodePoint(97 + (n % 26))}${n}`).join(' ');
    expect(prefixesWithSuffixes(termsOf(text)).get('sergi')?.length ?? 0).toBeLessThanOrEqual(300);
    const long = Array.from({ length: 100 }, (_, n) => `beynelmilelci${n}sozu`).join(' ');
    expect(prefixesWithSuffixes(termsOf(long)).get('beynelmilelci')).toBeUndefined();
    expect(isFound('beynəlmiləlci99sö', long)).toBe(true);
  });
});
