import { createHash } from 'node:crypto';
import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { nextHour, restoreTable } from '../../support/restored-table.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Place {
  readonly kind: string;
  readonly id: string;
  readonly locale?: string;
  readonly field: string;
}

const patch = async (path: string, body: object) => {
  const { version } = (await cloud.ask(path)).body;
  const answer = await cloud.ask(path, { method: 'PATCH', version, body, as: 'editor' });
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
};

const attention = async (artworkId: string): Promise<{ place: Place; textHash: string }[]> => {
  const { body } = await cloud.ask('/v1/staff/attention?limit=100', { as: 'editor' });
  return body.items.filter((one: { artworkId: string }) => one.artworkId === artworkId);
};
const placesFor = async (artworkId: string): Promise<Place[]> => (await attention(artworkId)).map(({ place }) => place);

const status = async (path: string): Promise<number> =>
  (await cloud.fetch(`${cloud.apiUrl}${path}`, { redirect: 'manual' })).status;

/** Somebody who may be named for now. */
const named = async (name: string) => {
  const id = await cloud.exhibition();
  const artworkId = await cloud.enter(id, { artist: child(name, { name: 'full' }) });
  return { id, artworkId, narrow: () => cloud.changeArtwork(id, artworkId, { artist: { consent: { name: 'none' } } }) };
};

/** A public event that had another address before. */
const renamedEvent = async (slug: string) => {
  const id = await cloud.draft({ translations: { az: { title: 'Mükafat', slug, body: 'Mətn' } } });
  expect((await cloud.publish(id)).status).toBe(200);
  await patch(`/v1/staff/events/${id}`, { translations: { az: { slug: `mukafat-${id.toLowerCase()}` } } });
  expect((await cloud.publish(id)).status).toBe(200);
  return id;
};

