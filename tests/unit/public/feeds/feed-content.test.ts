import fc from 'fast-check';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, it } from 'vitest';
import { pictureAt } from '../../../../shared/model/files/picture.ts';
import { cutHtml } from '../../../../shared/public/feeds/cut-html.ts';
import {
  type FeedText,
  feedContent,
  maxTextBytes,
  portableHtml,
} from '../../../../shared/public/feeds/feed-content.ts';
import { pictureHtml } from '../../../../shared/public/picture-element.ts';
import { renderMarkdown } from '../../../../shared/publishing/markdown/render-markdown.ts';
import { anyCharacter } from '../../../support/random/any-text.ts';
import { cover, hostile } from './feed-samples.ts';

const page = 'https://sergi.example/az/events/resm';

const textOf = (html: string, over: Partial<FeedText> = {}): FeedText => ({ html, pictures: [], ...over });

describe('a text for feed readers', () => {
  it.each([
    ['[x](/v1/feed?a=1&b=2)', 'href="https://sergi.example/v1/feed?a=1&amp;b=2"'],
    ['[x](../exhibitions/y)', 'href="https://sergi.example/az/exhibitions/y"'],
    ['[x](#z)', `href="${page}#z"`],
    ['![x](plan.png)', 'src="https://sergi.example/az/events/plan.png"'],
    ['[x](https://example.org/a?b=c&d=e)', 'href="https://example.org/a?b=c&amp;d=e"'],
    ['[x](mailto:a@example.org)', 'href="mailto:a@example.org"'],
  ])('has the absolute address of %s', (markdown, expected) => {
    expect(portableHtml(renderMarkdown(markdown), page)).toContain(expected);
  });

  it('has neither style nor choices of pictures, which feed readers take away or stumble over', () => {
    const picture = pictureAt('https://sergi.example/media/x', cover, 'A > "b"');
    const element = pictureHtml(picture, {
      sizes: '92vw',
      before: ' class="x" style="color:red"',
      after: ' loading="lazy"',
    });
    expect(portableHtml(`<figure>${element}<figcaption>C</figcaption></figure>`, page)).toBe(
      '<figure><img src="https://sergi.example/media/x/1280.jpg" alt="A &gt; &quot;b&quot;"><figcaption>C</figcaption></figure>',
    );
  });

  it('has its cover before it, and the other pictures after it with their words', () => {
    const picture = pictureAt('https://sergi.example/media/x', cover, 'Rəsm "a"');
    const pictures = [picture, { ...picture, alt: 'B', caption: 'Açılış', credit: 'Leyla' }];
    const content = feedContent(textOf('<p>Mətn</p>', { pictures }), { locale: 'az', url: page });
    const image = 'src="https://sergi.example/media/x/1280.jpg"';
    expect(content).toBe(
      `<figure><img ${image} alt="Rəsm &quot;a&quot;" width="1280" height="1810"></figure><p>Mətn</p><figure><img ${image} alt="B" width="1280" height="1810"><figcaption>Açılış <span>Foto: Leyla</span></figcaption></figure>`,
    );
  });

  it('says its direction where that is from right to left', () => {
    expect(feedContent(textOf('<p>نص</p>'), { locale: 'ar', url: page })).toBe(
      '<div lang="ar" dir="rtl"><p>نص</p></div>',
    );
    expect(feedContent(textOf('<p>Mətn</p>'), { locale: 'az', url: page }, 'ar')).toBe(
      '<div lang="az" dir="ltr"><p>Mətn</p></div>',
    );
  });

  it('leads on to its page where it is longer than 64 KB', () => {
    const long = renderMarkdown('Bir abzas mətn. '.repeat(20).concat('\n\n').repeat(300));
    expect(Buffer.byteLength(long)).toBeGreaterThan(maxTextBytes);
    for (const [locale, words] of [
      ['az', 'Davamını oxu'],
      ['en', 'Continue reading'],
      ['ru', 'Читать дальше'],
    ] as const) {
      const content = feedContent(textOf(long), { locale, url: page });
      expect(content.endsWith(`mətn.</p><p><a href="${page}">${words}</a></p>`)).toBe(true);
      expect(Buffer.byteLength(content)).toBeLessThan(maxTextBytes + 200);
    }
  });
});

describe('a text that is cut', () => {
  it('ends after an item of a list or a row of a table, and closes what is open', () => {
    expect(cutHtml('<ol><li>a</li><li>b</li><li>ccccccccccc</li></ol>', 33).html).toBe('<ol><li>a</li><li>b</li></ol>');
    const row = '<tr><td>a</td><td>b</td></tr>';
    expect(cutHtml(`<table><tbody>${row}${row}</tbody></table>`, 70).html).toBe(`<table><tbody>${row}</tbody></table>`);
  });

  it('ends at a word where a paragraph has no end within it', () => {
    expect(cutHtml(`<p>bir <em>iki ${'üç '.repeat(50)}</em></p>`, 60).html).toBe(
      '<p>bir <em>iki üç üç üç üç üç üç üç</em></p>',
    );
    expect(cutHtml(`<p>${'ə'.repeat(100)}</p>`, 50).html).toBe(`<p>${'ə'.repeat(21)}</p>`);
  });

  const block = fc.constantFrom(
    ...['## A', 'Bir *iki* **üç**', '- a\n- b\n  - c', '1. a', '> a\n> > b', '| a | b |\n| - | - |\n| c | d |', '---'],
    ...['`<b>`', '[x](/y "z")', '![a](/b.png)', '    code', 'ə&amp;<b>\\\nü', ...hostile],
  );

  it('is as long as asked for at most, well formed, and the beginning of the whole', () => {
    const text = fc.array(fc.oneof(block, fc.string({ unit: anyCharacter })), { maxLength: 12 });
    fc.assert(
      fc.property(text, fc.integer({ min: 60, max: 400 }), (parts, most) => {
        const html = renderMarkdown(parts.join('\n\n').toWellFormed(), 'az');
        const cut = cutHtml(html, most);
        expect(Buffer.byteLength(cut.html)).toBeLessThanOrEqual(most);
        expect(cut.isCut).toBe(cut.html !== html);
        expect(html.startsWith(cut.html.replace(/(?:<\/\w+>)+$/, ''))).toBe(true);
        // What is not well formed is not left as it is.
        const same = sanitizeHtml(cut.html, {
          ...{ allowedTags: false, allowVulnerableTags: true, allowedAttributes: false },
        });
        expect(same).toBe(cut.html);
      }),
      { numRuns: 400 },
    );
  });
});
