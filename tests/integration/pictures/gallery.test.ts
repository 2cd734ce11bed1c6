import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

const site = ['az', 'en', 'ru'];
const alt = Object.fromEntries(site.map((locale) => [locale, `Şəkil ${locale}`]));
const translations = { az: { title: 'Konsert', body: 'B' }, en: { title: 'Concert', body: 'B' } };

describe('a gallery', () => {
  let cloud: ExhibitionCloud;
  let images: string[];

  beforeAll(async () => {
    cloud = await startExhibitionsInProcess();
    images = [];
    for (let n = 0; n < 60; n += 1) images.push(await cloud.copiedImage());
  });
  afterAll(() => cloud.end());

  const pictures = (ids: readonly string[]) =>
    ids.map((uploadId, n) => ({ uploadId, alt, caption: { az: `Altyazı ${n}` }, credit: 'Foto: R. Əliyev' }));
  const read = async (id: string, locale = 'az') => (await cloud.ask(`/v1/events/${id}?locale=${locale}`)).body;
  const media = async () => (await cloud.media()).length;
  const left = async () => (await cloud.items('DeskTable')).filter((item) => item.includes('LEFTOVER#'));

  it('has sixty pictures, in their order, with their words in the language that is asked for', async () => {
    const before = await media();
    const id = await cloud.draft({ pictures: pictures(images), translations });
    expect((await cloud.publish(id)).status).toBe(200);
    const event = await read(id);
    expect(event.pictures).toHaveLength(60);
    expect(event.pictures[7]).toMatchObject({ alt: 'Şəkil az', caption: 'Altyazı 7', credit: 'Foto: R. Əliyev' });
    const english = (await read(id, 'en')).pictures[7];
    expect(english.alt).toBe('Şəkil en');
    expect(english).not.toHaveProperty('caption');
    const files = (await media()) - before;
    expect(files % 60).toBe(0);
    expect(await left()).toEqual([]);

    // Half of them go, in another order: the others stay where they are.
    const { body } = await cloud.ask(`/v1/staff/events/${id}`);
    const kept = pictures(images.slice(30).reverse());
    await cloud.ask(`/v1/staff/events/${id}`, { method: 'PATCH', version: body.version, body: { pictures: kept } });
    expect((await cloud.publish(id)).status).toBe(200);
    const after = (await read(id)).pictures;
    const urlsOf = (all: { renditions: { url: string }[] }[]) => all.map(({ renditions }) => renditions[0]?.url);
    expect(urlsOf(after)).toEqual(urlsOf(event.pictures.slice(30).reverse()));
    expect((await media()) - before).toBe(files / 2);

    expect((await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} })).status).toBe(200);
    expect((await media()) - before).toBe(0);
    expect(await left()).toEqual([]);
    expect((await cloud.items('DeskTable')).filter((item) => item.includes(`SHOWN-IN#event#${id}`))).toEqual([]);
  });

  it('is refused for each picture that lacks its text in a language, for one that is there twice, and beyond sixty', async () => {
    const [first = '', second = ''] = images;
    const untold = [...pictures([first]), { uploadId: second, alt: { az: 'Şəkil' } }];
    const id = await cloud.draft({ pictures: untold, translations });
    const { status, body } = await cloud.publish(id);
    expect([status, body.errors.map(({ path }: { path: string }) => path)]).toEqual([400, ['pictures.1.alt.en']]);
    const create = (ids: readonly string[]) =>
      cloud.ask('/v1/staff/events', { method: 'POST', body: { category: 'events', pictures: pictures(ids) } });
    expect((await create([first, first])).body.errors).toMatchObject([{ path: 'pictures.1.uploadId' }]);
    expect((await create([...images, first])).body.errors).toMatchObject([{ code: 'tooManyItems' }]);
  });
});
