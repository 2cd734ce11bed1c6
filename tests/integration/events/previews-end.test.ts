import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { Story } from '../../support/files/picture-story.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

const preview = async (eventId: string): Promise<string> => {
  const { status, body } = await cloud.ask(`/v1/staff/events/${eventId}/previews`, {
    body: { locale: 'az', hours: 168 },
  });
  expect(status).toBe(201);
  return new URL(body.url).pathname;
};

const open = async (path: string): Promise<number> => (await cloud.fetch(`${cloud.apiUrl}${path}`)).status;

const listed = async (eventId: string): Promise<number> =>
  (await cloud.ask(`/v1/staff/events/${eventId}/previews`)).body.items.length;

const staff = (story: Story) => cloud.ask(`/v1/staff/events/${story.eventId}`);

/** The day after tomorrow in Baku (UTC+4), and its end. */
const last = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

const acts: readonly (readonly [string, (story: Story) => Promise<unknown>])[] = [
  ['is withdrawn from the public', (story) => cloud.ask(`/v1/staff/events/${story.eventId}/unpublish`, { body: {} })],
  [
    'is archived',
    async (story) => {
      await cloud.ask(`/v1/staff/events/${story.eventId}/unpublish`, { body: {} });
      // One of the time between.
      const path = await preview(story.eventId);
      const { version } = (await staff(story)).body;
      await cloud.ask(`/v1/staff/events/${story.eventId}`, { method: 'DELETE', version });
      expect(await open(path)).toBe(404);
    },
  ],
  ['loses its cover with the consent to it', (story) => story.narrow()],
  ['loses its cover with the artwork', (story) => story.erase()],
  [
    'has a cover of which the child is named in another way',
    (story) => story.narrow({ artist: { consent: { name: 'none' } } }),
  ],
  [
    'has a cover to which the consent ends',
    async (story) => {
      await story.narrow({ artist: { consent: { expiresOn: last } } });
      const path = await preview(story.eventId);
      cloud.clock.set(Date.parse(`${last}T20:00:01Z`) - Date.now());
      expect(await open(path)).toBe(404);
    },
  ],
];

describe('a preview link', () => {
  it.each(acts)('ends when the event %s, and no other link does', async (_, act) => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter();
    await story.publish();
    const other = await cloud.draft();
    const [path, untouched] = [await preview(story.eventId), await preview(other)];
    expect([await open(path), await open(untouched)]).toEqual([200, 200]);
    await act(story);
    expect([await open(path), await open(untouched)]).toEqual([404, 200]);
    expect(await listed(other)).toBe(1);
  });

  it('shows a draft no longer whose cover was entered without consent, and none is made of it', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    const path = await preview(story.eventId);
    await story.enter({ image: false });
    expect(await open(path)).toBe(404);
    const { status, body } = await cloud.ask(`/v1/staff/events/${story.eventId}/previews`, { body: { locale: 'az' } });
    expect([status, body.errors[0].path]).toEqual([400, 'version']);
  });

  it('ends with a consent in the exhibition that the event tells of, and is not listed any more', async () => {
    const exhibitionId = await cloud.exhibition();
    const artworkId = await cloud.enter(exhibitionId);
    const id = await cloud.draft({ exhibitionId });
    const path = await preview(id);
    await cloud.changeArtwork(exhibitionId, artworkId, { medium: 'Akvarel' });
    expect([await open(path), await listed(id)]).toEqual([200, 1]);
    await cloud.changeArtwork(exhibitionId, artworkId, { artist: child('Aysel Hüseynova', { name: 'none' }) });
    expect([await open(path), await listed(id)]).toEqual([404, 0]);
    // One that is made afterwards works.
    expect(await open(await preview(id))).toBe(200);
  });

  it('of version 0.1.0 works until its event is withdrawn', async () => {
    const id = await cloud.draft();
    await cloud.publish(id);
    const path = await preview(id);
    const desk = deskTable(cloud);
    for (const item of await desk.items()) {
      if (!item.preview?.S?.includes(id)) continue;
      const { follows: _, ...stored } = JSON.parse(item.preview.S);
      await desk.put({ ...item, preview: { S: JSON.stringify(stored) } });
    }
    expect(await open(path)).toBe(200);
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    expect(await open(path)).toBe(404);
  });
});
