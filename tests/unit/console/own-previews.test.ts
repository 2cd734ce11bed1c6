import { describe, expect, it } from 'vitest';
import { withOwnPreviews } from '../../../console/src/publication/own-previews.ts';

/** A source that counts the links that it makes, and has a list of those that work. */
const counting = () => {
  let count = 0;
  const works = new Set<string>();
  const source = withOwnPreviews({
    createPreview: async ({ locale }) => {
      count += 1;
      if (locale === 'ru' && count === 1) throw new Error('offline');
      const url = `${locale} ${count}`;
      works.add(url);
      return { previewId: url, url };
    },
    listPreviews: async () => ({ items: [...works].map((previewId) => ({ previewId })) }),
  });
  return { ...source, works };
};

describe('the link behind the buttons of the preview', () => {
  it('is the same for a version and a language as long as it works, whoever or whatever ends it', async () => {
    const { ownPreview, works } = counting();
    expect((await ownPreview(1, 'az')).url).toBe('az 1');
    expect((await ownPreview(1, 'en')).url).toBe('en 2');
    expect((await ownPreview(1, 'az')).url).toBe('az 1');
    expect((await ownPreview(2, 'az')).url).toBe('az 3');
    works.delete('az 1');
    expect((await ownPreview(1, 'az')).url).toBe('az 4');
    expect((await ownPreview(2, 'az')).url).toBe('az 3');
  });

  it('is asked for again where it could not be made', async () => {
    const { ownPreview } = counting();
    await expect(ownPreview(1, 'ru')).rejects.toThrow('offline');
    expect((await ownPreview(1, 'ru')).url).toBe('ru 2');
  });
});
