import { describe, expect, it } from 'vitest';
import { bodyText } from '../../../../../shared/public/pages/item/body-text.ts';
import { renderMarkdown } from '../../../../../shared/publishing/markdown/render-markdown.ts';

describe('the text of a body', () => {
  it('is without markup, and cut at a word', () => {
    expect(bodyText(renderMarkdown('Fish & <chips>\n\n**are** "good"'), 100)).toBe('Fish & <chips> are "good"');
    expect(bodyText('<p>one two three</p>', 7)).toBe('one…');
    expect(bodyText('<p>🎨🎨🎨</p>', 3)).toBe('🎨🎨🎨');
  });
});
