import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withWords } from '../../../console/src/events/with-words.ts';
import { sizeInWords } from '../../../console/src/media/size-in-words.ts';
import { moved } from '../../../console/src/ui/moved.ts';
import { contentTypeOf } from '../../../console/src/uploads/file-type.ts';
import { hashFile } from '../../../console/src/uploads/hash-file.ts';

describe('a file', () => {
  it.each([0, 5, 4 * 1024 * 1024, 9 * 1024 * 1024 + 7])('of %i bytes has the SHA-256 of its bytes', async (size) => {
    const bytes = randomBytes(size);
    expect(await hashFile(new Blob([bytes]))).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it.each([
    ['photo.jpg', 'image/jpeg', 'image/jpeg'],
    ['list.csv', 'application/vnd.ms-excel', 'text/csv'],
    ['rules.ODT', '', 'application/vnd.oasis.opendocument.text'],
    ['film.mp4', 'video/mp4', undefined],
    ['no extension', '', undefined],
  ])('%s of the type %s is announced as %s', (name, type, announced) => {
    expect(contentTypeOf({ name, type })).toBe(announced);
  });

  it('has a size in words', () => {
    expect([0, 1023, 1024, 1_500_000, 104_857_600].map((bytes) => sizeInWords(bytes, 'en'))).toEqual([
      ...['0 B', '1023 B', '1 KB', '1.4 MB', '100 MB'],
    ]);
    expect(sizeInWords(1_500_000, 'az')).toBe('1,4 MB');
  });
});

describe('a list of pictures', () => {
  it('has one of them at another place', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });

  it('has no words that are empty', () => {
    expect(withWords({ az: 'a', en: 'b' }, 'az', '')).toEqual({ en: 'b' });
    expect(withWords(undefined, 'az', 'a')).toEqual({ az: 'a' });
  });
});
