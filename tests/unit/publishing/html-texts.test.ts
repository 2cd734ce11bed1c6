import { describe, expect, it } from 'vitest';
import { textsOfLine } from '../../../shared/publishing/imports/html/texts-of-line.ts';
import { renderMarkdown } from '../../../shared/publishing/markdown/render-markdown.ts';

/** The body of a line in HTML as Markdown, and what is said of it. */
const converted = (body: string, over: object = { format: 'html' }) => {
  const { line, errors, warnings } = textsOfLine({ ...over, translations: { az: { body } } });
  const { translations } = line as { translations: { az: { body: string } } };
  const said = [...errors, ...warnings].map(({ code, params }) => [code, ...Object.values(params ?? {})]);
  return { body: translations.az.body, said };
};

describe('a body in HTML', () => {
  it.each([
    [
      '<p>Birinci <b>abzas</b>.<br/>Yeni&nbsp;sətir</p><div class="x">Blok</div><!-- qeyd -->',
      'Birinci **abzas**.  \nYeni\u00a0sətir\n\nBlok',
    ],
    ['<h2>Baş</h2><ul><li>a</li><li>b</li></ul>', '## Baş\n\n-   a\n-   b'],
    ['<ol start="3"><li>a</li></ol>', '3.  a'],
    [
      '<a href="/az/x.html">keçid</a> <a href="https://a.az/b (1)">b</a>',
      '[keçid](/az/x.html) [b](https://a.az/b%20%281%29)',
    ],
    ['Diqqət!<a href="https://a.az">keç</a>', 'Diqqət\\![keç](https://a.az)'],
    ['2 * 3 * 4 _a_ [b](c) # d &amp;lt; &#601;', '2 \\* 3 \\* 4 \\_a\\_ \\[b\\](c) # d \\&lt; ə'],
    ['1) bir<br>&lt;script&gt;', '1\\) bir  \n<script>'],
    ['m<sup>2</sup>', 'm²'],
    ['O dedi: <q cite="https://a.az">Gəl</q>!', 'O dedi: “Gəl”\\!'],
    ['<pre>a\n  `b`</pre>', '```\na\n  `b`\n```'],
    ['Bir\n\nİki\nüç\n\n<h2>Dörd</h2>', 'Bir\n\nİki  \nüç\n\n## Dörd'],
    ['<p>&nbsp;</p><p>x</p><p> </p>', 'x'],
    ['<p>a<br></p><h2>b</h2>', 'a\n\n## b'],
    ['<p>a\u0008b\u000bc&#7;</p>', 'abc'],
    ['<dl><dt>T</dt><dd>D</dd></dl>', '**T**\n\nD'],
  ])('%j becomes Markdown', (html, markdown) => {
    expect(converted(html)).toEqual({ body: markdown, said: [] });
  });

  it.each([
    [
      '<table><tr><th>A</th><th>B|C</th></tr><tr><td>1</td><td><b>2</b></td></tr></table>',
      '| A | B\\|C |\n| --- | --- |\n| 1 | **2** |',
      [],
    ],
    [
      '<table><caption>Cədvəl</caption><tr><td>A</td><td>B</td></tr><tr><td colspan=2>1</td></tr></table>',
      'Cədvəl\n\n| A | B |\n| --- | --- |\n| 1 |  |',
      [['htmlSimplified', ['table']]],
    ],
    ['<table><tr><td>bir</td><td>iki</td></tr></table>', 'bir\n\niki', [['htmlSimplified', ['table']]]],
    [
      '<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table>',
      '| a | b |\n| --- | --- |\n| c | d |',
      [['htmlSimplified', ['table']]],
    ],
  ])('keeps the table %j', (html, markdown, said) => {
    expect(converted(html)).toEqual({ body: markdown, said });
  });

  it.each([
    ['<script>alert(1)</script>a<form>b<input></form>', 'a\n\nb', [['htmlLeftOut', ['script', 'form', 'input']]]],
    [
      '<iframe src="//youtube.com/embed/x"></iframe>',
      '[https://youtube.com/embed/x](https://youtube.com/embed/x)',
      [['htmlAsLinks', ['iframe https://youtube.com/embed/x']]],
    ],
    [
      '<video><source src="https://a.az/v.mp4"></video>',
      '[https://a.az/v.mp4](https://a.az/v.mp4)',
      [['htmlAsLinks', ['video https://a.az/v.mp4']]],
    ],
    ['a<img src="/b.jpg">', 'a', [['htmlLeftOut', ['img /b.jpg']]]],
    ['a<img src="http://">', 'a', [['htmlLeftOut', ['img http://']]]],
    ['a<img src="https://a.az:x/b.jpg">', 'a', [['htmlLeftOut', ['img https://a.az:x/b.jpg']]]],
    [
      'a<a href="/c"><img src="http://1.2.3.456/b.jpg">d</a>',
      'a[d](/c)',
      [['htmlLeftOut', ['img http://1.2.3.456/b.jpg']]],
    ],
    [
      '<img src="https://a.az/b.jpg" alt="[B]">',
      '![\\[B\\]](https://a.az/b.jpg)',
      [['htmlImagesElsewhere', ['https://a.az/b.jpg']]],
    ],
    ['<img src="http://a.az/b.jpg" alt="B">', '[B](http://a.az/b.jpg)', [['htmlAsLinks', ['img http://a.az/b.jpg']]]],
    [
      '<a href="javascript:alert(1)">js</a>, <a href="../b">b</a>',
      'js, b',
      [['htmlLeftOut', ['a javascript:alert(1)', 'a ../b']]],
    ],
    ['a <del>b</del> H<sub>2</sub>O', 'a b H2O', [['htmlSimplified', ['del', 'sub']]]],
    ['a<!-- wp:latest-posts {"n":5} /-->', 'a', [['htmlLeftOut', ['wp:latest-posts']]]],
  ])('names what %j loses', (html, markdown, said) => {
    expect(converted(html)).toEqual({ body: markdown, said });
  });

  it.each([
    '<a href="java&#115;cript:alert(1)">x</a>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<a href="https://a.az/)<script>">x</a>',
    '<img src="https://a.az/x" alt="](javascript:alert(1))">',
    '[x](javascript:alert(1))',
  ])('shows no reader a script: %j', (html) => {
    const shown = renderMarkdown(converted(html).body);
    expect(shown).not.toMatch(/<script|<svg|<math|onerror=|href="javascript:|href="data:/i);
  });

  it('is converted, however much white space it has', () => {
    // In quadratic time this would take minutes.
    expect(converted(`<p>a</p><pre>${' '.repeat(200_000)}b</pre>`).body).toContain('b');
    expect(converted(`a<pre>${'b\n\n'.repeat(50_000)}`).body).toContain('b\n\nb');
  });

  it('names what was left out in few words', () => {
    const { said } = converted(`<p><a href="data:text/plain,${'a'.repeat(1_000)}">b</a></p>`);
    expect(JSON.stringify(said).length).toBeLessThan(300);
  });

  it('is not followed to any depth', () => {
    expect(converted(`${'<div>'.repeat(20_000)}a`).body).toBe('a');
    expect(converted(`${'<table><tr><td>'.repeat(2_000)}a`).body).toBe('a');
    expect(converted(`${'<ul><li>'.repeat(5_000)}a`).body).toContain('a');
  });

  it('is text without tags where too many elements are open', () => {
    const open = (count: number) => converted(`<p>a</p>${'<tr><td><div>'.repeat(count)}b<p>c &lt; d</p><i>e</i>`);
    expect(open(333).said).toEqual([]);
    const { body, said } = open(20_000);
    expect([body.replace(/\s+/g, ' '), said]).toEqual(['a b c < d e', [['htmlSimplified', ['…']]]]);
    // Rows that close each other are as many as fit.
    const rows = converted(`<table>${'<tr><td>a<td>b'.repeat(2_000)}</table>`);
    expect(rows.body.split('\n')).toHaveLength(2_001);
  });

  it('is refused where it is too long', () => {
    expect(converted('a'.repeat(400_001)).said).toEqual([['tooLong', 400_000]]);
  });
});

