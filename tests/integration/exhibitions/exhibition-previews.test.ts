import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../support/clients/client.ts';
import {
  type ExhibitionCloud,
  exhibitionPath as path,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';
import { historyOn } from '../../support/exhibition-history.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const { change, archive, unarchive, link, open, statusOf, selected } = historyOn(() => cloud);

const json = async (address: string) => (await open(address)).json() as Promise<Answer['body']>;

describe('a preview of an exhibition', () => {
  it('shows the page with the selected works only, as a draft that nobody keeps or finds', async () => {
    const { id, shown, hidden } = await selected();
    const { page, api } = await link(id);
    const response = await open(page);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('class="draft"');
    expect(html).toContain('Aysel');
    for (const secret of ['Hüseynova', 'Quliyeva', 'Seçilməyən', 'Tural', hidden]) expect(html).not.toContain(secret);
    const { headers } = response;
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('content-security-policy')).toContain("img-src 'self' data: http");
    const preview = await json(api);
    expect(preview).toMatchObject({ id, version: 3, artworkCount: 1, artworks: [{ id: shown, title: 'Günəş' }] });
    const [rendition] = preview.artworks[0].image.renditions;
    expect((await cloud.fetch(rendition.url)).status).toBe(200);
    expect(html).not.toContain(`href="/az/exhibitions/${preview.slug}/artworks/`);
    expect((await cloud.ask(`/v1/exhibitions/${id}`)).status).toBe(404);
    // A part that is not there any more, and what a mail program adds.
    expect(await (await open(`${page}?from=201&utm_source=mail`)).text()).toContain(`artwork-${shown}`);
  });

  it('follows the selection and the texts of its version', async () => {
    const { id, shown, hidden } = await selected();
    const { api, page } = await link(id);
    await cloud.act(id, 'selection', { artworkIds: [hidden] });
    await change(id, { translations: { az: { title: 'Başqa ad' } } });
    const preview = await json(api);
    expect(preview.title).not.toBe('Başqa ad');
    expect(preview.artworks.map((artwork: { id: string }) => artwork.id)).toEqual([hidden]);
    expect(await (await open(page)).text()).not.toContain(shown);
  });

  it('ends with a consent, and the next one leaves the work out', async () => {
    const { id, shown } = await selected();
    const { page } = await link(id);
    await cloud.changeArtwork(id, shown, { artist: { consent: null } });
    expect(await statusOf(page)).toBe(404);
    const preview = await json((await link(id)).api);
    expect(preview).toMatchObject({ artworks: [], artworkCount: 0 });
  });

  it('ends when it is revoked, withdrawn from the public, archived or erased', async () => {
    const { id } = await selected();
    const first = await link(id);
    const listed = async () => (await cloud.ask(path(id, '/previews'))).body.items.length;
    expect(await listed()).toBe(1);
    const gone = await cloud.ask(path(id, `/previews/${first.previewId}`), { method: 'DELETE' });
    expect([gone.status, await statusOf(first.page), await listed()]).toEqual([200, 404, 0]);
    await cloud.act(id, 'publish');
    const second = await link(id);
    await cloud.act(id, 'unpublish');
    expect(await statusOf(second.page)).toBe(404);
    const third = await link(id);
    await archive(id);
    expect(await statusOf(third.page)).toBe(404);
    await unarchive(id);
    const fourth = await link(id);
    for (let erased = false; !erased; ) ({ erased } = (await cloud.ask(path(id, '/erase'), { body: {} })).body);
    expect(await statusOf(fourth.page)).toBe(404);
  });

  it('shows no work while the rating is blind', async () => {
    const id = await cloud.exhibition({ blindRating: true });
    const first = await cloud.enter(id);
    await cloud.act(id, 'status', { status: 'selection' });
    const works = (await cloud.ask(`/v1/staff/juries/${id}/works`)).body.items;
    await cloud.act(id, 'selection', { numbers: [works[0].number] });
    const { page, api } = await link(id);
    expect((await json(api)).artworks).toEqual([]);
    expect(await (await open(page)).text()).not.toContain(first);
    await cloud.act(id, 'reveal');
    expect((await json(api)).artworks).toHaveLength(1);
  });

  it('answers at the address of its kind only, and to none that was made up', async () => {
    const id = await cloud.exhibition();
    const event = await cloud.draft();
    const made = await cloud.ask(`/v1/staff/events/${event}/previews`, { body: { locale: 'az' } });
    const { api } = await link(id);
    expect(await statusOf(`${new URL(made.body.apiUrl).pathname}/exhibition`)).toBe(404);
    expect(await statusOf(api.replace('/exhibition', ''))).toBe(404);
    expect(await statusOf(api.replace(/\.[^/]*/, `.${'a'.repeat(43)}`))).toBe(404);
    const foreign = await cloud.ask(path(id, `/previews/${made.body.previewId}`), { method: 'DELETE' });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'exhibitionPreviewNotFound']);
    expect(await statusOf(new URL(made.body.url).pathname)).toBe(200);
  });

  it('is made of a language and a version that there are', async () => {
    const id = await cloud.exhibition();
    const refused = async (body: object) => {
      const answer = await cloud.ask(path(id, '/previews'), { body });
      return [answer.status, answer.body.errors[0].path, answer.body.errors[0].code];
    };
    expect(await refused({ locale: 'en' })).toEqual([400, 'locale', 'localeNotInVersion']);
    expect(await refused({ locale: 'az', version: 9 })).toEqual([400, 'version', 'unknownExhibitionVersion']);
    await change(id, { translations: { az: { title: 'Yeni' } } });
    const { api } = await link(id, { version: 1 });
    expect((await json(api)).title).not.toBe('Yeni');
  });
});
