import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { Story } from '../../support/files/picture-story.ts';

describe('a picture in a text that is an artwork', () => {
  let cloud: ExhibitionCloud;

  beforeAll(async () => {
    cloud = await startExhibitionsInProcess();
  });
  afterEach(() => cloud.clock.set(0));
  afterAll(() => cloud.end());

  const leaves = async (story: Story): Promise<void> => {
    expect(await story.seen()).toEqual({ shown: false, files: [404] });
    const { body } = await cloud.ask(`/v1/events/${story.eventId}`);
    expect(body.body).toEqual({ markdown: 'Mətn', html: '<p>Mətn</p>' });
  };

  it.each(['narrow', 'erase'] as const)('leaves every place with the consent to it: %s', async (act) => {
    const story = await Story.begin(cloud, 'text');
    await story.upload();
    await story.enter();
    expect((await story.publish()).status).toBe(200);
    expect(await story.seen()).toEqual({ shown: true, files: [200] });
    const { body } = await story[act]();
    expect(body.removedFrom).toEqual([{ kind: 'event', id: story.eventId, field: 'pictures' }]);
    await leaves(story);
    const again = await story.publish();
    expect([again.status, again.body.errors]).toMatchObject([
      400,
      [{ path: 'translations.az.body', code: 'textPictureRefused' }],
    ]);
    await cloud.rebuild();
    await leaves(story);
    const { status } = await cloud.ask(`/v1/staff/events/${story.eventId}/previews`, { body: { locale: 'az' } });
    // What was erased is no picture any more, and the text is shown without it.
    expect(status).toBe(act === 'narrow' ? 400 : 201);
  });

  it('leaves a language that stays as it was published, which another one does not wait for', async () => {
    const story = await Story.begin(cloud, 'text');
    await story.upload();
    await story.publish();
    expect((await story.seen()).shown).toBe(true);
    expect((await story.enter({ image: false })).body.removedFrom).toHaveLength(1);
    await leaves(story);
    const { body } = await cloud.ask(`/v1/staff/events/${story.eventId}`);
    await cloud.ask(`/v1/staff/events/${story.eventId}`, {
      method: 'PATCH',
      version: body.version,
      body: { translations: { en: { title: 'Event', body: 'Text' } } },
    });
    expect((await cloud.publish(story.eventId, { locales: ['en'] })).status).toBe(200);
    await leaves(story);
  });

  it('leaves at the second at which consent ends', async () => {
    const last = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const end = Date.parse(`${last}T20:00:00Z`);
    const story = await Story.begin(cloud, 'text');
    await story.upload();
    await story.enter();
    await story.publish();
    await story.narrow({ artist: { consent: { expiresOn: last } } });
    cloud.clock.set(end - Date.now() - 5000);
    expect((await story.seen()).shown).toBe(true);
    cloud.clock.set(end - Date.now() + 1);
    expect((await story.seen()).shown).toBe(false);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    await cloud.trigger('EveryMinute');
    await leaves(story);
  });

  it.each([
    ['alternative text', '![Aysel Məmmədova](upload:ID)'],
    ['caption', '![Rəsm](upload:ID "Aysel Məmmədovanın rəsmi")'],
    ['caption, in Cyrillic, with markup in the name', "![Rəsm](upload:ID 'Мамедова **Ай**сель')"],
  ])('does not name a person whose name is withheld: %s', async (_, text) => {
    const exhibitionId = await cloud.exhibition();
    await cloud.enter(exhibitionId, { artist: child('Aysel Məmmədova', { name: 'none' }) });
    const upload = await cloud.copiedImage();
    const translations = { az: { title: 'T', body: text.replace('ID', upload) } };
    const { status, body } = await cloud.publish(await cloud.draft({ exhibitionId, translations }));
    expect([status, body.errors]).toMatchObject([400, [{ path: 'translations.az.body', code: 'mayNameWithheld' }]]);
  });
});
