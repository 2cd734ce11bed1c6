import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MergeChoice, mergeContents } from '../../../console/src/merge/merge-contents.ts';

interface Written {
  readonly category?: string;
  readonly tags: readonly { readonly en: string }[];
  readonly showings: readonly { readonly startsAt: string; readonly endsAt: string }[];
  readonly pictures: readonly { readonly uploadId: string; readonly alt: Readonly<Record<string, string>> }[];
  readonly translations: Readonly<Record<string, { readonly title?: string; readonly body?: string }>>;
}

const base: Written = {
  category: 'news',
  tags: [{ en: 'tag one' }, { en: 'tag two' }],
  showings: [1, 2, 3].map((n) => ({ startsAt: `2090-05-0${n}`, endsAt: `2090-05-0${n}` })),
  pictures: ['A', 'B', 'C'].map((uploadId) => ({ uploadId, alt: { az: `alt ${uploadId}` } })),
  translations: {
    az: { title: 'Title of az', body: ['one', 'two', 'three', 'four', 'five', 'six'].join('\n\n') },
    en: { title: 'Title of en', body: 'alone' },
  },
};

const inBody = (content: Written, locale: string, make: (paragraphs: string[]) => string[]): Written => {
  const text = content.translations[locale];
  const body = make((text?.body ?? '').split('\n\n')).join('\n\n');
  return { ...content, translations: { ...content.translations, [locale]: { ...text, body } } };
};

/** An edit that writes something of which nobody else has written: `mark`. */
type Edit = (content: Written, mark: string) => Written;

const edit: fc.Arbitrary<Edit> = fc
  .record({
    kind: fc.constantFrom(
      'rewrite',
      'put in',
      'title',
      'category',
      'tag',
      'alt',
      'picture',
      'turn',
      'starts',
      'ends',
      'cut',
      'take out',
    ),
    locale: fc.constantFrom('az', 'en'),
    at: fc.nat({ max: 20 }),
  })
  .map(({ kind, locale, at }): Edit => {
    const within = <I>(items: readonly I[], change: (item: I) => I): I[] =>
      items.map((item, n) => (n === at % items.length ? change(item) : item));
    const edits: Record<typeof kind, Edit> = {
      rewrite: (content, mark) => inBody(content, locale, (all) => within(all, () => mark)),
      'put in': (content, mark) => inBody(content, locale, (all) => all.toSpliced(at % (all.length + 1), 0, mark)),
      title: (content, mark) => ({
        ...content,
        translations: { ...content.translations, [locale]: { ...content.translations[locale], title: mark } },
      }),
      category: (content, mark) => ({ ...content, category: mark }),
      tag: (content, mark) => ({ ...content, tags: content.tags.toSpliced(at % 3, 0, { en: mark }) }),
      alt: (content, mark) => ({
        ...content,
        pictures: within(content.pictures, (one) => ({ ...one, alt: { ...one.alt, [locale]: mark } })),
      }),
      picture: (content, mark) => ({
        ...content,
        pictures: content.pictures.toSpliced(at % 4, 0, { uploadId: mark, alt: {} }),
      }),
      turn: (content) => ({ ...content, pictures: content.pictures.toReversed() }),
      cut: (content) => inBody(content, locale, (all) => all.toSpliced(at % all.length, 1)),
      'take out': (content) => ({ ...content, pictures: content.pictures.toSpliced(at % content.pictures.length, 1) }),
      starts: (content, mark) => ({
        ...content,
        showings: within(content.showings, (one) => ({ ...one, startsAt: mark })),
      }),
      ends: (content, mark) => ({
        ...content,
        showings: within(content.showings, (one) => ({ ...one, endsAt: mark })),
      }),
    };
    return edits[kind];
  });
const edits = fc.array(edit, { minLength: 10, maxLength: 10 });

const written = (made: readonly Edit[], who: string): Written =>
  made.reduce((content, change, n) => change(content, `<${who}${n}>`), base);

/** What a person has written that still stands when they have finished. */
const marksIn = (content: unknown): string[] => JSON.stringify(content).match(/<(?:my|their)\d>/g) ?? [];

