import { tests as examples } from 'commonmark-spec';
import Markdown from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { closeBeforeLetter } from '../../../../shared/model/markdown/close-before-letter.ts';
import { renderMarkdown } from '../../../../shared/publishing/markdown/render-markdown.ts';

const strict = new Markdown('commonmark');
const relaxed = new Markdown('commonmark').use(closeBeforeLetter);

const bold = (text: string) => `<p><strong>${text}</strong>`;

describe('emphasis before a suffix', () => {
  it.each([
    ['**“Sərgi”**nin açılışı', `${bold('“Sərgi”')}nin açılışı</p>`],
    ['**«Bakı»**da', `${bold('«Bakı»')}da</p>`],
    ['**(qısa)**dır', `${bold('(qısa)')}dır</p>`],
    ['**"Sərgi"**nin', `${bold('"Sərgi"')}nin</p>`],
    ['**„Sərgi“**nin', `${bold('„Sərgi“')}nin</p>`],
    ['**‘Sərgi’**nin', `${bold('‘Sərgi’')}nin</p>`],
    ['**[1]**də', `${bold('[1]')}də</p>`],
    ['**50%**i', `${bold('50%')}i</p>`],
    ['**“Gəl!”**ə', `${bold('“Gəl!”')}ə</p>`],
    ['**“Выставка”**ның', `${bold('“Выставка”')}ның</p>`],
    ['*“Sərgi”*nin', '<p><em>“Sərgi”</em>nin</p>'],
    ['***“Sərgi”***nin', '<p><em><strong>“Sərgi”</strong></em>nin</p>'],
    ['**“Sərgi”**nin və **«Bakı»**nın', `${bold('“Sərgi”')}nin və <strong>«Bakı»</strong>nın</p>`],
  ])('closes: %s', (text, html) => {
    expect(renderMarkdown(text)).toBe(html);
  });

  it.each([
    ['*(*foo*)*', '<p><em>(<em>foo</em>)</em></p>'],
    ['*a "*b*" c*', '<p><em>a "<em>b</em>" c</em></p>'],
    ['*word(*s*)*', '<p><em>word(<em>s</em>)</em></p>'],
    ['*Bakı-*Gəncə*', '<p>*Bakı-<em>Gəncə</em></p>'],
    ['_“Sərgi”_nin', '<p>_“Sərgi”_nin</p>'],
    ['** Sərgi **nin', '<p>** Sərgi **nin</p>'],
    ['2 * 3, 4 * 5', '<p>2 * 3, 4 * 5</p>'],
  ])('stays as CommonMark has it: %s', (text, html) => {
    expect(renderMarkdown(text)).toBe(html);
  });

  it('changes no example of the CommonMark specification', () => {
    expect(examples.length).toBeGreaterThan(600);
    const differing = examples
      .map(({ number, markdown }) => ({ number, text: markdown.replaceAll('→', '\t') }))
      .filter(({ text }) => relaxed.render(text) !== strict.render(text));
    expect(differing).toEqual([]);
  });
});