describe('a text that does not say what it is', () => {
  it.each(['<p>a</p>', 'a<br>b', '<b>a</b>', 'a <!-- b -->', '<a href="x">y</a>', '<IMG SRC="https://a.az/a.jpg">'])(
    'is HTML where it has tags: %s',
    (html) => expect(converted(html, {}).said[0]).toEqual(['readAsHtml']),
  );

  it.each([
    'a < b > c',
    'a &amp; b',
    '**a** <name@example.az>',
    '<https://a.az>',
    '`<b>` a',
    '```\n<p>\n```',
    '1 <2',
    '<ad soyad>',
  ])('stays as it is where it has none: %s', (text) => expect(converted(text, {})).toEqual({ body: text, said: [] }));

  it.each(['**a**<br>', '[a](https://a.az) <b>b</b>', '## A\n\n<p>b</p>'])(
    'is refused where it may be either: %s',
    (text) => {
      expect(converted(text, {}).said).toEqual([['formatRequired']]);
      expect(converted(text, { format: 'markdown' })).toEqual({ body: text, said: [] });
      expect(converted(text).said).toEqual([]);
    },
  );

  it('takes no other format', () => {
    expect(textsOfLine({ format: 'rtf' }).errors).toMatchObject([{ path: 'format', code: 'invalidChoice' }]);
    expect(textsOfLine(5)).toEqual({ line: 5, errors: [], warnings: [] });
  });
});

