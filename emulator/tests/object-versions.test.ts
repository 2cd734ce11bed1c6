import { describe, expect, it } from 'vitest';
import { command, useCloud } from './fixture-cloud.ts';

const cloud = useCloud();
const media = () => cloud().s3.bucketName('Media');
const store = (...keys: string[]) => Promise.all(keys.map((key) => cloud().s3.put(media(), key, key)));
const list = async (values: object) => (await command(cloud(), 'versions', values)).body;
const refused = (name: string) => ({ status: 400, body: expect.objectContaining({ name }) });

describe('a function that lists versions', () => {
  it('finds every object below the prefix as its only version', async () => {
    const key = 'iiif/3/a/<&"\'>\n 0,0,1024,1024/ə.jpg';
    await store(key, 'media/other');
    const { Versions, IsTruncated, DeleteMarkers } = await list({ Prefix: 'iiif/3/a/' });
    const size = Buffer.byteLength(key);
    expect(Versions).toEqual([
      {
        Key: key,
        VersionId: 'null',
        IsLatest: true,
        LastModified: expect.stringMatching(/^20.*Z$/),
        ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
        Size: size,
        StorageClass: 'STANDARD',
      },
    ]);
    expect([IsTruncated, DeleteMarkers]).toEqual([false, undefined]);
    expect(cloud().calls.at(-1)).toMatchObject({ action: 's3:ListObjectVersions', resources: ['arn:aws:s3:::media'] });
  });

  it('is given them in pages', async () => {
    const keys = ['iiif/3/pages/1', 'iiif/3/pages/2', 'iiif/3/pages/3'];
    await store(...keys);
    const first = await list({ Prefix: 'iiif/3/pages/', MaxKeys: 2 });
    expect(first).toMatchObject({ IsTruncated: true, NextKeyMarker: keys[1], NextVersionIdMarker: 'null' });
    const second = await list({
      Prefix: 'iiif/3/pages/',
      KeyMarker: first.NextKeyMarker,
      VersionIdMarker: first.NextVersionIdMarker,
    });
    expect(second).toMatchObject({ IsTruncated: false, Versions: [{ Key: keys[2] }] });
  });

  it('needs the permission on the bucket', async () => {
    expect(await command(cloud(), 'versions', { Bucket: cloud().s3.bucketName('Uploads') })).toEqual(
      refused('AccessDenied'),
    );
  });
});

describe('a function that deletes versions', () => {
  it('deletes one, and many at once', async () => {
    const keys = ['iiif/3/gone/0,0,1,1/&.jpg', 'iiif/3/gone/2', 'iiif/3/gone/3'];
    await store(...keys);
    expect((await command(cloud(), 'deleteVersion', { key: keys[1], version: 'null' })).status).toBe(200);
    const objects = [keys[0], keys[2]].map((Key) => ({ Key, VersionId: 'null' }));
    expect((await command(cloud(), 'deleteVersions', { objects })).body.Errors).toBeUndefined();
    expect(await cloud().s3.list(media(), 'iiif/3/gone/')).toEqual([]);
  });

  it('needs a permission that deleting without a version does not', async () => {
    await store('media/kept', 'iiif/3/kept');
    const denials: [string, object][] = [
      ['deleteVersion', { key: 'media/kept', version: 'null' }],
      ['deleteVersion', { key: 'iiif/3/kept' }],
      ['deleteVersions', { objects: [{ Key: 'iiif/3/kept', VersionId: 'null' }, { Key: 'iiif/3/kept' }] }],
    ];
    for (const [name, values] of denials) expect(await command(cloud(), name, values)).toEqual(refused('AccessDenied'));
    expect(await cloud().s3.list(media(), 'iiif/3/kept')).toEqual(['iiif/3/kept']);
  });

  it('is refused a version that cannot be', async () => {
    await store('iiif/3/kept');
    expect(await command(cloud(), 'deleteVersion', { key: 'iiif/3/kept', version: 'other' })).toEqual(
      refused('InvalidArgument'),
    );
    const objects = [{ Key: 'iiif/3/kept', VersionId: 'other' }];
    expect(await command(cloud(), 'deleteVersions', { objects })).toEqual(refused('InvalidArgument'));
    expect(await cloud().s3.list(media(), 'iiif/3/kept')).toEqual(['iiif/3/kept']);
  });
});
