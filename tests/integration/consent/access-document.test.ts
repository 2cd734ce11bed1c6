import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { enterSecret } from '../../support/entries/secrets.ts';

let cloud: ExhibitionCloud;
let editor: AskAs;
let admin: AskAs;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  editor = await member(cloud, 'leyla', 'editor');
  admin = await member(cloud, 'rauf', 'admin');
});
afterAll(() => cloud.end());

it('gives all that is stored of one person, and nothing of anybody else', async () => {
  const id = await cloud.exhibition();
  const mine = await enterSecret(cloud, id, { word: 'xminex', form: 'first' });
  await enterSecret(cloud, id, { word: 'xotherx', form: 'first' });
  await cloud.act(id, 'status', { status: 'selection' });
  const entry = `/v1/staff/exhibitions/${id}/artworks/${mine.artworkId}`;
  expect((await editor(`${entry}/rating`, { method: 'PUT', body: { score: 9, comment: 'Gözəl' } })).status).toBe(200);

  const { status, body } = await editor(`${entry}/access-document`, { body: {} });
  expect(status, JSON.stringify(body)).toBe(200);
  const { given, surname, guardian, school, region, file } = mine.secrets;
  const text = JSON.stringify(body);
  for (const stored of [given, surname, guardian, school, region, file]) expect(text).toContain(stored);
  expect(text).not.toMatch(/xotherx|leyla/);
  expect(body).toMatchObject({ isPublic: false, ratings: [{ score: 9, comment: 'Gözəl' }], forms: [] });
  expect(Buffer.from(body.pictures[0].image, 'base64').subarray(0, 2).toString('hex')).toBe('ffd8');
  expect(body.acts.map(({ action }: { action: string }) => action)).toContain('artwork.entered');
  const audit = (await admin(`/v1/staff/audit?item=${mine.artworkId}`)).body.items;
  expect(audit[0]).toMatchObject({ action: 'person.exported' });
});

it('is for editors and admins, and while entries are rated blind for admins', async () => {
  const id = await cloud.exhibition({ blindRating: true });
  const path = `/v1/staff/exhibitions/${id}/artworks/${await cloud.enter(id)}/access-document`;
  const own = await member(cloud, 'aysel', 'contributor');
  expect((await own(path, { body: {} })).status).toBe(403);
  await cloud.act(id, 'status', { status: 'selection' });
  expect((await editor(path, { body: {} })).status).toBe(403);
  expect((await admin(path, { body: {} })).status).toBe(200);
});

it('leaves out a picture that the entry had by mistake, and that is another child’s by now', async () => {
  const id = await cloud.exhibition();
  const [ours, theirs] = [await enterSecret(cloud, id, { word: 'xwrongx', form: 'first' }), await cloud.enter(id)];
  const path = `/v1/staff/exhibitions/${id}/artworks`;
  const { uploadId } = (await editor(`${path}/${ours.artworkId}`)).body;
  const right = (await editor(`${path}/${theirs}`)).body.uploadId;
  await cloud.changeArtwork(id, ours.artworkId, { uploadId: await cloud.copiedUpload() });
  const moved = await cloud.changeArtwork(id, theirs, { uploadId });
  expect(moved.status, JSON.stringify(moved.body)).toBe(200);

  const { pictures } = (await editor(`${path}/${ours.artworkId}/access-document`, { body: {} })).body;
  expect(pictures).toHaveLength(1);
  expect(JSON.stringify(pictures)).not.toContain(ours.secrets.file);
  const effects = await editor(`${path}/${ours.artworkId}/effects`, { body: { erase: true } });
  expect(effects.body.deletes.pictures).toBe(1);
  // What is nobody else's by now is still the entry's.
  const { pictures: own } = (await editor(`${path}/${theirs}/access-document`, { body: {} })).body;
  expect(own).toHaveLength(2);
  expect(right).not.toBe(uploadId);
});

it('gives what texts say of the person, without the names of others, and each look is on record', async () => {
  const id = await cloud.exhibition({
    translations: { az: { title: 'Sərgi', description: 'Zümrüdə Baxşəliyeva seçilib.' } },
  });
  const artworkId = await cloud.enter(id, { artist: child('Zümrüdə Baxşəliyeva', { guardian: 'Könüla Baxşəliyeva' }) });
  const sibling = await cloud.enter(id, {
    artist: child('Orxanxq Cavadlı'),
    translations: { az: { title: 'Ev', alt: 'Zümrüdə Baxşəliyeva və Orxanxq Cavadlının evi' } },
  });
  const body =
    'Orxanxq birinci oldu. Tural Əsgərxqov və Zümrüdə Baxşəliyeva gəldi, telefon +994 50 111 22 33. Aytən güldü.';
  const event = { category: 'events', translations: { az: { title: 'Orxanxq Cavadlı qalibdir', body } } };
  expect((await editor('/v1/staff/events', { body: event })).status).toBe(201);

  const pathOf = (artwork: string) => `/v1/staff/exhibitions/${id}/artworks/${artwork}/access-document/texts`;
  const textsOf = async (artwork: string) => {
    const texts: { place: { kind: string; id: string }; displayTitle: string; passages: string[] }[] = [];
    let cursor: string | undefined;
    do {
      const part = await editor(pathOf(artwork), { body: { cursor } });
      expect(part.status, JSON.stringify(part.body)).toBe(200);
      texts.push(...part.body.texts);
      cursor = part.body.nextCursor;
    } while (cursor);
    return texts;
  };
  const texts = await textsOf(artworkId);
  const said = (kind: string, of?: string) =>
    texts.filter(({ place }) => place.kind === kind && (!of || place.id === of)).flatMap(({ passages }) => passages);
  expect(said('exhibition', id)).toEqual(['Zümrüdə Baxşəliyeva seçilib.']);
  expect(said('artwork', sibling)).toEqual(['Zümrüdə Baxşəliyeva və […] evi']);
  expect(said('artwork', artworkId)).toEqual([]);
  expect(said('event')).toEqual(['[…] və Zümrüdə Baxşəliyeva gəldi, telefon […].']);
  expect(texts.find(({ place }) => place.kind === 'event')?.displayTitle).toBe('[…] qalibdir');
  // Ids have digits of their own.
  const words = texts.flatMap(({ displayTitle, passages }) => [displayTitle, ...passages]);
  expect(words.join('\n')).not.toMatch(/xq|Könüla|994/);
  const audit = (await admin(`/v1/staff/audit?item=${artworkId}`)).body.items;
  expect(audit[0]).toMatchObject({ action: 'person.exported' });
  // Others may be called by one word alone.
  expect(await textsOf(await cloud.enter(id, { artist: child('Aytən') }))).toEqual([]);
  const contributor = await member(cloud, 'nigar', 'contributor');
  expect((await contributor(pathOf(artworkId), { body: {} })).status).toBe(403);
});
