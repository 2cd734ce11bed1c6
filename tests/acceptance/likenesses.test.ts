import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, unique, upload } from '../support/clients/client.ts';
import { drawing } from '../support/files/drawings.ts';

const paper = '#f8f8f8';

const sheetOf = (seed: number): Promise<Buffer> => drawing(seed, 24).png().toBuffer();

/** A sheet as it comes from a scanner: with a grain of its own, so that no two files are the same. */
const scanned = async (image: Sharp, quality = 90): Promise<Buffer> => {
  const [width, height] = [414, 585];
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 10 };
  const grain = { create: { width, height, channels: 3 as const, background: '#808080', noise } };
  const sheet = await sharp(await image.png().toBuffer())
    .resize(width, height, { fit: 'fill' })
    .toBuffer();
  return sharp(sheet)
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality })
    .toBuffer();
};

describe('entries that look alike', () => {
  let id: string;
  const numbers = new Map<string, number>();

  const enter = async (name: string, bytes: Buffer, contentType = 'image/jpeg'): Promise<void> => {
    const { body } = await upload(bytes, contentType);
    expect(body.state, body.rejection?.message).toBe('ready');
    const answer = await ask(`/v1/staff/exhibitions/${id}/artworks`, {
      as: 'contributor',
      body: { uploadId: body.uploadId },
    });
    expect(answer.status).toBe(201);
    numbers.set(name, answer.body.entryNumber);
  };

  const pairs = async (): Promise<string[]> => {
    const answer = await ask(`/v1/staff/exhibitions/${id}/duplicates`, { as: 'contributor' });
    expect(answer.status).toBe(200);
    const names = new Map([...numbers].map(([name, number]) => [number, name]));
    return answer.body.items.map(({ entryNumbers }: { entryNumbers: [number, number] }) =>
      entryNumbers
        .map((number) => names.get(number))
        .sort()
        .join(' – '),
    );
  };

  beforeAll(async () => {
    const { body } = await ask('/v1/staff/exhibitions', {
      as: 'contributor',
      body: { translations: { az: { title: unique('Sərgi') } } },
    });
    id = body.id;
  });

  it('are not pointed out among different drawings', async () => {
    for (const seed of [1, 2, 3]) await enter(`drawing ${seed}`, await scanned(sharp(await sheetOf(seed))));
    expect(await pairs()).toEqual([]);
  });

  it.each<[string, (image: Sharp) => Sharp, number?]>([
    ['turned by a degree', (image) => image.rotate(1, { background: paper })],
    ['brighter', (image) => image.linear(0.85, 25)],
    ['compressed again', (image) => image, 35],
  ])('are pointed out where one was scanned again, %s, and entered all the same', async (how, change, quality) => {
    await enter(how, await scanned(change(sharp(await sheetOf(1))), quality));
    expect(await pairs()).toContain(['drawing 1', how].sort().join(' – '));
  });

  it('are pointed out in another format and on another paper, and never with another drawing', async () => {
    const png = await sharp(await scanned(sharp(await sheetOf(2)).resize(600, 600)))
      .png()
      .toBuffer();
    await enter('as PNG', png, 'image/png');
    const found = await pairs();
    expect(found).toContain(['drawing 2', 'as PNG'].sort().join(' – '));
    expect(found.filter((pair) => pair.includes('drawing 3'))).toEqual([]);
    expect(found.filter((pair) => pair.includes('drawing 2'))).toHaveLength(1);
    expect(new Set(found).size).toBe(found.length);
  });
});