describe('other texts of a line', () => {
  it('have their entities decoded and their tags taken away', () => {
    const texts = { title: 'HTML &quot;dırnaq&quot; &amp; &#601;', summary: '<p>a</p><p>b&nbsp;c</p>', slug: 'a' };
    const image = { file: 'a&amp;b.jpg', alt: { az: '<em>Ev</em>' } };
    const { line, warnings } = textsOfLine({
      place: { name: { az: 'Q&amp;A' } },
      translations: { az: texts },
      images: [image],
    });
    expect(line).toEqual({
      place: { name: { az: 'Q&A' } },
      translations: { az: { title: 'HTML "dırnaq" & ə', summary: 'a\nb c', slug: 'a' } },
      images: [{ file: 'a&amp;b.jpg', alt: { az: 'Ev' } }],
    });
    expect(warnings.map(({ path }) => path)).toEqual([
      ...['translations.az.title', 'translations.az.summary', 'images.0.alt.az', 'place.name.az'],
    ]);
  });

  it.each(['A&B', 'R&D; x', 'a < b', '5 > 3 & 2', '<Ad> soyad'])('stay as they are: %s', (title) => {
    expect(textsOfLine({ translations: { az: { title } } })).toEqual({
      ...{ line: { translations: { az: { title } } }, errors: [], warnings: [] },
    });
  });
});

describe('an image in HTML that the line has', () => {
  const upload = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
  const url = 'https://old.example/a (1).jpg';
  const images = [{ url, uploadId: upload, alt: { az: 'Ev' } }];

  it.each([
    [`<p>Bir</p><p><img src="${url}" alt="B*g"></p>`, `Bir\n\n![B\\*g](upload:${upload})`],
    [`<img src="https://old.example/a%20(1).jpg">`, `![Ev](upload:${upload})`],
    [
      `<figure><img src="${url}" alt="B"><figcaption>Şəkil: <b>"V"</b></figcaption></figure>`,
      `![B](upload:${upload} "Şəkil: \\"V\\"")`,
    ],
    [`<a href="https://old.example/large.jpg"><img src="${url}" alt="B"></a>`, `![B](upload:${upload})`],
    [`<a href="https://old.example/"><img src="${url}" alt="B"></a>`, `[![B](upload:${upload})](https://old.example/)`],
  ])('is named by its upload: %j', (html, body) => {
    expect(converted(html, { format: 'html', images })).toEqual({ body, said: [] });
  });

  it('keeps its address in a dry run, which has no uploads, and is no image elsewhere', () => {
    const known = [{ url, alt: { az: 'Ev' } }];
    const { body, said } = converted(`<img src="${url}">`, { format: 'html', images: known });
    expect([body, said]).toEqual(['![Ev](https://old.example/a%20%281%29.jpg)', []]);
  });

  it.each([[{}], [{ images: 'x' }], [{ images: [null, { url: 'x', uploadId: 5 }, { url: 7 }] }]])(
    'is none where the line has %j',
    (over) => {
      const { said } = converted('<img src="https://old.example/a.jpg">', { format: 'html', ...over });
      expect(said).toEqual([['htmlImagesElsewhere', ['https://old.example/a.jpg']]]);
    },
  );
});

describe('a list that is counted otherwise than Markdown counts', () => {
  it.each([
    ['by letters', '<ol type="a"><li>x</li></ol>', 'ol type'],
    ['backwards', '<ol reversed><li>x</li></ol>', 'ol reversed'],
    ['from a number of its own', '<ol><li>x</li><li value="9">y</li></ol>', 'li value'],
  ])('%s is said', (_, html, part) => {
    expect(converted(html).said).toEqual([['htmlSimplified', [part]]]);
  });

  it('is not said of one that is counted as usual', () => {
    expect(converted('<ol type="1" start="3"><li>x</li></ol>').said).toEqual([]);
  });
});

describe('a title in HTML', () => {
  it('keeps powers and quotations', () => {
    const { line } = textsOfLine({
      format: 'html',
      translations: { az: { title: '10<sup>2</sup> m<sup>2</sup> <q>Bağ</q> x<sup>n</sup>' } },
    });
    expect(line).toMatchObject({ translations: { az: { title: '10² m² “Bağ” xn' } } });
  });
});