describe('what two people have made of the same content, by ten edits each', () => {
  it('is lost of neither: it is in the result, or named for a choice', () => {
    fc.assert(
      fc.property(edits, edits, (mine, theirs) => {
        const [my, their] = [written(mine, 'my'), written(theirs, 'their')];
        const { merged, conflicts } = mergeContents(base, my, their);
        const there = new Set([...marksIn(merged), ...marksIn(conflicts)]);
        for (const mark of [...marksIn(my), ...marksIn(their)]) expect(there).toContain(mark);
      }),
      { numRuns: 500 },
    );
  });

  it('is all there where both are kept, and what is chosen is there of the rest', () => {
    const choice = fc.constantFrom<MergeChoice>('mine', 'theirs');
    fc.assert(
      fc.property(edits, edits, choice, (mine, theirs, chosen) => {
        const [my, their] = [written(mine, 'my'), written(theirs, 'their')];
        const { conflicts } = mergeContents(base, my, their);
        const choices = Object.fromEntries(
          conflicts.map(({ id, mayKeepBoth }) => [id, mayKeepBoth ? 'both' : chosen] as const),
        );
        const { merged } = mergeContents(base, my, their, choices);
        const given = conflicts.filter(({ mayKeepBoth }) => !mayKeepBoth);
        const gone = new Set(marksIn(given.map((one) => (chosen === 'mine' ? one.theirs : one.mine))));
        const there = new Set(marksIn(merged));
        for (const mark of [...marksIn(my), ...marksIn(their)]) if (!gone.has(mark)) expect(there).toContain(mark);
        expect(new Set(conflicts.map(({ id }) => id)).size).toBe(conflicts.length);
      }),
      { numRuns: 500 },
    );
  });

  it('is that of the one where the other has written nothing, and the same where both have written the same', () => {
    fc.assert(
      fc.property(edits, (made) => {
        const content = written(made, 'my');
        for (const [mine, theirs] of [
          [content, base],
          [base, content],
          [content, structuredClone(content)],
        ] as const) {
          expect(mergeContents(base, mine, theirs)).toEqual({ merged: content, conflicts: [] });
        }
      }),
    );
  });
});

