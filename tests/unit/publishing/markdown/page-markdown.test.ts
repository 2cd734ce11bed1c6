import { describe, expect, it } from 'vitest';
import { renderBody } from '../../../../shared/publishing/markdown/render-markdown.ts';
import { pageHtmlOf } from '../../../support/page-html.ts';
import { base } from '../../public/pages/page-samples.ts';

const shown = (markdown: string): string => pageHtmlOf(markdown, 'en');

describe('the body of a page', () => {
  it.each([
    ['# A\n\n## B\n\n# C', 'h2 h3 h2'],
    ['### A\n\n### B\n\n###### C\n\n## D', 'h2 h2 h3 h2'],
    ['# A\n\n### B\n\n## C', 'h2 h3 h3'],
    ['# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6', 'h2 h3 h4 h5 h6 h6'],
  ])('has its headings below that of the page: %j', (markdown, levels) => {
    const headings = [...shown(markdown).matchAll(/<(h\d)>.*?<\/(h\d)>/g)];
    expect(headings.map(([, open]) => open).join(' ')).toBe(levels);
    for (const [, open, close] of headings) expect(close).toBe(open);
  });

  it('shows images of the site, and leads to those of others', () => {
    expect(shown('![A > "b"](https://other.example/a.png)')).toBe(
      '<p><a href="https://other.example/a.png" rel="noopener noreferrer">A &gt; "b"</a></p>',
    );
    expect(shown('![](https://other.example/a.png)')).toContain('>https://other.example/a.png</a>');
    expect(shown('[![Alt](https://other.example/a.png)](https://example.com/)')).toBe(
      '<p><a href="https://example.com/" rel="noopener noreferrer">Alt</a></p>',
    );
    expect(shown(`![Alt](${base}/media/a/320.jpg)`)).toContain('<img src=');
  });

  it('puts a table into a frame that can be moved by the keyboard', () => {
    expect(shown('| a |\n| - |\n| b |')).toMatch(
      /^<div class="scroll" role="region" tabindex="0" aria-label="Table"><table>.*<\/table><\/div>$/s,
    );
  });

  it('is kept beside the HTML of the API only where it differs', () => {
    expect(renderBody('Bir **iki**', 'az')).toEqual({ html: '<p>Bir <strong>iki</strong></p>', pictures: [] });
    expect(renderBody('# Bir', 'az')).toEqual({ html: '<h1>Bir</h1>', pageHtml: '<h2>Bir</h2>', pictures: [] });
    expect(renderBody('![Ev](https://other.example/a.png)', 'az')).toEqual({
      html: '<p><img src="https://other.example/a.png" alt="Ev" /></p>',
      pageHtml: '<p><a href="https://other.example/a.png" rel="noopener noreferrer">Ev</a></p>',
      pictures: [],
    });
  });
});
