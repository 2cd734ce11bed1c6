import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { archiveLineSchema } from '../../../shared/model/publication/archive.ts';
import { isSameLine, lineDigest } from '../../../shared/publishing/imports/line-digest.ts';

const line = {
  ...{ externalId: '7', publishedAt: '2022-11-18', category: 'events' },
  translations: { az: { title: 'A', body: 'B' }, en: { title: 'A', body: 'B' } },
};
const showings = [{ startsAt: '2022-11-18', endsAt: '2022-11-20' }];
const digest = (more: object) => lineDigest(archiveLineSchema.parse({ ...line, ...more })).texts;

describe('the digest of a line', () => {
  it('is what 0.2.0 has stored of the same line', () => {
    const old =
      '{"alts":[],"category":"events","endsAt":"2022-11-20","externalId":"7","publishedAt":"2022-11-18","redirectsFrom":[],"startsAt":"2022-11-18","translations":{"az":{"body":"B","title":"A"},"en":{"body":"B","title":"A"}},"venue":"Bakı"}';
    const stored = createHash('sha256').update(old).digest('base64url');
    expect(digest({ showings, place: { name: { az: 'Bakı', en: 'Bakı' } } })).toBe(stored);
  });

  it('differs where a line says more', () => {
    const all = [
      {},
      { showings },
      { showings: [...showings, { startsAt: '2022-12-01' }] },
      { showings: [{ ...showings[0], allDay: true }] },
      { place: { name: { az: 'Bakı' } } },
      { place: { name: { az: 'Bakı', en: 'Baku' } } },
      { place: { name: { az: 'Bakı' }, latitude: 40, longitude: 49 } },
      { tags: [{ az: 'rəsm' }] },
      { images: [{ alt: { az: 'Ev' } }] },
      { images: [{ alt: { az: 'Ev' }, credit: 'R. Əliyev' }] },
      { files: [{ title: { az: 'Qaydalar' } }] },
      { files: [{ title: { az: 'Ərizə' } }] },
    ];
    expect(new Set(all.map(digest)).size).toBe(all.length);
  });

  it('tells other files by their uploads, which a dry run does not have', () => {
    const files = (...uploads: (string | undefined)[]) =>
      lineDigest(
        archiveLineSchema.parse({
          ...line,
          files: uploads.map((uploadId) => ({ ...(uploadId && { uploadId }), title: { az: 'Qaydalar' } })),
        }),
      );
    const [one, other] = ['01J00000000000000000000001', '01J00000000000000000000002'];
    expect(isSameLine(files(one), files(one))).toBe(true);
    expect(isSameLine(files(one), files(undefined))).toBe(true);
    expect(isSameLine(files(one), files(other))).toBe(false);
    expect(isSameLine(files(one), files(one, other))).toBe(false);
    expect(isSameLine(files(one), files())).toBe(false);
  });
});
