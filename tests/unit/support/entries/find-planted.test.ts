import { describe, expect, it } from 'vitest';
import { fromPixels } from '../../../../shared/media/pixels.ts';
import { findPlanted, metadataOf } from '../../../support/entries/find-planted.ts';
import { telling } from '../../../support/files/kinds.ts';

describe('the search for what a picture tells, by which other tests say that there is nothing', () => {
  it.each([
    ['image/jpeg', ['exif', 'xmp', 'iptc']],
    ['image/png', ['exif', 'xmp', 'comments']],
    ['image/webp', ['exif', 'xmp']],
    ['image/avif', ['exif', 'xmp']],
  ])('finds a name in the metadata of %s', async (type, parts) => {
    const picture = (await telling[type]?.('Soyxplantedx', 70, 50)) as Buffer;
    expect(await metadataOf(picture)).toEqual(expect.arrayContaining(parts));
    expect(findPlanted(picture, ['soyxplantedx', 'Adxotherx'])).toEqual(['soyxplantedx']);
  });

  it('finds it in texts that are escaped or coded', () => {
    const coded = Buffer.from('The work of Soyxplantedx').toString('base64url');
    for (const text of ['/works/Soyxplantedx', '%53oyxplantedx', '"\\u0053oyxplantedx"', `?token=${coded}`])
      expect([text, findPlanted(text, ['Soyxplantedx'])]).toEqual([text, ['Soyxplantedx']]);
    expect(findPlanted(Buffer.from('Soyxplantedx', 'utf16le'), ['Soyxplantedx'])).toHaveLength(1);
  });

  it('finds nothing in a picture that has its pixels alone', async () => {
    const pixels = { data: Buffer.alloc(6), info: { width: 2, height: 1, channels: 3 as const } };
    const bare = await fromPixels(pixels).jpeg().toBuffer();
    expect(await metadataOf(bare)).toEqual([]);
    expect(findPlanted(bare, ['Soyxplantedx'])).toEqual([]);
  });
});
