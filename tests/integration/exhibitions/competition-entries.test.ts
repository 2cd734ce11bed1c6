import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import { type ExhibitionCloud, picture, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { enterBy } from '../../support/entries/enter-by.ts';
import { found } from '../../support/entries/secrets.ts';

let cloud: ExhibitionCloud;
let own: AskAs;
let foreign: AskAs;
let editor: AskAs;
let admin: AskAs;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  own = await member(cloud, 'aysel', 'contributor');
  foreign = await member(cloud, 'bahar', 'contributor');
  editor = await member(cloud, 'leyla', 'editor');
  admin = await member(cloud, 'rauf', 'admin');
});
afterAll(() => cloud.end());

const path = (id: string, rest = '') => `/v1/staff/exhibitions/${id}${rest}`;

describe('whether a rating is blind', () => {
  it('is for editors to say, and fixed once there are entries', async () => {
    const refused = await own('/v1/staff/exhibitions', { body: { blindRating: true } });
    expect(refused).toMatchObject({ status: 403, body: { errors: [{ path: 'blindRating' }] } });
    const { id } = (await own('/v1/staff/exhibitions', { body: {} })).body;
    const set = (who: AskAs, version: number, blindRating: boolean) =>
      who(path(id), { method: 'PATCH', version, body: { blindRating } });
    expect((await set(own, 1, true)).status).toBe(403);
    expect((await set(editor, 1, true)).status).toBe(200);
    expect(
      (
        await own(path(id), {
          method: 'PATCH',
          version: 2,
          body: { place: { name: { az: 'Bakı' } }, blindRating: true },
        })
      ).status,
    ).toBe(200);
    await enterBy(cloud, own, id, 'xflagx');
    for (const who of [editor, admin]) {
      expect(await set(who, 3, false)).toMatchObject({ status: 409, body: { errors: [{ path: 'blindRating' }] } });
    }
  });
});

describe('an entry of a competition', () => {
  it('tells contributors who have not entered it neither its artist nor anything that hints at one', async () => {
    const { id } = (await own('/v1/staff/exhibitions', { body: {} })).body;
    const { artworkId, secrets } = await enterBy(cloud, own, id, 'xhiddenx');
    expect((await own(path(id, `/artworks/${artworkId}`))).body.artist.name).toContain(secrets.surname);
    for (const address of [`/artworks/${artworkId}`, '/artworks']) {
      const { status, body } = await foreign(path(id, address));
      expect(status).toBe(200);
      expect(found([JSON.stringify(body)], [...Object.values(secrets), 'aysel', 'publicName', 'consentGap'])).toEqual(
        [],
      );
    }
  });

  it('cannot be erased, changed or robbed of its image by another contributor', async () => {
    const { id } = (await own('/v1/staff/exhibitions', { body: {} })).body;
    const { artworkId, uploadId } = await enterBy(cloud, own, id, 'xrobbedx');
    const entry = path(id, `/artworks/${artworkId}`);
    expect((await foreign(entry, { method: 'DELETE' })).status).toBe(403);
    expect((await foreign(entry, { method: 'PATCH', version: 1, body: { status: 'withdrawn' } })).status).toBe(403);
    expect((await own(entry, { method: 'PATCH', version: 1, body: { uploadId: null } })).status).toBe(200);
    const taken = await foreign(path(id, '/artworks'), { body: { uploadId } });
    expect(taken).toMatchObject({ status: 403, body: { errors: [{ path: 'uploadId' }] } });
    // Its own entry gets it back, and erasing that leaves nothing of it.
    expect((await own(entry, { method: 'PATCH', version: 2, body: { uploadId } })).status).toBe(200);
    expect((await own(entry, { method: 'PATCH', version: 3, body: { uploadId: null } })).status).toBe(200);
    expect((await own(entry, { method: 'DELETE' })).body).toMatchObject({ erased: true });
    // Asked again, it answers the one who has erased it and editors, and tells others nothing of it.
    expect((await own(entry, { method: 'DELETE' })).body).toMatchObject({ erased: true });
    expect((await editor(entry, { method: 'DELETE' })).body).toMatchObject({ erased: true });
    expect((await foreign(entry, { method: 'DELETE' })).status).toBe(404);
    expect(await cloud.s3.list(cloud.s3.bucketName('OriginalsBucket'), `renditions/${uploadId}/`)).toEqual([]);
    expect((await editor(`/v1/staff/uploads/${uploadId}`)).status).toBe(404);
  });

  it('keeps the file name of its scan from contributors who have not uploaded it', async () => {
    const { id } = (await own('/v1/staff/exhibitions', { body: {} })).body;
    const uploadId = await cloud.uploadFile(await picture(), 'Aysel Hüseynova.png');
    expect((await own(path(id, '/artworks'), { body: { uploadId } })).status).toBe(201);
    for (const who of [own, foreign]) {
      const { body } = await who(`/v1/staff/uploads/${uploadId}`);
      expect(body.state).toBe('ready');
      expect(body).not.toHaveProperty('fileName');
      expect(body).not.toHaveProperty('createdBy');
    }
    expect((await editor(`/v1/staff/uploads/${uploadId}`)).body.fileName).toBe('Aysel Hüseynova.png');
  });
});
