import { describe, expect, it } from 'vitest';
import { type ItemErasure, itemErasureOf, itemErasurePath } from '../../../shared/media/item-erasure.ts';

const id = '01HE3V7Z3W0000000000000000';

const erasures: readonly (readonly [ItemErasure, string])[] = [
  [{ kind: 'event', id }, `event/${id}`],
  [{ kind: 'event', id, version: 12 }, `event/${id}/12`],
  [{ kind: 'exhibition', id }, `exhibition/${id}`],
  [{ kind: 'exhibition', id, version: 1 }, `exhibition/${id}/1`],
  [{ kind: 'event-revisions', id, version: 3 }, `event-revisions/${id}/3`],
  [{ kind: 'exhibition-revisions', id, version: 3 }, `exhibition-revisions/${id}/3`],
  [{ kind: 'site-revisions', id: 'site', version: 3 }, 'site-revisions/site/3'],
  [{ kind: 'event-slug', id, hash: 'a_-9' }, `event-slug/${id}/a_-9`],
  [{ kind: 'exhibition-slug', id, hash: 'a_-9' }, `exhibition-slug/${id}/a_-9`],
  [{ kind: 'event-path', id, hash: 'f0' }, `event-path/${id}/f0`],
  [{ kind: 'consent', id, artworkId: id, at: 1_796_031_000_123 }, `consent/${id}/${id}.1796031000123`],
  [{ kind: 'upload', id }, `upload/${id}`],
  [{ kind: 'person', id: 'ə/1@x' }, 'person/yZkvMUB4'],
];

describe('the record of an erasure', () => {
  it.each(erasures)('%j is read as it was written', (erasure, path) => {
    expect(itemErasurePath(erasure)).toBe(path);
    expect(itemErasureOf(path)).toEqual(erasure);
  });

  it('has three parts at most, since earlier releases take four for an entry', () => {
    for (const [erasure] of erasures) expect(itemErasurePath(erasure).split('/').length).toBeLessThanOrEqual(3);
  });

  it('is passed over where this release does not know it', () => {
    const unknown = [
      `event/${id}/x`,
      `event/${id}/0`,
      `event-revisions/${id}`,
      `event-slug/${id}`,
      `upload/${id}/1`,
      `consent/${id}/${id}`,
    ];
    for (const path of [...unknown, '', 'event', 'event/', `letter/${id}`, `event/${id}/1/2/3`])
      expect([path, itemErasureOf(path)]).toEqual([path, undefined]);
  });

  it('fits a key of S3 for every id of an account', () => {
    expect(itemErasurePath({ kind: 'person', id: '𐐷'.repeat(128) }).length).toBeLessThan(1_000);
  });
});