describe('a former address that names somebody who is withheld from now on', () => {
  it('is found, keeps nothing from the public, and is settled by erasing it', async () => {
    const { artworkId, narrow } = await named('Aysel Slugova');
    const slug = 'aysel-slugova-qalib';
    const id = await renamedEvent(slug);
    const place = { kind: 'event', id, locale: 'az', field: `formerSlugs.${hash(slug)}` };
    expect((await narrow()).body.mentions).toEqual([place]);
    expect(await placesFor(artworkId)).toEqual([place]);
    expect((await cloud.publish(id)).status).toBe(200);
    expect(await placesFor(artworkId)).toEqual([place]);
    const erase = (addressHash: string) =>
      cloud.ask(`/v1/staff/events/${id}/slugs/erase`, { body: { addressHash }, as: 'admin' });
    expect((await erase(hash('another'))).body.errors).toMatchObject([{ path: 'addressHash', code: 'notAFormerSlug' }]);
    expect((await erase(hash(slug))).body).toEqual({ id, revisions: 2 });
    expect(await status(`/az/events/${slug}`)).toBe(410);
    expect(await placesFor(artworkId)).toEqual([]);
  });

  it('is on the list no more once it is erased, whatever is still done after that, and after a restore', async () => {
    const { artworkId, narrow } = await named('Aysel Crashova');
    const slug = 'aysel-crashova-qalib';
    const id = await renamedEvent(slug);
    await narrow();
    const desk = deskTable(cloud);
    const before = await desk.items();
    let isErased = false;
    const erase = () => cloud.ask(`/v1/staff/events/${id}/slugs/erase`, { body: { addressHash: hash(slug) } });
    const stop = cloud.inject({
      match: ({ action, body }: AwsCall) => {
        if (isErased) return true;
        isErased = action === 'dynamodb:TransactWriteItems' && JSON.stringify(body).includes('slug.erased');
        return false;
      },
      respond: 'deny',
      times: 1,
    });
    expect((await erase()).status).toBe(500);
    stop();
    expect(await placesFor(artworkId)).toEqual([]);
    // A search that has read the event before it has listed the address after that.
    const listed = before.find(({ pk, sk }) => pk?.S === `EVENT#${id}` && sk?.S?.startsWith('ATTENTION#'));
    if (listed) await desk.put(listed);
    expect((await placesFor(artworkId)).length).toBe(1);
    expect((await erase()).status).toBe(400);
    expect(await placesFor(artworkId)).toEqual([]);

    await restoreTable(desk, before);
    expect((await placesFor(artworkId)).length).toBe(1);
    await nextHour(cloud);
    expect(await status(`/az/events/${slug}`)).toBe(410);
    expect(await placesFor(artworkId)).toEqual([]);
  });

  it('is found where the address is current at first, and is changed', async () => {
    const { artworkId, narrow } = await named('Aysel Currentova');
    const slug = 'aysel-currentova';
    const id = await cloud.draft({ translations: { az: { title: 'Mükafat', slug, body: 'Mətn' } } });
    expect((await cloud.publish(id)).status).toBe(200);
    await narrow();
    expect((await placesFor(artworkId)).map(({ field }) => field)).toEqual(['slug']);
    await patch(`/v1/staff/events/${id}`, { translations: { az: { slug: 'mukafat-current' } } });
    expect((await placesFor(artworkId)).map(({ field }) => field)).toEqual(['slug']);
    expect((await cloud.publish(id)).status).toBe(200);
    expect(await status(`/az/events/${slug}`)).toBe(301);
    const [former, ...others] = await attention(artworkId);
    expect([former?.place.field, others]).toEqual([`formerSlugs.${hash(slug)}`, []]);
    const body = { addressHash: former?.textHash };
    expect((await cloud.ask(`/v1/staff/events/${id}/slugs/erase`, { body })).status).toBe(200);
    expect(await placesFor(artworkId)).toEqual([]);
    expect((await cloud.publish(id)).status).toBe(200);
    expect(await placesFor(artworkId)).toEqual([]);
  });

  it('is found of an event that was withdrawn, and whose next plan was given up', async () => {
    const { artworkId, narrow } = await named('Aysel Planova');
    const slug = 'aysel-planova-qalib';
    const id = await renamedEvent(slug);
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    expect((await cloud.publish(id, { publishAt: new Date(Date.now() + 3_600_000).toISOString() })).status).toBe(200);
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    const place = { kind: 'event', id, locale: 'az', field: `formerSlugs.${hash(slug)}` };
    expect((await narrow()).body.mentions).toEqual([place]);
    expect(await placesFor(artworkId)).toEqual([place]);
  });

  it('is settled where an editor confirms that another person is meant', async () => {
    const { artworkId, narrow } = await named('Aysel Namesakova');
    const slug = 'aysel-namesakova';
    const id = await renamedEvent(slug);
    await narrow();
    const { place, textHash } = (await attention(artworkId))[0] ?? {};
    const confirmedMentions = [{ artworkId, locale: 'az', field: place?.field, textHash }];
    await patch(`/v1/staff/events/${id}`, { confirmedMentions });
    expect(await placesFor(artworkId)).toEqual([]);
  });

  it('is found of an exhibition, by consent and by erasure', async () => {
    const { id: other, artworkId } = await named('Aysel Showova');
    const slug = 'aysel-showova-sergisi';
    const id = await cloud.exhibition({ translations: { az: { title: 'Sərgi', slug, description: 'Mətn' } } });
    const shown = await cloud.enter(id);
    await cloud.act(id, 'selection', { artworkIds: [shown] });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await patch(`/v1/staff/exhibitions/${id}`, { translations: { az: { slug: 'sergi-showova' } } });
    // What names the person is in another exhibition.
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const path = `/v1/staff/exhibitions/${other}/artworks/${artworkId}`;
    const { body } = await cloud.ask(path, { method: 'DELETE' });
    const place = { kind: 'exhibition', id, locale: 'az', field: `formerSlugs.${hash(slug)}` };
    expect(body.mentions).toEqual([place]);
    const erase = { body: { addressHash: hash(slug) } };
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}/slugs/erase`, erase)).body).toMatchObject({ erased: true });
    expect(await status(`/az/exhibitions/${slug}`)).toBe(410);
    expect(await placesFor(artworkId)).toEqual([]);
  });

  it('is found among the old paths of an archive, and does not come back with its line', async () => {
    const { id: exhibitionId, artworkId, narrow } = await named('Aysel Pathova');
    const old = '/news/Aysel-Pathova.html';
    const line = {
      ...{ externalId: 'path-1', publishedAt: '2020-01-01', category: 'news', redirectsFrom: [old, '/news/1.html'] },
      translations: { az: { title: 'Xəbər', body: 'Mətn' } },
    };
    expect((await cloud.importArchive([line])).body).toMatchObject({ created: 1 });
    expect(await status(old)).toBe(301);
    const [place] = (await narrow()).body.mentions;
    expect(place).toMatchObject({ kind: 'event', field: `redirectsFrom.${hash(old)}` });

    const search = (await cloud.ask('/v1/staff/consents/texts', { body: { name: 'Aysel Pathova' } })).body;
    expect(search.texts.map((one: { place: Place }) => one.place)).toContainEqual(place);
    const document = `/v1/staff/exhibitions/${exhibitionId}/artworks/${artworkId}/access-document/texts`;
    const { texts } = (await cloud.ask(document, { body: {} })).body;
    expect(texts.map((one: { place: Place }) => one.place)).toContainEqual(place);

    const body = { addressHash: hash(old) };
    expect((await cloud.ask(`/v1/staff/events/${place.id}/slugs/erase`, { body })).status).toBe(200);
    expect([await status(old), await status('/news/1.html')]).toEqual([404, 301]);
    expect(await placesFor(artworkId)).toEqual([]);
    const left = [...(await cloud.items('DeskTable')), ...(await cloud.items('ShowcaseTable'))];
    expect(left.filter((item) => item.includes('Aysel-Pathova'))).toEqual([]);
    const changed = { ...line, translations: { az: { title: 'Xəbər', body: 'Yeni mətn' } } };
    expect((await cloud.importArchive([changed], '?update=true')).body).toMatchObject({ updated: 1 });
    expect([await status(old), await status('/news/1.html')]).toEqual([404, 301]);
  });
});
