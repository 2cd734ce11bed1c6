import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument, toDocument } from '../../../shared/aws/document.ts';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const exhibitionPath = (id: string) => `/v1/staff/exhibitions/${id}`;

const details = { school: '6 nömrəli məktəb', region: 'Gəncə' };

/** An exhibition that is public with one artwork. */
const published = async (artist: object, content: object = {}) => {
  const id = await cloud.exhibition(content);
  const artworkId = await cloud.enter(id, { artist: { ...artist, ...details } });
  expect((await cloud.act(id, 'selection', { artworkIds: [artworkId] })).status).toBe(200);
  const { status, body } = await cloud.act(id, 'publish');
  expect(status, JSON.stringify(body)).toBe(200);
  expect(await cloud.shown(id)).toEqual([artworkId]);
  return { id, artworkId };
};

const seen = async (id: string) => (await cloud.ask(`/v1/exhibitions/${id}`)).body.artworks[0].artist;

const isOutdated = async (id: string): Promise<boolean> =>
  (await cloud.ask(exhibitionPath(id))).body.hasUnpublishedChanges;

const rename = async (id: string, artworkId: string, artist: object) => {
  const { status, body } = await cloud.changeArtwork(id, artworkId, { artist });
  expect(status, JSON.stringify(body)).toBe(200);
  await cloud.published();
};

describe('the name of a published artist', () => {
  it('goes at once, and what stands beside it, where the artist is another person by now', async () => {
    const { id, artworkId } = await published(child('Leyla Quliyeva', { name: 'full' }));
    expect(await seen(id)).toEqual({ name: 'Leyla Quliyeva', ageAtEntry: 9, ...details });
    await rename(id, artworkId, { name: 'Aysel Məmmədova' });
    expect(await seen(id)).toEqual({ name: 'Anonim' });
    expect((await cloud.items('ShowcaseTable')).filter((item) => /Leyla|Quliyeva/.test(item))).toEqual([]);
    expect(await isOutdated(id)).toBe(true);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.published();
    expect(await seen(id)).toEqual({ name: 'Aysel Məmmədova', ageAtEntry: 9, ...details });
    expect(await isOutdated(id)).toBe(false);
  });

  it('goes where another person is named alike in short', async () => {
    const { id, artworkId } = await published(child('Aysel Məmmədova', { name: 'initial', school: true }));
    expect(await seen(id)).toEqual({ name: 'Aysel M.', school: details.school });
    await rename(id, artworkId, { name: 'Aysel Mustafayeva', school: '1 nömrəli məktəb' });
    expect(await seen(id)).toEqual({ name: 'Anonim' });
    expect(await isOutdated(id)).toBe(true);
  });

  it('stays where its spelling is corrected', async () => {
    const { id, artworkId } = await published(child('Leyla Qulieva', { name: 'initial' }));
    await rename(id, artworkId, { name: 'Quliyeva Leyla Rəşad qızı' });
    expect(await seen(id)).toEqual({ name: 'Leyla Q.' });
  });

  it('is the given name of a list that has the surname first, and stays it when consent is narrowed', async () => {
    const { id, artworkId } = await published(child('MƏMMƏDOVA AYSEL RƏŞAD QIZI', { name: 'full' }));
    await rename(id, artworkId, { consent: { name: 'initial' } });
    expect(await seen(id)).toEqual({ name: 'AYSEL M.' });
    await rename(id, artworkId, { consent: { name: 'first' } });
    expect(await seen(id)).toEqual({ name: 'AYSEL' });
  });

  it('is not told where its order is not, and the check before a publication says so', async () => {
    const { id } = await published(child('Həsənli Zeynallı'));
    expect(await seen(id)).toEqual({ name: 'Anonim' });
    const { body } = await cloud.ask(`${exhibitionPath(id)}/publication-check`);
    expect(body.warnings).toEqual([
      expect.objectContaining({
        path: 'selection.artworkIds.0',
        message: expect.stringContaining('entry 1 appears without the name of the artist'),
      }),
    ]);
  });

  it('is found, and goes with a rebuild, where an earlier release has left that of another person', async () => {
    const { id, artworkId } = await published(child('Aysel Məmmədova', { name: 'initial' }));
    const TableName = cloud.dynamodb.tableName('DeskTable');
    const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
    const table = new DynamoDBClient({ endpoint: cloud.dynamodb.endpoint, region: 'us-east-1', credentials });
    const record = (await cloud.items('DeskTable'))
      .map((item): { pk: string; sk: string } => JSON.parse(item))
      .find(({ pk, sk }) => pk === `EXHIBITION#${id}` && sk.startsWith('SHOWN#'));
    const Key = { pk: { S: record?.pk ?? '' }, sk: { S: record?.sk ?? '' } };
    const { Item = {} } = await table.send(new GetItemCommand({ TableName, Key }));
    const shown = parseDocument(Item.doc) as { artwork: { artist: { name: string } } };
    shown.artwork.artist.name = 'Nərgiz Z.';
    await table.send(new PutItemCommand({ TableName, Item: { ...Item, doc: toDocument(shown) } }));

    const found = await cloud.ask('/v1/staff/consents/search', { body: { name: 'Nərgiz' }, as: 'editor' });
    expect(found.body.items.map((item: { id: string }) => item.id)).toEqual([artworkId]);
    const { body } = await cloud.ask('/v1/staff/consents/texts', { body: { name: 'Nərgiz' }, as: 'editor' });
    expect(body.texts).toContainEqual(
      expect.objectContaining({ place: { kind: 'artwork', id: artworkId, field: 'artist.name' }, isPublic: true }),
    );
    expect(await cloud.rebuild()).toMatchObject({ state: 'succeeded', errors: [] });
    await cloud.published();
    expect(await seen(id)).toEqual({ name: 'Anonim' });
  });
});

