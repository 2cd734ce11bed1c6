import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clockOfFunctions } from '../../support/cloud/clock-of-functions.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { about, editorsPagesOn } from '../../support/editors-pages.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProductInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

const { create, html } = editorsPagesOn(() => cloud);

describe('a notice', () => {
  const closed = (over: object = {}) => ({
    kind: 'notice',
    notice: { level: 'warning', url: 'https://example.org/visit' },
    translations: { az: { title: 'Bu gün bağlıyıq' }, en: { title: 'Closed today', summary: 'Back tomorrow.' } },
    ...over,
  });

  it('stands on every page from its begin to its end, to the second, and in the settings', async () => {
    const from = Date.now() + 3_600_000;
    const id = await create(closed());
    const published = await cloud.publish(id, {
      publishAt: new Date(from).toISOString(),
      unpublishAt: new Date(from + 3_600_000).toISOString(),
    });
    expect(published).toMatchObject({ status: 200, body: { hasUnpublishedChanges: false } });
    await cloud.publish(await create(about('beside-a-notice')));
    const event = await cloud.publish(
      await cloud.draft({ translations: { en: { title: 'Beside a notice', body: 'Text' } } }),
    );
    const shows = async (path: string) => (await html(path)).includes('Closed today');
    const paths = [
      `/en/events/${event.body.translations.en.slug}`,
      '/en/beside-a-notice-en',
      '/en',
      '/en/events',
      '/en/exhibitions',
      '/en/calendar',
      '/en/search',
      '/en/events?tag=x',
      '/en/nothing-here',
    ];
    const all = async () => Promise.all(paths.map(shows));
    expect(await all()).toEqual(paths.map(() => false));
    expect((await cloud.ask('/v1/site')).body.notices).toEqual([]);
    cloud.clock.set(from - Date.now() - 10_000);
    clockOfFunctions.ageCaches();
    const expires = (await cloud.fetch(`${cloud.apiUrl}/v1/site`)).headers.get('expires') ?? '';
    expect(Date.parse(expires)).toBeLessThanOrEqual(from);
    cloud.clock.set(from - Date.now());
    expect(await all()).toEqual(paths.map(() => true));
    expect((await cloud.ask('/v1/site')).body.notices).toMatchObject([
      { id, level: 'warning', title: { az: 'Bu gün bağlıyıq' }, summary: { en: 'Back tomorrow.' } },
    ]);
    // A language without the text gets the one that stands in.
    expect(await html('/ru')).toMatch(
      /<p lang="az"[^>]*><strong><a href="https:\/\/example.org\/visit">Bu gün bağlıyıq/,
    );
    cloud.clock.set(from + 3_600_000 - Date.now());
    expect(await all()).toEqual(paths.map(() => false));
    expect((await cloud.ask('/v1/site')).body.notices).toEqual([]);
  });

  it('is in no list of events, feed or sitemap, and has no picture', async () => {
    const id = await create(closed());
    await cloud.publish(id);
    const { body } = await cloud.ask('/v1/staff/events?kind=notice&status=published');
    expect(body.items.map((item: { id: string }) => item.id)).toContain(id);
    expect((await cloud.ask(`/v1/events/${id}`)).status).toBe(404);
    expect((await cloud.ask(`/v1/pages/${id}`)).status).toBe(404);
    const pictured = await cloud.ask('/v1/staff/events', { body: closed(withCover(await cloud.copiedImage())) });
    expect(pictured.body.errors).toMatchObject([{ path: 'pictures', code: 'notOfKind' }]);
    const preview = await cloud.ask(`/v1/staff/events/${id}/previews`, { body: { locale: 'en' } });
    expect((await cloud.ask(new URL(preview.body.url).pathname)).body).toContain(
      '<strong><a href="https://example.org/visit">Closed today',
    );
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    expect(await html('/en')).not.toContain('Closed today');
  });
});
