import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../shared/publishing/shared/render-markdown.ts';

/** Every tag of the result with its attributes. */
const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];

const expectSafe = (html: string): void => {
  for (const tag of tags(html)) {
    expect(tag).toMatch(
      /^<\/?(h[1-6]|p|br|hr|blockquote|pre|code|em|strong|ul|ol|li|a|img|table|thead|tbody|tr|th|td)\b/,
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
    expectSafe(renderMarkdown(text));
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
      }),
      { numRuns: 500 },
    );
  });
});
