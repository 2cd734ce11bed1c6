import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemLinksIn, renderMarkdown } from '../../../../shared/publishing/markdown/render-markdown.ts';
import { pageHtmlOf } from '../../../support/page-html.ts';

/** Every tag of the result with its attributes. */
const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];

const expectSafe = (html: string): void => {
  for (const tag of tags(html)) {
    expect(tag).toMatch(
      /^<\/?(h[1-6]|p|br|hr|blockquote|pre|code|em|strong|ul|ol|li|a|img|table|thead|tbody|tr|th|td|div)\b/,
    );
    // What stands in quotes is text: names of attributes are what is left.
    expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/[\s/]on\w+\s*=|=[^"]/i);
    expect(tag).not.toMatch(/(href|src)\s*=\s*["']?\s*(javascript|data|vbscript|file):/i);
  }
};

describe('rendered Markdown', () => {
  it('is CommonMark with tables', () => {
    expect(renderMarkdown('# A\n\n*b* **c** `d`\n\n1. e\n\n> f')).toContain('<h1>A</h1>');
    expect(renderMarkdown('| a | b |\n|---|:-:|\n| c | d |')).toMatch(/<table>[\s\S]*<td[^>]*>d<\/td>/);
    expect(renderMarkdown('[mail](mailto:a@b.az)')).toBe(
      '<p><a href="mailto:a@b.az" rel="noopener noreferrer">mail</a></p>',
    );
    expect(renderMarkdown('![alt](https://example.org/a.png)')).toContain(
      '<img src="https://example.org/a.png" alt="alt" />',
    );
  });

  it.each([
    'upload:01M8HGX7D3PSZEKKFXHSHF5E1',
    'ftp://example.org/a',
    'data:image/png;base64,AAAA',
    '//example.org/a',
    'urn:a',
  ])('shows the words alone of an image or a link to %s, which leads nowhere', (address) => {
    expect(renderMarkdown(`a ![b](${address}) c ![](${address}) [*d*](${address}) [e](https://example.org/)`)).toBe(
      '<p>a b c  <em>d</em> <a href="https://example.org/" rel="noopener noreferrer">e</a></p>',
    );
    expect(pageHtmlOf(`![b](${address}) [d](${address})`, 'az')).toBe('<p>b d</p>');
  });

  it('leads to images that pages by https cannot show, by their texts', () => {
    const link = (text: string) => `<p><a href="http://example.org/i.jpg" rel="noopener noreferrer">${text}</a></p>`;
    expect(renderMarkdown('![şəkil](http://example.org/i.jpg)')).toBe(link('şəkil'));
    expect(renderMarkdown('![*a* "b" < c](HTTP://example.org/i.jpg "d")')).toBe(
      link('a "b" &lt; c').replace('http:', 'HTTP:'),
    );
    expect(renderMarkdown('![](http://example.org/i.jpg)')).toBe(link('http://example.org/i.jpg'));
    expect(renderMarkdown('[![a](http://example.org/i.jpg)](https://example.org/)')).toBe(
      '<p><a href="https://example.org/" rel="noopener noreferrer">a</a></p>',
    );
  });

  it('leads by id to the address that stays, in the language of the text', () => {
    const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    expect(renderMarkdown(`[a](event:${id})`, 'az')).toContain(`<a href="https://sergi.example/az/events/${id}"`);
    expect(renderMarkdown(`[a](EXHIBITION:${id.toLowerCase()})`, 'ru')).toContain(
      `<a href="https://sergi.example/ru/exhibitions/${id}"`,
    );
    expect(renderMarkdown('[a](event:elsewhere) [b](event:../x)', 'az')).not.toContain('href');
    expect(itemLinksIn(`[a](event:${id}) [b](event:${id}) <exhibition:${id}> \`event:${id}\` [c](event:no)`)).toEqual([
      { kind: 'event', id },
      { kind: 'exhibition', id },
      { kind: 'event', id: 'NO' },
    ]);
    expect(itemLinksIn(`[a](&#101;v&#101;nt&#58;${id})`)).toEqual([{ kind: 'event', id }]);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java\nscript:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '![a](data:image/svg+xml;base64,PHN2Zy8+)',
    '![a](http://tracker.example/pixel.png)',
    '[a](vbscript:msgbox(1))',
    '[a](//evil.example)',
    '<a href="https://x" onclick="alert(1)">a</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>',
    '<style>@import "https://evil"</style>',
    '[a]: javascript:alert(1)\n\n[a]',
    '<https://a" onmouseover="alert(1)>',
    '![a" onerror="alert(1)](https://b)',
    '[a](https://b "t\\" onclick=\\"alert(1)")',
    '`<script>`',
    '<!--><script>alert(1)</script>-->',
    '<details open ontoggle=alert(1)>',
    '[a](\u0001javascript:alert(1))',
  ])('of %j holds nothing that acts', (text) => {
    expectSafe(renderMarkdown(text, 'az'));
    expectSafe(pageHtmlOf(text, 'az'));
  });

  it('holds nothing that acts, whatever the text', () => {
    const pieces = [
      '<',
      '>',
      '"',
      "'",
      '(',
      ')',
      '[',
      ']',
      '!',
      '`',
      '\n',
      ' ',
      '|',
      '---',
      'javascript:',
      'data:',
      'http:',
      'event:',
      'www.a.az',
      '*',
      '”',
      'onerror=',
      'script',
      'img',
      'a',
      'href=',
      '&#',
      ';',
      '\\',
      '\t',
      '//',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 40 }), (parts) => {
        expectSafe(renderMarkdown(parts.join('')));
        expectSafe(pageHtmlOf(parts.join(''), 'az'));
      }),
      { numRuns: 500 },
    );
  });
});
