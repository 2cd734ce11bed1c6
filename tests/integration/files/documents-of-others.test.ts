import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { readyDocument } from '../../support/files/send-document.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const file = (uploadId: string, title: object = { az: 'Müsabiqənin qaydaları' }) => ({ uploadId, title });
const staffEvent = (id: string) => `/v1/staff/events/${id}`;
const patch = async (id: string, body: object, as: 'contributor' | 'editor' = 'editor') => {
  const { version } = (await cloud.ask(staffEvent(id))).body;
  return cloud.ask(staffEvent(id), { method: 'PATCH', version, body, as });
};
const errorsOf = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
  body.errors?.map(({ path, code }) => `${path} ${code}`);

describe('a document that another has uploaded', () => {
  it('is added by no other contributor to an item, whose preview would show it', async () => {
    const uploadId = await readyDocument(cloud, 'Not to be known yet');
    const foreign = await cloud.draft({ files: [file(uploadId)] });
    const preview = { as: 'contributor', body: { locale: 'az' } } as const;
    expect((await cloud.ask(`${staffEvent(foreign)}/previews`, preview)).status).toBe(403);
    const own = {
      as: 'contributor',
      body: { translations: { az: { title: 'Öz' } }, files: [file(uploadId)] },
    } as const;
    expect(errorsOf(await cloud.ask('/v1/staff/events', own))).toEqual(['files.0.uploadId documentOfOther']);
    const exhibition = { as: 'contributor', body: { category: 'events', files: [file(uploadId)] } } as const;
    expect(errorsOf(await cloud.ask('/v1/staff/exhibitions', exhibition))).toEqual([
      'files.0.uploadId documentOfOther',
    ]);
    // What an editor has added to the event of a contributor stays there.
    const { body } = await cloud.ask('/v1/staff/events', { ...own, body: { translations: own.body.translations } });
    await patch(body.id, { files: [file(uploadId)] });
    expect((await patch(body.id, { files: [file(uploadId, { az: 'Başqa ad' })] }, 'contributor')).status).toBe(200);
    expect((await cloud.ask(`${staffEvent(body.id)}/previews`, preview)).status).toBe(201);
  });
});
