import { describe, expect, it } from 'vitest';
import { eventSchema } from '../../../shared/model/events/event.ts';
import {
  artistSchema,
  artworkTranslationSchema,
  publishedArtworkSchema,
} from '../../../shared/model/exhibitions/artwork.ts';
import { exhibitionSchema } from '../../../shared/model/exhibitions/exhibition.ts';
import {
  exhibitionEditionSchema,
  publishedExhibitionSchema,
} from '../../../shared/model/exhibitions/exhibition-edition.ts';
import { readStored } from '../../../shared/model/json/read-stored.ts';
import { editionSchema } from '../../../shared/model/publication/edition.ts';
import { eventRevisionSchema } from '../../../shared/model/publication/revision.ts';
import { auditEntrySchema } from '../../../shared/model/staff/audit.ts';
import { storedExhibitionSchema } from '../../../shared/showcase/store/exhibition.ts';
import { storedPageSchema } from '../../../shared/showcase/store/page.ts';

const consent = { guardian: 'Rəna', expiresOn: '2029-09-01', image: true, name: 'full' };

const content = {
  pictures: [],
  files: [],
  category: 'events',
  translations: {},
  eventIds: [],
  organisers: [],
  rights: 'http://a.example/',
};
const page = {
  ...{ id: '', locale: 'az', slug: 'a', title: 'A', body: { markdown: '', html: '' }, category: 'events' },
  ...{ publishedAt: '', slugs: {}, kind: 'news' },
  ...{ pictures: [], files: [], showings: [], organisers: [], tags: [] },
};

const image = { width: 4, height: 3, widths: [4], placeholder: '', color: '#ffffff', media: 'm', alt: 'Ev' };
const [time, end] = ['2022-11-18T06:00:00.000Z', '2022-11-18T08:00:00.000Z'];
const { kind: _, pictures: __, showings: ___, ...plainPage } = page;
const oldPage = { ...plainPage, cover: image, startsAt: time, endsAt: end, venue: 'Bakı' };
const presentPage = {
  ...page,
  kind: 'event',
  pictures: [image],
  showings: [{ startsAt: time, endsAt: end }],
  place: { name: 'Bakı' },
};

describe('what earlier releases have stored', () => {
  it.each([
    [
      'an artist',
      artistSchema,
      { name: 'Aysel', minor: false, consent: { ...consent, givenOn: '2024-09-01' } },
      { name: 'Aysel', isMinor: false, consent: { ...consent, grantedOn: '2024-09-01' } },
    ],
    ['the texts of an artwork', artworkTranslationSchema, { altText: 'Ev' }, { alt: 'Ev' }],
    [
      'an entry of the audit',
      auditEntrySchema,
      { at: '2022-11-18T08:00:00.000Z', by: 'leyla', from: '192.0.2.7', action: 'webhook.tested', item: 'site' },
      {
        ...{ createdAt: '2022-11-18T08:00:00.000Z', createdBy: 'leyla', from: '192.0.2.7' },
        ...{ action: 'webhook.tested', item: 'site' },
      },
    ],
    [
      'an edition',
      editionSchema,
      { number: 3, acts: 2, former: { az: ['a'] }, oldAddresses: ['/1'] },
      { number: 3, publishCount: 2, slugHistory: { az: ['a'] }, redirectsFrom: ['/1'] },
    ],
    [
      'an edition of an exhibition',
      exhibitionEditionSchema,
      { number: 3, acts: 2, shown: 1, addresses: { az: ['a'] }, wasSeen: true },
      { number: 3, publishCount: 2, artworkSetVersion: 1, slugHistory: { az: ['a'] }, wasPublic: true },
    ],
    [
      'an exhibition in the showcase',
      storedExhibitionSchema,
      { id: '', shown: 4, count: 0, content, html: {}, publishedAt: '', wasSeen: true },
      { id: '', artworkSetVersion: 4, count: 0, content, html: {}, publishedAt: '', wasPublic: true },
    ],
    ['a page', storedPageSchema, { ...page, wasSeen: true }, { ...page, wasPublic: true }],
    ['a page of 0.2.0', storedPageSchema, oldPage, presentPage],
  ])('is read in the present form: %s', (_, schema, old, present) => {
    expect(readStored(schema, old)).toEqual(present);
    expect(readStored(schema, present)).toEqual(present);
    expect(readStored(schema, { ...old, ...present })).toEqual(present);
  });

  it('is read in the present form in the texts of a published artwork, which must be whole', () => {
    const { translations } = publishedArtworkSchema.shape;
    expect(readStored(translations, { az: { title: 'Ev', altText: 'Ev' } })).toEqual({
      az: { title: 'Ev', alt: 'Ev' },
    });
    expect(() => readStored(translations, { az: { title: 'Ev' } })).toThrow('az.alt');
  });

  it('is no form for bodies of requests', () => {
    expect(artistSchema.safeParse({ name: 'Aysel', minor: true }).success).toBe(false);
  });

  it('counts as of a minor where it does not say so', () => {
    expect(readStored(artistSchema, { name: 'Aysel' })).toEqual({ name: 'Aysel', isMinor: true });
  });
});

