import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOfLine } from '../../../shared/publishing/imports/html/texts-of-line.ts';
import { renderMarkdown } from '../../../shared/publishing/markdown/render-markdown.ts';

/** What readers see of a body in HTML, and what is said of it. */
const shown = (body: string) => {
  const { line, warnings } = textsOfLine({ format: 'html', translations: { az: { body } } });
  const { translations } = line as { translations: { az: { body?: string } } };
  const html = renderMarkdown(translations.az.body ?? '').replaceAll(' rel="noopener noreferrer"', '');
  return {
    html: html.replace(/(?<=>)\n|\n(?=<[uo]l)/g, ''),
    said: warnings.map(({ code, params }) => [code, params?.parts]),
  };
};

const link = (address: string, text = address) => `<a href="${address}">${text}</a>`;

describe('bold and italics of HTML', () => {
  it.each([
    ['<strong>Line one<br><br>Line two</strong>', '<p><strong>Line one</strong></p><p><strong>Line two</strong></p>'],
    ['<b>Başlıq:<br></b>Mətn', '<p><strong>Başlıq:</strong><br />Mətn</p>'],
    ['<b><p>x</p><ul><li>y</li></ul></b>', '<p><strong>x</strong></p><ul><li><strong>y</strong></li></ul>'],
    ['<strong>a</strong><strong>b</strong>', '<p><strong>ab</strong></p>'],
    ['<b>a</b> <b><b>b</b></b>', '<p><strong>a b</strong></p>'],
    ['<em>a</em><em>b</em>', '<p><em>ab</em></p>'],
    ['<b>a&nbsp;</b>b', '<p><strong>a</strong>\u00a0b</p>'],
    ['mətn<em>«a»</em>', '<p>mətn«<em>a</em>»</p>'],
    ['<b>“Sərgi”</b>nin <b>50</b>%', '<p><strong>“Sərgi”</strong>nin <strong>50</strong>%</p>'],
    ['<em>a</em><strong>b</strong>', '<p><em>a</em><strong>b</strong></p>'],
    ['<em><b>a</b>b</em>', '<p><em><strong>a</strong>b</em></p>'],
    [
      '<b>x<a href="https://a.az/">y</a>z</b>',
      `<p><strong>x</strong>${link('https://a.az/', '<strong>y</strong>')}<strong>z</strong></p>`,
    ],
    ['<dl><dt><b>T</b></dt><dd>D</dd></dl>', '<p><strong>T</strong></p><p>D</p>'],
    ['<code>a <b>x</b></code>', '<p><code>a x</code></p>'],
  ])('of %j are shown as such', (html, expected) => {
    expect(shown(html)).toEqual({ html: expected, said: [] });
  });

  it('that Markdown cannot say are left out, which the report says', () => {
    expect(shown('y<b><code>x</code></b> və <b>z</b>')).toEqual({
      ...{ html: '<p>y<code>x</code> və <strong>z</strong></p>', said: [['htmlSimplified', ['strong']]] },
    });
  });
});

describe('an address in the words of HTML', () => {
  it.each([
    ['https://www.facebook.com/mm_az/posts/1', 'https://www.facebook.com/mm_az/posts/1'],
    ['www.mm.gov.az/a_b', 'https://www.mm.gov.az/a_b'],
    ['info_press@mm.gov.az', 'mailto:info_press@mm.gov.az'],
    ['https://a.az/?a=*&amp;b=_c_', 'https://a.az/?a=*&amp;b=_c_'],
  ])('leads where it says: %s', (text, address) => {
    expect(shown(`<p>Bax: ${text}, sonra</p>`).html).toBe(`<p>Bax: ${link(address, text)}, sonra</p>`);
    expect(shown(`<p><b>${text}</b></p>`).html).toBe(`<p>${link(address, `<strong>${text}</strong>`)}</p>`);
  });

  it('ends where other words are marked', () => {
    const html = `<p>|${link('https://a.az/b_c')}<strong>d</strong></p>`;
    expect(shown('<p>|https://a.az/b_c<b>d</b></p>').html).toBe(html);
    expect(shown('<p>&lt;https://a.az/b&gt;</p>').html).toBe(`<p>&lt;${link('https://a.az/b')}&gt;</p>`);
  });
});

