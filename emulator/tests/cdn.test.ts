import { describe, expect, it } from 'vitest';
import { command, useCloud } from './fixture-cloud.ts';

const cloud = useCloud();
const tile = 'iiif/3/abc/0,0,1024,1024/1024,1024/0/default.jpg';
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${cloud().url}/${path}`, { headers });

describe('a behaviour of the distribution for tiles', () => {
  it.each([
    ['as they stand', tile],
    ['percent-encoded', tile.replaceAll(',', '%2C')],
    ['with a query', `${tile}?v=1`],
  ])('serves keys with commas, %s', async (_name, path) => {
    expect((await command(cloud(), 'store', { key: tile, text: 'a tile' })).status).toBe(200);
    const response = await get(path, { origin: 'https://viewer.example' });
    expect([response.status, await response.text()]).toEqual([200, 'a tile']);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('answers 404 for a tile that is missing, and 400 for a path that is none', async () => {
    expect((await get('iiif/3/abc/1024,0,1024,1024/1024,1024/0/default.jpg')).status).toBe(404);
    expect((await get('iiif/3/%zz')).status).toBe(400);
  });

  it('leaves other paths to the other behaviours', async () => {
    await cloud().s3.put(cloud().s3.bucketName('Media'), 'iiif/2/abc', 'no tile');
    expect((await get('iiif/2/abc')).status).toBe(404);
    expect(
      (await get('media/none', { origin: 'https://viewer.example' })).headers.get('access-control-allow-origin'),
    ).toBe(null);
  });
});
