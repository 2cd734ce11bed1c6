import { describe, expect, it } from 'vitest';
import { deleteEach } from '../../../console/src/media/delete-each.ts';
import type { ListedUpload } from '../../../console/src/media/upload.ts';

const uploads = ['a', 'b', 'c', 'd'].map((uploadId) => ({ uploadId }) as ListedUpload);
const idsOf = (all: readonly ListedUpload[]) => all.map(({ uploadId }) => uploadId).join('');

describe('uploads that are deleted together', () => {
  it('are gone but for those that are refused', async () => {
    const told: number[] = [];
    const error = new Error('is used');
    const { gone, refused, left } = await deleteEach(uploads, {
      remove: async (id) => {
        if (id === 'b') throw error;
      },
      onProgress: (tried) => told.push(tried),
      signal: new AbortController().signal,
    });
    expect([idsOf(gone), refused, left]).toEqual(['acd', [{ upload: uploads[1], error }], []]);
    expect(told).toEqual([0, 1, 2, 3]);
  });

  it('stay from the one on after which the person has stopped it', async () => {
    const stopped = new AbortController();
    const { gone, left } = await deleteEach(uploads, {
      remove: async (id) => {
        if (id === 'b') stopped.abort();
      },
      onProgress: () => {},
      signal: stopped.signal,
    });
    expect([idsOf(gone), idsOf(left)]).toEqual(['ab', 'cd']);
  });
});
