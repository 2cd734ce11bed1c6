import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
let own: AskAs;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  own = await member(cloud, 'aysel', 'contributor');
});
afterAll(() => cloud.end());

const root = '/v1/staff/exhibitions';

const titled = (az: string, more: object = {}) => ({
  translations: { az: { title: az, description: 'Sərgi **açıldı**.' } },
  ...more,
});

const list = async (query: string) => {
  const { status, body } = await cloud.ask(`${root}?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

const ids = async (query: string): Promise<string[]> => (await list(query)).items.map(({ id }: { id: string }) => id);

describe('the list of exhibitions', () => {
  it('holds all but archived ones where another filter than one status is given, and counts them all', async () => {
    const later = await cloud.exhibition(titled('Çiçəklər', { opensOn: '2031-05-01' }));
    const sooner = await cloud.exhibition(titled('Çiçək bağı', { opensOn: '2030-05-01', campaign: 'spring' }));
    const open = await cloud.exhibition(titled('Dəniz', { opensOn: '2029-05-01' }));
    await cloud.act(open, 'status', { status: 'open' });
    const archived = await cloud.exhibition(titled('Köhnə çiçəklər', { opensOn: '2028-05-01' }));
    await cloud.ask(`${root}/${archived}`, { method: 'DELETE', version: 1 });

    expect(await ids('sort=opens&order=ascending')).toEqual([open, sooner, later]);
    // Days of the site, both included.
    expect(await ids('sort=opens&order=ascending&from=2029-05-01&to=2030-05-01')).toEqual([open, sooner]);
    // As people type it: without accents, and only the beginning.
    expect(await ids('q=cicek&sort=opens')).toEqual([later, sooner]);
    expect(await ids('q=cicek&status=draft,archived&sort=opens')).toEqual([later, sooner, archived]);
    expect(await ids('campaign=spring')).toEqual([sooner]);
    expect(await ids('missing=en&sort=opens')).toEqual([later, sooner, open]);
    expect(await ids('missing=az')).toEqual([]);
    const { counts } = await list('sort=changed');
    expect(counts).toMatchObject({ draft: 2, open: 1, archived: 1, published: 0 });
    expect((await list('status=draft')).counts).toBeUndefined();
  });

  it.each([
    ['draft', 'open'],
    ['open', 'draft'],
  ])('holds one that goes from %s to %s while the lists are read', async (status, next) => {
    const id = await cloud.exhibition(titled('Köçən'));
    if (status !== 'draft') await cloud.act(id, 'status', { status });
    const moved = Promise.withResolvers<unknown>();
    let isHeld = false;
    const remove = cloud.inject({
      // The list that it is in is read when it has left that, and the one that it comes to before.
      match: ({ action, body }) => {
        if (isHeld || action !== 'dynamodb:Query' || !JSON.stringify(body).includes(`EXHIBITIONS#${status}`))
          return false;
        isHeld = true;
        moved.resolve(pause(300).then(() => cloud.act(id, 'status', { status: next })));
        return true;
      },
      respond: moved.promise,
    });
    const found = await ids('q=kocen');
    remove();
    expect([isHeld, found]).toEqual([true, expect.arrayContaining([id])]);
  });

  it('goes on from page to page, each exhibition once', async () => {
    const found: string[] = [];
    let cursor = '';
    do {
      const page = await list(`sort=changed&limit=2${cursor && `&cursor=${cursor}`}`);
      found.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(found).toEqual(await ids('sort=changed&limit=100'));
    expect(new Set(found).size).toBe(found.length);
    const { nextCursor } = await list('sort=changed&limit=2');
    expect((await cloud.ask(`${root}?sort=opens&limit=2&cursor=${nextCursor}`)).status).toBe(400);
  });

  it('shows the picture that stands for each, and none of a work while the rating is blind', async () => {
    const id = await cloud.exhibition(titled('Kor qiymət', { blindRating: true }));
    const artworkId = await cloud.enter(id);
    const cover = async () => (await list('q=kor')).items[0].coverImage;
    expect(await cover()).toBeUndefined();
    await cloud.act(id, 'status', { status: 'selection' });
    const { status } = await cloud.ask(`${root}/${id}`, {
      method: 'PATCH',
      version: 2,
      body: { cover: { artworkId } },
    });
    expect(status).toBe(200);
    expect(await cover()).toBeUndefined();

    const seen = await cloud.exhibition(titled('Açıq qiymət'));
    const work = await cloud.enter(seen);
    await cloud.act(seen, 'selection', { artworkIds: [work] });
    const { items } = await list('q=aciq');
    expect(items[0].coverImage.renditions[0].url).toMatch(/^http/);
    expect(items[0].selection).toBeUndefined();
  });
});

describe('what is public of an exhibition', () => {
  it('is the text as it was published, with its address in each language; 404 where nothing is', async () => {
    const id = await cloud.exhibition(titled('Dərc olunan', { opensOn: '2022-11-18' }));
    const publication = `${root}/${id}/publication`;
    expect((await own(publication)).body.code).toBe('exhibitionNotPublic');
    await cloud.act(id, 'selection', { artworkIds: [await cloud.enter(id)] });
    const published = await cloud.act(id, 'publish', {});
    expect(published.status, JSON.stringify(published.body)).toBe(200);
    const { version } = published.body;
    const body = { translations: { az: { title: 'Başqa ad' } } };
    expect((await cloud.ask(`${root}/${id}`, { method: 'PATCH', version, body })).status).toBe(200);
    const found = await own(publication);
    expect(found.body.content.translations.az.title).toBe('Dərc olunan');
    expect(found.body.content).not.toHaveProperty('blindRating');
    expect(found.body.addresses.az).toMatch(/\/az\/exhibitions\/derc-olunan$/);
    await cloud.act(id, 'unpublish', {});
    expect((await own(publication)).status).toBe(404);
  });
});
