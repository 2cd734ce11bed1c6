import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { readyDocument } from '../../support/files/send-document.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));
const ready = (text?: string, type?: 'pdf' | 'docx') => readyDocument(cloud, text, type);

const file = (uploadId: string, title: object = { az: 'Müsabiqənin qaydaları' }) => ({ uploadId, title });
const staffEvent = (id: string) => `/v1/staff/events/${id}`;
const patch = async (id: string, body: object, as: 'contributor' | 'editor' = 'editor') => {
  const { version } = (await cloud.ask(staffEvent(id))).body;
  return cloud.ask(staffEvent(id), { method: 'PATCH', version, body, as });
};
const errorsOf = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
  body.errors?.map(({ path, code }) => `${path} ${code}`);

describe('a file that names somebody whose name is withheld', () => {
  const exhibitionWith = async (name: string, form: 'none' | 'full') => {
    const id = await cloud.exhibition();
    const artworkId = await cloud.enter(id, { artist: child(name, { name: form }) });
    return { id, artworkId };
  };

  it('is refused by its path until an editor confirms that it means another person', async () => {
    const { id: exhibitionId } = await exhibitionWith('Aysel Mammadova', 'none');
    const id = await cloud.draft({ exhibitionId, files: [file(await ready('Winner: Aysel Mammadova'))] });
    expect(errorsOf(await cloud.publish(id))).toEqual(['files.0.text mayNameWithheld']);
    const { items } = (await cloud.ask(`${staffEvent(id)}/mentions`)).body;
    expect(items).toMatchObject([{ place: { kind: 'event', id, field: 'files.0.text' }, weight: 'confirm' }]);
    const [{ artworkId, textHash }] = items;
    const confirmed = [{ artworkId, field: 'files.0.text', textHash }];
    expect((await patch(id, { confirmedMentions: confirmed })).status).toBe(200);
    expect((await cloud.publish(id)).status).toBe(200);
  });

  it('is refused where its title names that person', async () => {
    const { id: exhibitionId } = await exhibitionWith('Sevda Rüstəmova', 'none');
    const id = await cloud.draft({ exhibitionId, files: [file(await ready(), { az: 'Sevda Rüstəmovanın diplomu' })] });
    expect(errorsOf(await cloud.publish(id))).toEqual(['files.0.title.az mayNameWithheld']);
  });

  it('is listed for attention when the consent to the name is narrowed, and the event is not published again as it is', async () => {
    const { id: exhibitionId, artworkId } = await exhibitionWith('Nigar Aliyeva', 'full');
    const id = await cloud.draft({ exhibitionId, files: [file(await ready('Winner: Nigar Aliyeva', 'docx'))] });
    expect((await cloud.publish(id)).status).toBe(200);
    const artist = child('Nigar Aliyeva', { name: 'none' });
    expect((await cloud.changeArtwork(exhibitionId, artworkId, { artist })).status).toBe(200);
    await cloud.published();
    const { items } = (await cloud.ask('/v1/staff/attention?limit=100')).body;
    expect(items).toContainEqual(
      expect.objectContaining({ place: { kind: 'event', id, field: 'files.0.text' }, artworkId }),
    );
    expect(errorsOf(await cloud.publish(id))).toContain('files.0.text namesNarrowedConsent');
    await patch(id, { files: [] });
    expect((await cloud.publish(id)).status).toBe(200);
    const after = (await cloud.ask('/v1/staff/attention?limit=100')).body.items;
    expect(after.filter(({ place }: { place: { id: string } }) => place.id === id)).toEqual([]);
  });
});