describe('a confirmation that a text means another person', () => {
  it('is void once the entry has another name, and can be given again', async () => {
    const campaign = 'renamed-artist';
    const id = await cloud.exhibition({ campaign });
    const artworkId = await cloud.enter(id, { artist: child('Leyla Quliyeva', { name: 'none' }) });
    const body = 'Müəllim Leyla Quliyevanın şagirdi Aysel Məmmədova iştirak edir.';
    const draft = await cloud.draft({ campaign, translations: { az: { title: 'Q', body } } });
    const path = `/v1/staff/events/${draft}`;
    const open = async () =>
      (await cloud.ask(`${path}/mentions`, { as: 'editor' })).body.items.filter(
        ({ isConfirmed }: { isConfirmed: boolean }) => !isConfirmed,
      );
    const confirm = async ({ textHash, namedAt }: { textHash: string; namedAt?: string }) => {
      const { version, confirmedMentions = [] } = (await cloud.ask(path)).body;
      const one = { artworkId, locale: 'az', field: 'body', textHash, ...(namedAt && { namedAt }) };
      const changed = { confirmedMentions: [...confirmedMentions, one] };
      return cloud.ask(path, { method: 'PATCH', version, body: changed, as: 'editor' });
    };
    const [first] = await open();
    // As an earlier release has stored it.
    expect(first.namedAt).toBe(undefined);
    expect((await confirm(first)).status).toBe(200);
    expect(await open()).toEqual([]);

    // The same name in another spelling changes nothing.
    await rename(id, artworkId, { name: 'Leyla Kuliyeva' });
    expect(await open()).toEqual([]);
    await rename(id, artworkId, { name: 'Aysel Məmmədova' });
    const [again] = await open();
    expect(again).toMatchObject({ artworkId, kind: 'full', weight: 'confirm', namedAt: expect.any(String) });
    expect((await cloud.ask(`${path}/publish`, { body: {}, as: 'editor' })).status).toBe(400);
    const { items } = (await cloud.ask('/v1/staff/attention?limit=100', { as: 'editor' })).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        place: { kind: 'event', id: draft, locale: 'az', field: 'body' },
        namedAt: again.namedAt,
      }),
    );

    // What was confirmed of the former name is not confirmed of this one.
    expect((await confirm({ textHash: again.textHash })).status).toBe(200);
    expect(await open()).toHaveLength(1);
    expect((await confirm(again)).status).toBe(200);
    expect(await open()).toEqual([]);
    expect((await cloud.ask(`${path}/publish`, { body: {}, as: 'editor' })).status).toBe(200);
  });
});
