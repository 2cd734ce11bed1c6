import { describe, expect, it } from 'vitest';
import { maxTextPictures, uploadsNamedIn, uploadsOfTexts } from '../../../../shared/model/files/text-pictures.ts';
import { hasVisibleBody } from '../../../../shared/publishing/markdown/has-visible-body.ts';
import {
  foreignImagesIn,
  renderBody,
  renderMarkdown,
  textPicturesIn,
} from '../../../../shared/publishing/markdown/render-markdown.ts';
import { insertAt } from '../../../../shared/showcase/store/insert-at.ts';

const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const other = '01ARZ3NDEKTSV4RRFFQ69G5FAW';

/** The HTML of a text with `[alt|caption]` for each picture, and `<alt>` for one among words. */
const shown = (text: string, side: 'api' | 'page' = 'api'): string => {
  const { html, pageHtml, pictures } = renderBody(text, 'en');
  const isPage = side === 'page' && pageHtml !== undefined;
  return insertAt(
    isPage ? pageHtml : html,
    pictures.map(({ at, pageAt = at, alt, caption, isInline }) => ({
      at: isPage ? pageAt : at,
      text: isInline ? `<${alt}>` : `[${alt}${caption ? `|${caption}` : ''}]`,
    })),
  ).replaceAll('\n', '');
};

describe('pictures in a text', () => {
  it.each([
    [`![a](upload:${id})`, '[a]'],
    [`![a *b*](upload:${id.toLowerCase()} "A **caption**")`, '[a b|A **caption**]'],
    [`One\n![a](upload:${id} "b")\n*two*`, '<p>One</p>[a|b]<p><em>two</em></p>'],
    [`![a](upload:${id}) ![b](upload:${other})`, '[a][b]'],
    [`One ![a](upload:${id} "b") two`, '<p>One <a> two</p>'],
    [`*One\n![a](upload:${id})\ntwo*`, '<p><em>One<a>two</em></p>'],
    [`- ![a](upload:${id})\n- two`, '<ul><li>[a]</li><li>two</li></ul>'],
    [`> ![a](upload:${id})\n> two`, '<blockquote>[a]<p>two</p></blockquote>'],
    [`# ![a](upload:${id})`, '<h1><a></h1>'],
    [
      `[![a](upload:${id})](https://example.org/)`,
      '<p><a href="https://example.org/" rel="noopener noreferrer"><a></a></p>',
    ],
    [`![a][1]\n\n[1]: upload:${id}`, '[a]'],
  ])('stand in %j where HTML allows them', (text, html) => {
    expect(shown(text)).toBe(html);
  });

  it.each([
    `\`![a](upload:${id})\``,
    `    ![a](upload:${id})`,
    `![a](upload&#58;${id})`,
    '![a](upload:01ARZ3NDEKTSV4RRFFQ69G5FA)',
    `![a](upload:${id}X)`,
    `![a](upload:8${id.slice(1)})`,
    `[a](upload:${id})`,
  ])('are none in %j', (text) => {
    expect(textPicturesIn(text)).toEqual([]);
    expect(renderMarkdown(text)).not.toMatch(/src="|href="/);
  });

  it('stand at the same places in the HTML of the page, whose headings and tables are others', () => {
    const text = `# One\n\n![a](upload:${id})\n\n| t |\n|---|\n| ![b](upload:${other}) |\n\ntwo`;
    const outside = (html: string) => html.replace(/<\/?(?:div|h\d)[^>]*>/g, '');
    expect(shown(text, 'page')).not.toBe(shown(text));
    expect(outside(shown(text, 'page'))).toBe(outside(shown(text)));
  });

  it('are found by their parts: no character of a text can stand for one', () => {
    const text = `\u0000 &#0; ![a](upload:${id}) \u0000`;
    expect(shown(text)).toBe('<p>\ufffd \ufffd <a> \ufffd</p>');
  });

  it('are limited: those beyond stand as words', () => {
    const { html, pictures } = renderBody(`![alt <b>](upload:${id})\n\n`.repeat(maxTextPictures + 1), 'en');
    expect(pictures).toHaveLength(maxTextPictures);
    expect(html).toBe('<p>alt &lt;b&gt;</p>');
  });

  it('have words that readers see', () => {
    expect(renderMarkdown(`![a "b"](upload:${id} "c<")`)).toBe('<p><img alt="a &quot;b&quot;" title="c&lt;"></p>');
    expect(hasVisibleBody(`![](upload:${id})`)).toBe(true);
  });

  it('are named by a text in either case, each once, also where it shows none', () => {
    expect(uploadsNamedIn(`![](upload:${id}) \`UPLOAD:${other.toLowerCase()}\` upload:${id}`)).toEqual([id, other]);
    const texts = { az: { body: `upload:${id}` }, en: { body: `upload:${other} upload:${id}` } };
    expect(Object.fromEntries(uploadsOfTexts(texts))).toEqual({
      [id]: 'translations.az.body',
      [other]: 'translations.en.body',
    });
  });

  it('of other sites are named, and those of the site itself not', () => {
    const text =
      '![a](https://example.org/a.png) ![b](http://example.org/b.png) ![c](/c.png) [d](https://example.org/)';
    expect(foreignImagesIn(`${text} ![e](https://sergi.example/e.png) ![a](https://example.org/a.png)`)).toEqual([
      'https://example.org/a.png',
      'http://example.org/b.png',
    ]);
  });

  it.each([`![a](upload:${id})`, `![](upload:${id} "`, '![', `[![a](upload:${id})`])(
    'cost no more than the length of a text of %j',
    (part) => {
      const { html } = renderBody(part.repeat(100_000 / part.length), 'en');
      expect(html.length).toBeLessThan(1_000_000);
    },
  );
});