describe('the structure of HTML', () => {
  it.each([
    ['<h2>Head<br>two</h2>', '<h2>Head two</h2>'],
    ['<h2><p>a</p><ul><li>b</li></ul>c</h2>', '<h2>a</h2><ul><li>b</li></ul><p>c</p>'],
    ['<h2>C #</h2>', '<h2>C #</h2>'],
    [
      '<ul><li>Nested<ol start="3"><li>deep</li></ol></li></ul>',
      '<ul><li><p>Nested</p><ol start="3"><li>deep</li></ol></li></ul>',
    ],
    ['<ul><li>a</li><ul><li>b</li></ul></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
    ['<ul><li><br>a</li></ul>', '<ul><li>a</li></ul>'],
    [
      '<a href="https://a.az/"><h3>Head</h3>x<br></a>y',
      `<h3>${link('https://a.az/', 'Head')}</h3><p>${link('https://a.az/', 'x')}<br />y</p>`,
    ],
    ['<p>2022.</p><p>1)</p>', '<p>2022.</p><p>1)</p>'],
    ['<p>+</p><p>#</p><p>-</p>', '<p>+</p><p>#</p><p>-</p>'],
    ['<p>a | b<br>:--|:--<br>c | d</p>', '<p>a | b<br />:--|:--<br />c | d</p>'],
    ['<pre>a<br>b</pre>', '<pre><code>a\nb\n</code></pre>'],
  ])('of %j stays', (html, expected) => {
    expect(shown(html)).toEqual({ html: expected, said: [] });
  });

  it('of a cell that reaches down keeps those beside it in their columns', () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const head = '<tr><th>Ad</th><th>Gün</th><th>Saat</th></tr>';
    const { html, said } = shown(
      `<table>${head}<tr><td rowspan="2">Rəsm</td><td>1 may</td><td rowspan="0">10</td></tr>` +
        '<tr><td>2 may</td></tr><tr><td colspan="2">Heykəl</td></tr></table>',
    );
    expect(html).toContain(
      `<tbody>${row('Rəsm', '1 may', '10')}${row('', '2 may', '')}${row('Heykəl', '', '')}</tbody>`,
    );
    expect(said).toEqual([['htmlSimplified', ['table']]]);
  });

  it('of a cell is words in a table', () => {
    const { html, said } = shown('<table><tr><th>A<th>B<tr><td><h3>x</h3><td><ul><li>y<li>z</ul></table>');
    expect(html).toContain('<td>x</td><td>• y • z</td>');
    expect(said).toEqual([['htmlSimplified', ['table']]]);
  });

  it('that names a list by no number of Markdown is named', () => {
    expect(shown('<ol start="-1"><li>a</li></ol>')).toEqual({
      ...{ html: '<ol><li>a</li></ol>', said: [['htmlSimplified', ['ol']]] },
    });
  });

  it('takes bounded work, however far cells reach', () => {
    const rows = '<tr><td rowspan="9999" colspan="50">a<td>b'.repeat(8_000);
    expect(shown(`<table>${rows}</table>`).said).toEqual([['htmlSimplified', ['table']]]);
    expect(shown(`<ul>${'<li>a'.repeat(50_000)}</ul>`).html.length).toBeGreaterThan(500_000);
    expect(shown('a_b@c.az,'.repeat(20_000)).html.length).toBeGreaterThan(100_000);
    expect(shown('y<b><code>x</code></b>'.repeat(5_000)).said).toEqual([['htmlSimplified', ['strong']]]);
  });
});

const words = fc.constantFrom(
  ...[
    'a',
    'söz',
    ' ',
    ' b ',
    '\n',
    '\u00a0',
    '«c»',
    '“h”',
    '.',
    ',',
    '(',
    ')',
    '!',
    '50%',
    '2022.',
    '1) g',
    '+',
    '- x',
  ],
  ...['#', '# d', '*', '_', 'e_f', '|', '`', '\\', '[x](y)', '~~~', '===', '---', ':--|', '&amp;lt;', '&lt;b&gt;'],
  ...['https://a.az/i_j', 'k@l.az', 'm_n@l.az', 'www.o.az'],
);

const inline = fc.constantFrom('b', 'i', 'strong', 'em', 'code', 'sup', 'del', 'a href="https://a.az/"', 'a href="x"');

const address = fc.oneof(
  fc.webUrl(),
  fc.webUrl().map((url) => url.replace('/', '')),
  fc.tuple(fc.constantFrom('http://', 'https://', '//', 'HTTP:', ''), fc.string()).map((parts) => parts.join('')),
  fc.constantFrom(
    'http://',
    'http://a b/c.jpg',
    'https://a.az:abc/x.jpg',
    'http://1.2.3.456/a.jpg',
    'data:image/png,x',
  ),
);

const block = fc.constantFrom(
  ...['p', 'div', 'h2', 'blockquote', 'pre', 'dt', 'section', 'figure', 'ul', 'ol', 'ol start="3"', 'td'],
);

const element = (tag: string, content: string): string => {
  const [name] = tag.split(' ');
  if (name === 'ul' || name === 'ol') return `<${tag}><li>${content}</li></${name}>`;
  // Their numbers are words in a cell.
  if (name === 'td' && content.includes('<ol')) return content;
  if (name === 'td') return `<table><tr><th>A</th><th>B</th></tr><tr><td>${content}</td><td>C</td></tr></table>`;
  return `<${tag}>${content}</${name}>`;
};

const { html: anyHtml } = fc.letrec<{ html: string; node: string }>((tie) => ({
  html: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.constant('<br>'),
    fc.tuple(inline, tie('html')).map(([tag, content]) => element(tag, content)),
    fc.tuple(block, tie('html')).map(([tag, content]) => element(tag, content)),
  ),
}));

const signs: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** What is read, without the space between it and the signs of lists in cells. */
const read = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (name) => signs[name] ?? name)
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => digit.normalize('NFKC'))
    .replace(/[\s•]/g, '');

const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

describe('any HTML', () => {
  it('shows only addresses that can be read as such', () => {
    const addressed = fc.tuple(fc.constantFrom('img src', 'a href', 'iframe src', 'object data'), address, address);
    fc.assert(
      fc.property(addressed, ([tag, one, other]) => {
        const { html } = shown(`<figure><${tag}="${quoted(one)}"><img src="${quoted(other)}" alt="a"></figure>`);
        for (const [, src = ''] of html.matchAll(/<img src="([^"]*)"/g)) expect(URL.canParse(src), src).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is read as it was', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        expect(read(shown(html).html)).toBe(read(html));
      }),
      { numRuns: 500 },
    );
  });
});
