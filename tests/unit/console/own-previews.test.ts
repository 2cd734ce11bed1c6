import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withOwnPreviews } from '../../../console/src/publication/own-previews.ts';
import { now } from '../../../console/src/session/clock.ts';

/** A source that counts the links that it makes, each for as long as it was asked for. */
const counting = () => {
  let count = 0;
  return withOwnPreviews({
    createPreview: async ({ locale, hours }) => {
      count += 1;
      if (locale === 'ru' && count === 1) throw new Error('offline');
      return { url: `${locale} ${count}`, expiresAt: new Date(now().getTime() + hours * 3_600_000).toISOString() };
    },
    revokePreview: async (id) => {
      if (id === 'lost') throw new Error('offline');
    },
  });
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the link behind the buttons of the preview', () => {
  it('is the same for a version and a language, and another one once it has expired', async () => {
    const { ownPreview } = counting();
    expect((await ownPreview(1, 'az')).url).toBe('az 1');
    expect((await ownPreview(1, 'en')).url).toBe('en 2');
    vi.setSystemTime(Date.now() + 59 * 60_000);
    expect((await ownPreview(1, 'az')).url).toBe('az 1');
    expect((await ownPreview(2, 'az')).url).toBe('az 3');
    vi.setSystemTime(Date.now() + 60_000);
    expect((await ownPreview(1, 'az')).url).toBe('az 4');
  });

  it('is another one after links were ended, also where no answer has come to that', async () => {
    const { ownPreview, revokePreview } = counting();
    expect((await ownPreview(1, 'az')).url).toBe('az 1');
    await revokePreview('any');
    expect((await ownPreview(1, 'az')).url).toBe('az 2');
    await expect(revokePreview('lost')).rejects.toThrow('offline');
    expect((await ownPreview(1, 'az')).url).toBe('az 3');
  });

  it('is asked for again where it could not be made', async () => {
    const { ownPreview } = counting();
    await expect(ownPreview(1, 'ru')).rejects.toThrow('offline');
    expect((await ownPreview(1, 'ru')).url).toBe('ru 2');
  });
});
