import { describe, expect, it } from 'vitest';
import { uploadIdsOf } from '../../../functions/ingest/store-event.ts';

const record = (key: string) => ({ s3: { bucket: { name: 'b' }, object: { key, size: 1 } } });

describe('an event of the store', () => {
  it('names every upload that has arrived', () => {
    expect(uploadIdsOf(JSON.stringify({ Records: [record('incoming/A'), record('incoming/B+C%20D')] }))).toEqual([
      'A',
      'B C D',
    ]);
  });

  it('may be the test that S3 sends when the notification is set up', () => {
    expect(uploadIdsOf(JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'b' }))).toEqual([]);
  });

  it.each(['{}', '[]', '{"Records":[{}]}', 'x', JSON.stringify({ Records: [record('originals/A')] })])(
    'is not %s',
    (message) => {
      expect(() => uploadIdsOf(message)).toThrow();
    },
  );
});
