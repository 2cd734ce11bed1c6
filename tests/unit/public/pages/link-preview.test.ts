import { describe, expect, it } from 'vitest';
import type { Site } from '../../../../shared/model/site/site.ts';
import { eventPage } from '../../../../shared/public/pages/event-page.ts';
import { listPage } from '../../../../shared/public/pages/list-page.ts';
import { base, card, event, picture, site } from './page-samples.ts';

const now = new Date('2022-11-01T00:00:00Z');

describe('what messengers show of a link to a page', () => {
  const shared = (markup: string) =>
    Object.fromEntries(
      [...markup.matchAll(/<meta (?:property|name)="((?:og|twitter):[a-z_:]+)" content="([^"]*)">/g)].map(
        ([, name, content]) => [name, content],
      ),
    );
  const list = (over: object, of: Site = site) =>
    shared(
      listPage({ locale: 'az', items: [card(), card({ picture: picture('newest', 'Günəş') })], ...over }, of).body,
    );
  const picked = { url: 'https://example.org/share.jpg', alt: { az: 'Bina', en: 'The house' } };

  it('is of a list its title, and the newest picture in it', () => {
    expect(list({ folder: 'exhibitions' })).toMatchObject({
      'og:type': 'website',
      'og:title': 'Sərgilər',
      'og:url': `${base}/az/exhibitions`,
      'og:site_name': 'Mədəniyyət Nazirliyi',
      'og:locale': 'az_AZ',
      'og:image': `${base}/media/newest/1280.jpg`,
      'og:image:alt': 'Günəş',
      'twitter:card': 'summary_large_image',
    });
    expect(list({ items: [] })).not.toHaveProperty('og:image');
    expect(list({ items: [] })).toMatchObject({ 'og:url': `${base}/az`, 'twitter:card': 'summary' });
  });

  it('has the picture of the settings where the page has none', () => {
    const own = { ...site, picture: picked };
    expect(list({}, own)).toMatchObject({ 'og:image': picked.url, 'og:image:alt': 'Bina' });
    const bare = shared(eventPage(event(), [], own, now).body);
    expect(bare).toMatchObject({ 'og:type': 'article', 'og:image': picked.url, 'twitter:card': 'summary_large_image' });
    const withCover = shared(eventPage(event({ pictures: [picture('cover', 'Rəsm')] }), [], own, now).body);
    expect(withCover['og:image']).toBe(`${base}/media/cover/1280.jpg`);
  });
});
