import { describe, expect, it } from 'vitest';
import type { Api } from '../../../console/src/api/api.ts';
import { exhibitionPublication } from '../../../console/src/exhibitions/publication-source.ts';
import { withOwnPreviews } from '../../../console/src/publication/own-previews.ts';
import { eventPublication } from '../../../console/src/publication/publication-source.ts';
import { previewRoutes } from '../../../shared/contract/staff/previews.ts';

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

/** The API as far as it makes links and lists a page of them, the newest first. */
const apiOfLinks = () => {
  const made: { readonly previewId: string }[] = [];
  const list = ({ limit }: { readonly limit: number }) => ({ items: made.slice(0, limit) });
  const create = () => {
    made.unshift({ previewId: `link ${made.length + 1}` });
    return made[0];
  };
  const answers: Readonly<Record<string, (query: unknown) => unknown>> = {
    createPreview: create,
    createExhibitionPreview: create,
    listPreviews: (query) => list(previewRoutes.listPreviews.query.parse(query)),
    listExhibitionPreviews: (query) => list(previewRoutes.listExhibitionPreviews.query.parse(query)),
  };
  const call = async (operation: string, { query }: { readonly query?: unknown }) => answers[operation]?.(query);
  return { call } as unknown as Api;
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

  it.each([eventPublication, exhibitionPublication])('is the same after many others were made', async (sourceOf) => {
    const source = sourceOf(apiOfLinks(), '01M8KY5WE2DF4CJANSGZN3X9KN');
    const first = await source.ownPreview(1, 'az');
    for (let n = 1; n < 100; n += 1) await source.createPreview({ locale: 'az', hours: 24 });
    expect(await source.ownPreview(1, 'az')).toBe(first);
  });

  it('is the same where nobody can say whether it was ended', async () => {
    const { ownPreview } = withOwnPreviews({
      createPreview: async ({ locale }) => ({ previewId: locale, url: locale }),
      listPreviews: () => Promise.reject(new Error('offline')),
    });
    const first = await ownPreview(1, 'az');
    expect(await ownPreview(1, 'az')).toBe(first);
  });

  it('is asked for again where it could not be made', async () => {
    const { ownPreview } = counting();
    await expect(ownPreview(1, 'ru')).rejects.toThrow('offline');
    expect((await ownPreview(1, 'ru')).url).toBe('ru 2');
  });
});
