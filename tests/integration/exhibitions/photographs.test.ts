import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { photographsOn, urlOf } from '../../support/photographs.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const alt = { az: 'Zal' };

const isCopy = ({ action, function: name }: AwsCall) => action === 's3:CopyObject' && name.includes('Publisher');

const faults = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
  body.errors?.map(({ path, code }) => `${path} ${code}`);

const { prepared, patch, answer, shown, statusOf, artworkOf, sharedUpload, withdrawConsent } = photographsOn(
  () => cloud,
);

describe('photographs of an exhibition', () => {
  it('are shown with their words, and their files are there as long as they are', async () => {
    const before = (await cloud.media()).length;
    const uploads = [await cloud.copiedUpload(), await cloud.copiedUpload(), await cloud.copiedUpload()];
    const words = { alt, caption: { az: 'Açılış günü' }, credit: 'R. Əliyev', focalPoint: { x: 0.5, y: 0.25 } };
    const pictures = uploads.map((uploadId) => ({ uploadId, ...words }));
    const { id } = await prepared([], { pictures });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const { pictures: found, cover, artworks } = await answer(id);
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ ...words, alt: 'Zal', caption: 'Açılış günü' });
    expect(cover).toMatchObject({ artworkId: artworks[0].id, renditions: artworks[0].image.renditions });
    const html = await (await cloud.fetch(`${cloud.url}/az/exhibitions/${(await answer(id)).slug}`)).text();
    expect(html).toContain('Fotoşəkillər');
    expect(html.match(/Açılış günü/g)?.length).toBe(3);
    const manifest = await (await cloud.fetch(`${cloud.apiUrl}/v1/exhibitions/${id}/manifest`)).text();
    expect(manifest).not.toContain(String(urlOf(found[0])).split('/').at(-2));

    await patch(id, { pictures: pictures.slice(1) });
    expect(await shown(id)).toHaveLength(3);
    await cloud.act(id, 'publish');
    await cloud.published();
    const [kept] = (await answer(id)).pictures;
    expect(urlOf(kept)).toBe(urlOf(found[1]));
    expect([await statusOf(urlOf(found[0])), await statusOf(urlOf(kept))]).toEqual([404, 200]);

    await cloud.act(id, 'unpublish');
    await cloud.published();
    expect((await cloud.media()).length).toBe(before);
  });

  it('are refused without an alternative text, twice, and where there is no such upload', async () => {
    const upload = await cloud.copiedUpload();
    const { id } = await prepared([]);
    const nobody = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    const twice = [upload, upload, nobody].map((uploadId) => ({ uploadId, alt }));
    expect(faults(await patch(id, { pictures: twice }))).toEqual([
      'pictures.1.uploadId duplicate',
      'pictures.2.uploadId unknownUpload',
    ]);
    await patch(id, { pictures: [{ uploadId: upload }] });
    expect(faults(await cloud.act(id, 'publish'))).toEqual(['pictures.0.alt.az altRequired']);
  });

  it('are found by the consent to them after a rebuild, though the record of where they are shown was lost', async () => {
    const upload = await sharedUpload();
    const artwork = await artworkOf(upload);
    const { id } = await prepared([upload]);
    await cloud.act(id, 'publish');
    const desk = deskTable(cloud);
    const lose = async () => {
      for (const item of await desk.items())
        if (item.sk?.S?.startsWith(`SHOWN-IN#exhibition#${id}`)) await desk.remove(item);
    };
    await lose();
    await cloud.rebuild();
    expect(await shown(id)).toHaveLength(1);
    expect((await withdrawConsent(artwork)).status).toBe(200);
    expect(await shown(id)).toEqual([]);
  });

  it('count as uses of their uploads, for staff to see, and against erasing them', async () => {
    const upload = await sharedUpload();
    const { id } = await prepared([upload]);
    await cloud.act(id, 'publish');
    const usedBy = async () => {
      const { items } = (await cloud.ask('/v1/staff/uploads?limit=100')).body;
      return items.find((one: { uploadId: string }) => one.uploadId === upload).usedBy;
    };
    expect(await usedBy()).toEqual([{ kind: 'exhibition', id, field: 'pictures' }]);
    const erase = () => cloud.ask(`/v1/staff/uploads/${upload}`, { method: 'DELETE' });
    expect((await erase()).status).toBe(409);
    await patch(id, { pictures: [] });
    expect(await usedBy()).toEqual([{ kind: 'exhibition', id, field: 'pictures' }]);
    await cloud.act(id, 'publish');
    expect(await usedBy()).toEqual([]);
    expect((await erase()).status).toBe(200);
  });
});

describe('a publisher that dies while photographs are copied', () => {
  afterEach(() => cloud.clock.set(0));

  it('is followed by another one, who leaves no file behind', async () => {
    const { id } = await prepared([await cloud.copiedUpload(), await cloud.copiedUpload()], { artworks: 1 });
    const before = (await cloud.media()).length;
    let copies = 0;
    const stop = cloud.inject({
      match: (call) => {
        copies += isCopy(call) ? 1 : 0;
        if (isCopy(call) && copies === 6) {
          void cloud.crash('PublisherFunction');
          // The lease of the dead runs out.
          cloud.clock.set(120_000);
        }
        return false;
      },
      respond: 'error',
    });
    await cloud.act(id, 'publish');
    stop();
    expect(copies).toBeGreaterThan(5);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect(await shown(id)).toEqual(['Zal 0', 'Zal 1']);
    for (const one of (await answer(id)).pictures) expect(await statusOf(urlOf(one))).toBe(200);
    await cloud.act(id, 'unpublish');
    await cloud.published();
    expect((await cloud.media()).length).toBe(before);
  });
});
