import { describe, expect, it } from 'vitest';
import { emptyContent, ofItsKind } from '../../../console/src/events/content.ts';
import { fieldName } from '../../../console/src/events/field-name.ts';
import { wordsIn } from '../../../console/src/words/words.ts';

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
    ['quotation.az.speaker', 'Quotation (Azerbaijani)'],
    ['campaigns.0.label.ru', 'Campaigns (1, Russian)'],
    ['contact.email', 'E-mail'],
    ['unheardOf', 'unheardOf'],
  ])('is for %s: %s', (path, name) => {
    expect(fieldName(path, { words: wordsIn.en, language: 'en', locales: ['az', 'en', 'ru'] })).toBe(name);
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