describe('the cover of an event as 0.1.0 has stored it', () => {
  const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
  const made = { createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' };
  const event = { id, status: 'draft', version: 1, ...made };
  const none = { files: [], showings: [], organisers: [], tags: [] };
  const texts = { az: { title: 'A', coverAlt: 'Ev' }, en: { title: 'B', coverAlt: 'A house' }, ru: { title: 'C' } };
  const pictures = [{ uploadId: id, alt: { az: 'Ev', en: 'A house' } }];
  const translations = { az: { title: 'A' }, en: { title: 'B' }, ru: { title: 'C' } };

  it('is the first of its pictures, in the working copy and in every version', () => {
    const present = { ...event, translations, pictures, ...none };
    expect(readStored(eventSchema, { ...event, translations: texts, coverUploadId: id })).toEqual(present);
    expect(readStored(eventSchema, present)).toEqual(present);
    const revision = { action: 'created', event: { ...event, translations: texts, coverUploadId: id } };
    expect(readStored(eventRevisionSchema, revision).event).toEqual(present);
  });

  it('is the first of its pictures in what is published', () => {
    const whole = { az: { title: 'A', body: 'B', slug: 'a', coverAlt: 'Ev' } };
    const content = { category: 'events', coverUploadId: id, translations: whole };
    const publication = { content, publishedAt: '', feedLocales: ['az'] };
    expect(readStored(editionSchema, { number: 1, former: {}, publication }).publication?.content).toEqual({
      category: 'events',
      translations: { az: { title: 'A', body: 'B', slug: 'a' } },
      pictures: [{ uploadId: id, alt: { az: 'Ev' } }],
      ...none,
    });
  });

  it('takes its texts with it where it is not there, and texts without one stay as they are', () => {
    expect(readStored(eventSchema, { ...event, translations: texts })).toEqual({
      ...event,
      translations,
      pictures: [],
      ...none,
    });
    expect(readStored(eventSchema, { ...event, translations })).toEqual({
      ...{ ...event, ...none, translations, pictures: [] },
    });
    expect(() => readStored(eventSchema, { ...event, translations: { az: 1 }, coverUploadId: id })).toThrow('az');
  });
});

describe('when and where an event takes place, as 0.2.0 has stored it', () => {
  const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
  const made = { createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' };
  const event = { id, status: 'draft', version: 1, ...made, pictures: [], files: [] };
  const translations = { az: { title: 'A' }, en: { title: 'B' } };
  const confirmed = { artworkId: id, field: 'venue', textHash: 'a'.repeat(64) };

  it('is its first showing, and the name of its place in each of its languages', () => {
    const present = {
      ...{ ...event, translations, organisers: [], tags: [] },
      showings: [{ startsAt: '2022-11-18', endsAt: '2022-11-20' }],
      place: { name: { az: 'Bakı', en: 'Bakı' } },
      confirmedMentions: [
        { ...confirmed, field: 'place.name', locale: 'az' },
        { ...confirmed, field: 'place.name', locale: 'en' },
      ],
    };
    const old = { ...event, translations, startsAt: '2022-11-18', endsAt: '2022-11-20', venue: 'Bakı' };
    expect(readStored(eventSchema, { ...old, confirmedMentions: [confirmed] })).toEqual(present);
    expect(readStored(eventSchema, present)).toEqual(present);
    expect(readStored(eventSchema, { ...old, ...present })).toEqual(present);
  });

  it('is the name of the place of an exhibition, too', () => {
    const exhibition = { id, status: 'draft', version: 1, ...made, opensOn: '2022-11-18', venue: 'Bakı', translations };
    const found = readStored(exhibitionSchema, { ...exhibition, confirmedMentions: [confirmed] });
    expect(found).toMatchObject({
      place: { name: { az: 'Bakı', en: 'Bakı' } },
      confirmedMentions: [
        { field: 'place.name', locale: 'az' },
        { field: 'place.name', locale: 'en' },
      ],
    });
    expect(found).not.toHaveProperty('venue');
    const complete = { title: 'A', slug: 'a', description: 'A' };
    const published = readStored(publishedExhibitionSchema, {
      venue: 'Bakı',
      translations: { az: complete, en: complete },
    });
    expect(published.place).toEqual({ name: { az: 'Bakı', en: 'Bakı' } });
  });

  it('is there where it has no text yet', () => {
    const found = readStored(eventSchema, { ...event, translations: {}, startsAt: '2022-11-18', venue: 'Bakı' });
    expect(found).toMatchObject({ showings: [{ startsAt: '2022-11-18' }], place: { name: { und: 'Bakı' } } });
  });
});
