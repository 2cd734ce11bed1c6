import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBlindRating } from '../../support/blind-rating.ts';
import type { AskAs } from '../../support/clients/staff-members.ts';
import { type ExhibitionCloud, exhibitionPath as path } from '../../support/cloud/exhibition-cloud.ts';
import { artistOf, secretsOf } from '../../support/entries/secrets.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ExhibitionCloud;
let own: AskAs;
let foreign: AskAs;
let editor: AskAs;
let juror: AskAs;

beforeAll(async () => {
  ({ cloud, own, foreign, editor, juror } = await startBlindRating());
});
afterAll(() => cloud.end());

describe('a picture that was a cover before it was entered', () => {
  it('is in no preview while its entry is rated blind', async () => {
    const uploadId = await cloud.copiedUpload();
    const text = { title: 'Tədbir', body: 'Mətn' };
    const event = (await own('/v1/staff/events', { body: { translations: { az: text }, ...withCover(uploadId) } }))
      .body;
    const preview = async () => {
      const made = await own(`/v1/staff/events/${event.id}/previews`, { body: { locale: 'az' } });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      return JSON.stringify((await editor(new URL(made.body.apiUrl).pathname)).body);
    };
    expect(await preview()).toContain(uploadId);
    const { id } = (await editor('/v1/staff/exhibitions', { body: { blindRating: true } })).body;
    // Consent allows the picture to be shown: it is the rating alone that keeps it back.
    const artist = artistOf(secretsOf('xcoverx'), 'full');
    expect((await own(path(id, '/artworks'), { body: { uploadId, artist } })).status).toBe(201);
    expect((await editor(path(id, '/status'), { body: { status: 'selection' } })).status).toBe(200);
    const seen = await preview();
    expect(seen).toContain('Tədbir');
    expect(seen).not.toContain(uploadId);
  });

  it('is in a preview of an earlier version for those only who may read that', async () => {
    const event = (await own('/v1/staff/events', { body: { translations: { az: { title: 'Köhnə', body: 'Mətn' } } } }))
      .body;
    const address = `/v1/staff/events/${event.id}`;
    await own(address, { method: 'PATCH', version: 1, body: { translations: { az: { title: 'Yeni' } } } });
    expect((await own(`${address}/revisions/1`)).status).toBe(200);
    expect((await own(`${address}/previews`, { body: { locale: 'az', version: 1 } })).status).toBe(201);
    expect((await foreign(`${address}/revisions/1`)).status).toBe(403);
    expect((await foreign(`${address}/previews`, { body: { locale: 'az', version: 1 } })).status).toBe(403);
    expect((await juror(`${address}/previews`, { body: { locale: 'az' } })).status).toBe(403);
    expect((await own(`${address}/previews`, { body: { locale: 'az' } })).status).toBe(201);
    expect((await editor(`${address}/previews`, { body: { locale: 'az', version: 1 } })).status).toBe(201);
  });
});
