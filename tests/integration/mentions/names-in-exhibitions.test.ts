import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  child,
  type ExhibitionCloud,
  exhibitionPath,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';
import { faults, namesOn } from '../../support/withheld-names.ts';

let cloud: ExhibitionCloud;
const logs: string[] = [];

beforeAll(async () => {
  cloud = await startExhibitionsInProcess((line) => logs.push(line));
});
afterAll(() => cloud.end());

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The content of an exhibition with a photograph, whose upload is made when it is asked for. */
const photographed = (words: object) => async () => ({
  pictures: [{ uploadId: await cloud.copiedUpload(), alt: { az: 'Zal' }, ...words }],
});

const { patch, exhibitionOf } = namesOn(() => cloud);

describe('an exhibition', () => {
  it.each([
    ['place.name', { place: { name: { az: 'Aysel Məmmədovanın evi' } } }, 'place.name.az'],
    [
      'organiser',
      { organisers: [{ name: { az: 'Nazirlik', ru: 'Мамедова Айсель' }, role: 'host' }] },
      'organisers.0.name.ru',
    ],
    [
      'title',
      { translations: { az: { title: 'Aysel Rəşad qızı Məmmədova', description: 'M' } } },
      'translations.az.title',
    ],
    [
      'slug',
      { translations: { az: { title: 'S', slug: 'aysel-mammadova', description: 'M' } } },
      'translations.az.slug',
    ],
    [
      'summary',
      { translations: { az: { title: 'S', summary: 'Ay\u00adselin Məmmədovanın', description: 'M' } } },
      'translations.az.summary',
    ],
    [
      'description',
      { translations: { az: { title: 'S', description: '[Aysel](x) **Məm**mədova' } } },
      'translations.az.description',
    ],
    ['campaign', { campaign: 'aysel-mammadova-2022' }, 'campaign'],
    ['address for tickets', { bookingUrl: 'https://kult.az/aysel-memmedova' }, 'bookingUrl'],
    [
      'address on the web',
      { place: { onlineUrl: 'https://kult.az/?c=Aysel&d=M%C9%99mm%C9%99dova' } },
      'place.onlineUrl',
    ],
    ['opening hours', { openingHours: { az: 'Aysel Məmmədova ilə görüş 10:00' } }, 'openingHours.az'],
    ['photograph, for those who cannot see it,', photographed({ alt: { az: 'Aysel Məmmədova' } }), 'pictures.0.alt.az'],
    ['caption of a photograph', photographed({ caption: { az: 'Aysel Məmmədova' } }), 'pictures.0.caption.az'],
    ['maker of a photograph', photographed({ credit: 'Aysel Məmmədova' }), 'pictures.0.credit'],
  ])('is refused where its %s names a child in full', async (_, content: object, path) => {
    const made = typeof content === 'function' ? await content() : content;
    const { id } = await exhibitionOf('Aysel Məmmədova', made);
    const answer = await cloud.act(id, 'publish');
    expect(faults(answer)).toContainEqual(
      `${path} names somebody whom the consent of entry 1 does not allow to be named: change the text`,
    );
    expect(JSON.stringify(answer.body)).not.toMatch(/Aysel|Məmmədova|Мамедова/);
    expect(await cloud.shown(id)).toBe(404);
  });

  it('is refused for a guardian, and for texts of a selected artwork that name another artist', async () => {
    const texts = { az: { title: 'Leyla Hüseynovanın evi', alt: 'Ev' } };
    const { id } = await exhibitionOf(
      'Aysel Məmmədova',
      { place: { name: { az: 'Quliyeva Rəna' } } },
      { translations: texts },
    );
    await cloud.enter(id, { artist: child('Leyla Hüseynova') });
    expect(faults(await cloud.act(id, 'publish')).sort()).toEqual([
      expect.stringContaining('place.name.az names somebody whom the consent of entries 1, 2'),
      expect.stringContaining(
        'selection.artworkIds.0 entry 1 in translations.az.title: may name somebody whom the consent of entry 2',
      ),
    ]);
  });

  it('waits for an editor where it may mean another person, and for another one when the text changes', async () => {
    const translations = { az: { title: 'Məmmədovanın evi', alt: 'Ev' } };
    const { id, artworkId } = await exhibitionOf(
      'Aysel Məmmədova',
      { place: { name: { az: 'A. Məmmədova küçəsi' } } },
      { translations },
    );
    expect(faults(await cloud.act(id, 'publish'))).toEqual([
      expect.stringContaining('place.name.az may name somebody whom the consent of entry 1'),
      expect.stringContaining('selection.artworkIds.0 entry 1 in translations.az.title: may name somebody'),
    ]);
    const { items } = (await cloud.ask(`${exhibitionPath(id)}/mentions`)).body;
    expect(items).toEqual([
      expect.objectContaining({
        place: { kind: 'exhibition', id, locale: 'az', field: 'place.name' },
        kind: 'initial',
        weight: 'confirm',
      }),
      expect.objectContaining({ kind: 'surname', textHash: hash('Məmmədovanın evi'), artworkId, isConfirmed: false }),
    ]);
    const artworkPath = `${exhibitionPath(id)}/artworks/${artworkId}`;
    const venue = { artworkId, locale: 'az', field: 'place.name', textHash: items[0].textHash };
    const title = { artworkId, locale: 'az', field: 'title', textHash: items[1].textHash };
    expect((await patch(exhibitionPath(id), { confirmedMentions: [venue] }, 'contributor')).status).toBe(403);
    expect(faults(await patch(exhibitionPath(id), { confirmedMentions: [{ ...venue, textHash: hash('x') }] }))).toEqual(
      [expect.stringContaining('confirmedMentions.0.textHash is not the hash of place.name.az as it is')],
    );
    expect((await patch(exhibitionPath(id), { confirmedMentions: [venue] })).body.confirmedMentions).toEqual([venue]);
    expect((await patch(artworkPath, { confirmedMentions: [title] })).status).toBe(200);
    expect(await cloud.act(id, 'publish')).toMatchObject({ status: 200, body: { status: 'published' } });
    expect(await cloud.shown(id)).toEqual([artworkId]);
    const { body: audit } = await cloud.ask(`/v1/staff/audit?item=${id}`);
    expect(audit.items).toContainEqual(
      expect.objectContaining({
        action: 'mention.confirmed',
        places: [{ kind: 'exhibition', id, locale: 'az', field: 'place.name' }],
      }),
    );

    const changed = await patch(exhibitionPath(id), { place: { name: { az: 'A. Məmmədova küçəsi 7' } } });
    expect(changed.status).toBe(200);
    expect(faults(await cloud.act(id, 'publish'))).toEqual([
      expect.stringContaining('place.name.az may name somebody'),
    ]);
  });

  it('leaves no word of a person in the logs', () => {
    expect(logs.join('\n')).not.toMatch(/Aysel/);
  });
});
