import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readInThread } from '../../../shared/media/documents/read-in-thread.ts';
import { pdf, types } from '../../support/files/documents.ts';

const name = 'Aysel Mammadova';

describe('the thread that reads documents', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it.each([
    ['takes too long', 0, 60_000],
    ['takes too much memory', 1_001 * 1024 * 1024, 100],
  ])('ends, and its timers with it, where a document %s', async (_, growth, milliseconds) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    const terminate = vi.spyOn(Worker.prototype, 'terminate');
    vi.spyOn(process.memoryUsage, 'rss').mockReturnValueOnce(0).mockReturnValue(growth);
    const read = readInThread(await pdf([name]), types.pdf);
    const refused = expect(read).rejects.toMatchObject({ code: 'too-complex' });
    vi.advanceTimersByTime(milliseconds);
    await refused;
    await Promise.all(terminate.mock.results.map(({ value }) => value));
    expect(terminate).toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('answers as the reader does', async () => {
    expect(await readInThread(await pdf([name]), types.pdf)).toMatchObject({
      type: types.pdf,
      pages: 1,
      content: name,
    });
    await expect(readInThread(Buffer.from('%PDF-'), types.pdf)).rejects.toMatchObject({ code: 'damaged-document' });
  });
});
