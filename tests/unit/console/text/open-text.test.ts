import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../console/src/text/open-text.ts';
import { parseText } from '../../../../console/src/text/parse-text.ts';
import { writeText } from '../../../../console/src/text/write-text.ts';
import { renderBody } from '../../../../shared/publishing/markdown/render-markdown.ts';
import { cpuTimeOf, growth } from '../../../support/cpu-time.ts';

const id = '01J1YQ4T7P8S5Q2N6M9R3V0W1X';

const marks = new Set(['em', 'strong', 'a']);

/**
 * What readers get, without the order in which marks enclose each other: `<em><strong>` and `<strong><em>` are the
 * same. Characters and leaves, each with the blocks and marks around it.
 */
const readingOf = (markdown: string): unknown => {
  const { html, pictures } = renderBody(markdown, 'az');
  const open: string[] = [];
  const found: string[] = [];
  const around = () =>
    `${open.filter((tag) => !marks.has(tag.split(' ')[0] ?? '')).join('>')} ${open.filter((tag) => marks.has(tag.split(' ')[0] ?? '')).sort()}`;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      open.push([name, ...Object.entries(attributes).flat()].join(' '));
      if (!marks.has(name)) found.push(`<${around()}>`);
    },
    ontext: (text) => found.push(...[...text].map((letter) => `${letter} in ${around()}`)),
    onclosetag: () => {
      open.pop();
    },
  });
  parser.end(html);
  return { found, pictures: pictures.map(({ at: _, pageAt: __, ...picture }) => picture) };
};

/** What a text is after it was written anew as a whole; `undefined` where it opens as its source. */
const rewritten = (text: string): string | undefined => {
  const opened = openText(text);
  return opened && writeText(opened.doc);
};

const expectSame = (text: string): boolean => {
  const again = rewritten(text);
  if (again === undefined) return false;
  expect(readingOf(again), again).toEqual(readingOf(text));
  const opened = openText(text);
  if (opened) expect(readingOf(writeText(opened.doc, opened.sources))).toEqual(readingOf(text));
  return true;
};

describe('the formatted view', () => {
  it('changes nothing of the examples of CommonMark, and holds nearly all of them', () => {
    const texts = examples.map(({ markdown }) => markdown);
    const held = texts.filter(expectSame);
    expect(texts.length).toBeGreaterThan(600);
    expect(held.length / texts.length).toBeGreaterThan(0.9);
  });

  it.each([
    ['| a | b |\n|:--|--:|\n| `x\\|y` | **z** |\n| | \\| |'],
    ['| only | a head |\n|---|---|'],
    ['- a\n- b\n\n* other\n* list\n\n1. one\n2. two\n\n7) seven'],
    ['- a\n\n  b\n- c\n  - d\n    1. e\n\n       f'],
    ['**“Sərgi”**nin və *«Bakı»*da, ***hər ikisi***, **a *b* c**, *a **b***'],
    ['www.example.az, https://example.az/a_b?c=d&e=f, <info@example.az>, [x](page:01J1YQ4T7P8S5Q2N6M9R3V0W1X "t")'],
    [`![Ev & "bağ"](upload:${id} "Altyazı")\n\nSöz ![kiçik](upload:${id.toLowerCase()}) söz\n![öz](upload:${id})\nson`],
    ['Bir\niki  \nüç\\\ndörd'],
    ['[a][1] və [b][2]\n\n[1]: https://example.az "T"\n[2]: /b'],
    ['<b>HTML</b> &amp; &lt;script&gt; ~~x~~ - [ ] [^1]'],
    ['# 1\n\n## 2\n\nAlt\n---\n\n***\n\n> q\n>\n> - l\n>   > r'],
    ['2 * 3 * 4, a_b_c, 1. yox, +5, #teq, `kod`, ``a`b``'],
    [''],
  ])('holds %j', (text) => {
    expect(expectSame(text)).toBe(true);
  });

  it.each([['[](https://example.az)'], [`![a](&#117;pload:${id})\n\n![b](https://example.az/b.png)`]])(
    'opens what it cannot hold as its source: %j',
    (text) => {
      expect(openText(text)).toBeUndefined();
    },
  );

  it.each([
    ['- a\n1. b\n'],
    ['- a\n- b\n\n'],
    ['> a\n\n'],
    ['|a|b|\n|-|-|\n|c|d|\n\n'],
    ['[a](b) '],
    ['**a **'],
    [`![a](upload:${id})\n\n`],
  ])('takes about four times as long to read a text of four times the length: %j', (filler) => {
    const costOf = (length: number): number =>
      cpuTimeOf(() => parseText(`x\n\n${filler.repeat(length / filler.length)}`));
    const most = 10;
    expect(growth(costOf, 100_000, most)).toBeLessThan(most);
  });

  it('leaves blocks as they were written that nobody has touched', () => {
    const text = 'Title\n===\n\n* a\n* b\n\n__bold__ and _em_\n\n|a|b|\n|-|-|\n|c|d|';
    const opened = openText(text);
    expect(opened && writeText(opened.doc, opened.sources)).toBe(text);
  });

  it('changes nothing of texts made of all that Markdown has', () => {
    const word = fc.constantFrom(
      ...[
        'söz',
        'Bakı',
        '1',
        '-',
        '.',
        '«a»',
        '“b”',
        '(c)',
        'a_b',
        '*',
        '_',
        '`',
        '[',
        ']',
        '!',
        '\\',
        '&amp;',
        '<b>',
        '|',
        ':',
      ],
      ...[
        '**qalın**',
        '*kursiv*',
        '***x***',
        '`kod`',
        '[l](https://example.az)',
        `![p](upload:${id} "c")`,
        'www.a.az',
        '<https://b.az>',
      ],
      ...[
        '**“Sərgi”**nin',
        '**a',
        'b**',
        '*c',
        'd*',
        '[e',
        'f](g)',
        '![h](https://i.az/j.png)',
        '#',
        '>',
        '+',
        '1.',
        '~~',
        '\\*',
      ],
    );
    const line = fc
      .array(fc.tuple(word, fc.constantFrom('', ' ', '  ')), { minLength: 1, maxLength: 8 })
      .map((words) => words.flat().join(''));
    const start = fc.constantFrom(
      '',
      '',
      '',
      '# ',
      '### ',
      '- ',
      '  - ',
      '* ',
      '1. ',
      '3) ',
      '> ',
      '    ',
      '```\n',
      '| a | b |\n|---|:-:|\n| ',
      '---\n',
      '   ',
    );
    const between = fc.constantFrom('\n', '\n\n', '\n\n', '  \n', '\\\n');
    const text = fc
      .array(fc.tuple(start, line, between), { minLength: 1, maxLength: 6 })
      .map((lines) => lines.flat().join(''));
    let held = 0;
    let all = 0;
    fc.assert(
      fc.property(text, (made) => {
        all += 1;
        if (expectSame(made)) held += 1;
      }),
      { numRuns: 300 },
    );
    expect(held / all).toBeGreaterThan(0.9);
  });
});
