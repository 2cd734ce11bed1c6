import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HallWork } from '../../../shared/contract/staff/exhibition-schemas.ts';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
let editor: AskAs;
beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  editor = await member(cloud, 'leyla', 'editor');
});
afterAll(() => cloud.end());

const hall = async (id: string, locale = 'az') => {
  const { status, body } = await editor(`/v1/staff/exhibitions/${id}/hall?locale=${locale}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

const namesIn = ({ items }: { readonly items: readonly HallWork[] }) => items.map(({ artist }) => artist.name);

describe('what is printed for the hall', () => {
  it('names each artist as consent allows, before and after publication, and leads to the pages of the works once they have addresses', async () => {
    const translations = {
      az: { title: 'Sərgi', description: 'Mətn' },
      en: { title: 'Exhibition', description: 'Text' },
    };
    const id = await cloud.exhibition({ translations });
    const full = await cloud.enter(id, { artist: child('Aysel Məmmədova', { name: 'full' }) });
    const hidden = await cloud.enter(id, { artist: child('Tural Həsənov', { name: 'none' }) });
    const initial = await cloud.enter(id, { artist: child('Leyla Quliyeva', { name: 'initial' }) });
    await cloud.act(id, 'status', { status: 'selection' });
    await cloud.act(id, 'selection', { artworkIds: [initial, hidden, full] });
    const before = await hall(id);
    expect(before).toMatchObject({ isPublished: false, leftOut: [] });
    expect(namesIn(before)).toEqual(['Leyla Q.', undefined, 'Aysel Məmmədova']);
    // Beside a name that is withheld there is nothing by which the child could be found.
    expect(before.items[1].artist).toEqual({});
    expect(before.items.some(({ url }: HallWork) => url)).toBe(false);

    await cloud.act(id, 'publish');
    await cloud.published();
    const english = await hall(id, 'en');
    expect(english.isPublished).toBe(true);
    for (const { url, artworkId, number } of english.items as Required<HallWork>[]) {
      expect(url).toMatch(new RegExp(`/en/exhibitions/exhibition/artworks/${artworkId}$`));
      expect((await cloud.fetch(`${cloud.url}${new URL(url).pathname}`)).status, url).toBe(200);
      expect(number).toBe([initial, hidden, full].indexOf(artworkId) + 1);
    }

    await cloud.changeArtwork(id, full, { artist: { consent: { name: 'first' } } });
    await cloud.published();
    expect(namesIn(await hall(id))).toEqual(['Leyla Q.', undefined, 'Aysel']);
    await cloud.changeArtwork(id, full, { artist: { consent: null } });
    await cloud.published();
    expect(namesIn(await hall(id))).toEqual(['Leyla Q.', undefined]);
  });

  it('leaves out what could not be published, and says which', async () => {
    const id = await cloud.exhibition();
    const complete = await cloud.enter(id);
    const lacking = await cloud.enter(id);
    await cloud.act(id, 'status', { status: 'selection' });
    await cloud.act(id, 'selection', { artworkIds: [lacking, complete] });
    await cloud.changeArtwork(id, lacking, { translations: { az: { alt: null } } });
    const { items, leftOut } = await hall(id);
    expect(items.map(({ artworkId, number }: HallWork) => [artworkId, number])).toEqual([[complete, 1]]);
    expect(leftOut).toEqual([2]);
  });
});