describe('a merge', () => {
  const body = (text: string) => ({ translations: { az: { body: text } } });
  const merge = (mine: string, theirs: string) => mergeContents(body('one\n\ntwo\n\nthree'), body(mine), body(theirs));

  it('asks nothing where neighbouring paragraphs are changed, or put in beside', () => {
    expect(merge('ONE\n\ntwo\n\nthree', 'one\n\nTWO\n\nnew\n\nthree')).toEqual({
      merged: body('ONE\n\nTWO\n\nnew\n\nthree'),
      conflicts: [],
    });
    expect(merge('one\n\ntwo\n\nthree\n\nmine', 'one\n\ntwo\n\nthree\n\ntheirs').merged).toEqual(
      body('one\n\ntwo\n\nthree\n\ntheirs\n\nmine'),
    );
  });

  it('shows of a text the paragraphs alone that both have changed', () => {
    const { conflicts } = merge('one\n\nmine\n\nthree', 'ONE\n\ntheirs\n\nthree');
    expect(conflicts).toMatchObject([
      { path: ['translations', 'az', 'body'], mine: ['mine'], theirs: ['theirs'], mayKeepBoth: true },
    ]);
    expect(conflicts).toMatchObject([{ base: ['two'], at: 1 }]);
  });

  it('asks whether a picture goes that the other has described', () => {
    const pictures = (all: readonly object[]) => ({ pictures: all });
    const [one, other] = [
      { uploadId: 'A', alt: {} },
      { uploadId: 'B', alt: {} },
    ];
    const described = { ...other, alt: { az: 'x' } };
    const { conflicts } = mergeContents(pictures([one, other]), pictures([one]), pictures([one, described]));
    expect(conflicts).toMatchObject([{ path: ['pictures', 'B'], mine: undefined, theirs: described }]);
    const { merged } = mergeContents(pictures([one, other]), pictures([one]), pictures([other, one]));
    expect(merged).toEqual(pictures([one]));
  });

  it('takes the point of a picture for one thing', () => {
    const at = (focalPoint?: object) => ({ pictures: [{ uploadId: 'A', focalPoint }] });
    const [was, mine, theirs] = [
      { x: 0.5, y: 0.5 },
      { x: 0, y: 0.1 },
      { x: 0.9, y: 1 },
    ];
    const { conflicts } = mergeContents(at(was), at(mine), at(theirs));
    expect(conflicts).toMatchObject([{ path: ['pictures', 'A', 'focalPoint'], base: was, mine, theirs }]);
  });

  it('takes when something takes place for one thing: never a new beginning with an end for the old one', () => {
    const at = (day: string, endsAt?: string) => ({
      showings: [{ startsAt: `2026-12-${day}`, ...(endsAt && { endsAt }) }],
    });
    const [mine, theirs] = [at('01T08:00:00Z'), at('08T08:00:00Z', '2026-12-08T10:00:00Z')];
    const { merged, conflicts } = mergeContents(at('08T08:00:00Z'), mine, theirs);
    expect(conflicts).toMatchObject([{ path: ['showings', '0'], mine: mine.showings[0], theirs: theirs.showings[0] }]);
    expect(merged).toEqual(mine);
    expect(mergeContents(at('08T08:00:00Z'), at('08T08:00:00Z'), theirs)).toEqual({ merged: theirs, conflicts: [] });
  });

  describe('of an organiser', () => {
    const of = (name: object, role = 'host') => ({ organisers: [{ name, role }] });
    const was = of({ az: 'Muzey', en: 'Museum' });

    it('has what each has translated, corrected in a language of their own, or done beside a translation', () => {
      const both = of({ az: 'Muzey', en: 'Museum', ru: 'Музей', de: 'Museum' });
      for (const [mine, theirs, merged] of [
        [of({ az: 'Muzey', en: 'Museum', ru: 'Музей' }), of({ az: 'Muzey', en: 'Museum', de: 'Museum' }), both],
        [
          of({ az: 'Muzeyi', en: 'Museum' }),
          of({ az: 'Muzey', en: 'The museum' }),
          of({ az: 'Muzeyi', en: 'The museum' }),
        ],
        [
          of({ az: 'Muzey', en: 'Museum', ru: 'Музей' }),
          of({ az: 'Muzey', en: 'Museum' }, 'sponsor'),
          of({ az: 'Muzey', en: 'Museum', ru: 'Музей' }, 'sponsor'),
        ],
      ] as const) {
        expect(mergeContents<unknown>(was, mine, theirs)).toEqual({ merged, conflicts: [] });
        expect(mergeContents<unknown>(was, theirs, mine)).toEqual({ merged, conflicts: [] });
      }
    });

    it('asks for the whole: never what one is called with what the other was to the one before', () => {
      const mine = of({ az: 'Səfirlik', en: 'Embassy', ru: 'Посольство' });
      for (const theirs of [of({ az: 'Muzey', en: 'Museum' }, 'sponsor'), of({ az: 'Akademiya', en: 'Museum' })]) {
        const { merged, conflicts } = mergeContents<unknown>(was, mine, theirs);
        const [my, other] = [mine.organisers[0], theirs.organisers[0]];
        expect(conflicts).toMatchObject([{ path: ['organisers', '0'], mine: my, theirs: other }]);
        expect(merged).toEqual(mine);
        expect(mergeContents<unknown>(was, mine, theirs, { 'organisers.0': 'theirs' }).merged).toEqual(theirs);
      }
    });

    it('asks for the role or the new translation alone that both have written, each in another way', () => {
      const mine = of({ az: 'Muzey', en: 'Museum', ru: 'Музей' }, 'partner');
      const theirs = of({ az: 'Muzey', en: 'Museum', ru: 'Наш музей', de: 'Museum' }, 'sponsor');
      const { merged, conflicts } = mergeContents<unknown>(was, mine, theirs);
      expect(conflicts.map(({ path }) => path.join('.'))).toEqual(['organisers.0.name.ru', 'organisers.0.role']);
      expect(merged).toEqual(of({ az: 'Muzey', en: 'Museum', ru: 'Музей', de: 'Museum' }, 'partner'));
    });
  });

  it('takes what stands for an exhibition for one thing: never a work of one and a photograph of the other', () => {
    const [was, mine, theirs] = [{ artworkId: 'A' }, { uploadId: 'B' }, { artworkId: 'C' }];
    const { merged, conflicts } = mergeContents({ cover: was }, { cover: mine }, { cover: theirs });
    expect(conflicts).toMatchObject([{ path: ['cover'], base: was, mine, theirs }]);
    expect(merged).toEqual({ cover: mine });
  });

  it('asks for the order of pictures where both have changed it', () => {
    const pictures = (keys: string) => ({ pictures: [...keys].map((uploadId) => ({ uploadId })) });
    const { conflicts } = mergeContents(pictures('ABC'), pictures('BAC'), pictures('ACB'));
    expect(conflicts).toMatchObject([{ path: ['pictures'], mine: ['B', 'A', 'C'], theirs: ['A', 'C', 'B'] }]);
    const [conflict] = conflicts;
    const chosen = mergeContents(pictures('ABC'), pictures('BAC'), pictures('ACB'), { [conflict?.id ?? '']: 'theirs' });
    expect(chosen.merged).toEqual(pictures('ACB'));
    expect(mergeContents(pictures('ABC'), pictures('BAC'), pictures('ABCD')).merged).toEqual(pictures('BACD'));
  });
});
