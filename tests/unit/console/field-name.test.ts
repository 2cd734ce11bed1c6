import { describe, expect, it } from 'vitest';
import { emptyContent, ofItsKind } from '../../../console/src/events/content.ts';
import { fieldName, placeName } from '../../../console/src/events/field-name.ts';
import { pathOfPlace } from '../../../console/src/events/path-of-place.ts';
import { siteFieldName } from '../../../console/src/site/field-names.ts';
import { wordsIn } from '../../../console/src/words/words.ts';

const surroundings = { words: wordsIn.en, language: 'en' as const, locales: ['az', 'en', 'ru'] };

describe('the name of a field', () => {
  it.each([
    ['translations.az.title', 'Title (Azerbaijani)'],
    ['translations.ru.body', 'Text (Russian)'],
    ['pictures.0.alt.en', 'Pictures (1, English)'],
    ['showings.0.endsAt', 'Ends (1)'],
    ['showings.12', 'Times (13)'],
    ['place.address.az', 'Street and town (Azerbaijani)'],
    ['organisers.1.name.ru', 'Organiser (2, Russian)'],
    ['category', 'Section'],
    ['unpublishAt', 'Leaves the public at'],
    ['bookingUrl', 'Where places are booked'],
    [`formerSlugs.${'ab'.repeat(32)}.az`, 'Former address of the page (Azerbaijani)'],
    [`redirectsFrom.${'ab'.repeat(32)}`, 'Address on the earlier site'],
    ['unheardOf', 'unheardOf'],
  ])('is for %s: %s', (path, name) => {
    expect(fieldName(path, surroundings)).toBe(name);
  });

  it.each([
    ['title.az', 'Name of the institution (Azerbaijani)'],
    ['quotation.az.speaker', 'Who says it (Azerbaijani)'],
    ['quotation.en.text', 'Words (English)'],
    ['contact.address.ru', 'Postal address (Russian)'],
    ['campaigns.0.label.ru', 'Campaigns (1, Russian)'],
    ['categories.2.slug', 'Sections (3)'],
    ['frontend.home', 'Front page'],
    ['contact.email', 'E-mail'],
    ['unheardOf', 'unheardOf'],
  ])('is that of the form for %s of the settings', (field, name) => {
    expect(siteFieldName(field, surroundings)).toBe(name);
    expect(placeName({ kind: 'site', id: 'site', field }, surroundings)).toBe(name);
  });
});

describe('a place of a text', () => {
  it.each([
    ['site', undefined, '/site'],
    ['event', undefined, '/events/01'],
    ['exhibition', undefined, '/exhibitions/01'],
    ['artwork', '02', '/exhibitions/02/entries'],
    ['artwork', undefined, undefined],
  ] as const)('of a kind %s of exhibition %s is changed at %s', (kind, exhibitionId, path) => {
    expect(pathOfPlace({ kind, id: '01' }, exhibitionId)).toBe(path);
  });
});

describe('another kind', () => {
  const event = {
    ...emptyContent,
    ...{
      kind: 'event' as const,
      category: 'news',
      showings: [{ startsAt: '2090-05-01' }],
      place: { name: { en: 'Here' } },
    },
    ...{ pictures: [{ uploadId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', alt: {} }], translations: { en: { title: 'x' } } },
  };

  it('saves nothing that only events have, of a notice the pictures too, and all texts', () => {
    const page = ofItsKind({ ...event, kind: 'page' });
    expect(page).toMatchObject({
      kind: 'page',
      showings: [],
      pictures: event.pictures,
      translations: event.translations,
    });
    expect([page.category, page.place]).toEqual([undefined, undefined]);
    expect(ofItsKind({ ...event, kind: 'page', tags: [{ en: 'free' }], soldOut: true })).toEqual(page);
    expect(ofItsKind({ ...event, kind: 'notice' }).pictures).toEqual([]);
    expect(ofItsKind({ ...event, kind: 'news' })).toEqual({ ...event, kind: 'news' });
  });
});
