import ICAL from 'ical.js';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getCalendar } from '../../../functions/syndication/get-calendar.ts';
import { defaultSite } from '../../../shared/model/site/site.ts';
import { updateCalendar } from '../../../shared/showcase/calendar/update-calendar.ts';
import { edition } from '../../support/tables/search-showcase.ts';
import { startShowcase } from '../../support/tables/showcase-table.ts';

let showcase: Awaited<ReturnType<typeof startShowcase>>;
beforeAll(async () => {
  showcase = await startShowcase();
});
afterAll(() => showcase.stop());

const now = new Date('2026-01-01T00:00:00Z');

it('says name, address and the whole summary of events and exhibitions at each of their times', async () => {
  const place = { name: { az: 'Muzey' }, address: { az: 'Nizami küç., 5' } };
  const summary = 'Uzun xülasə. '.repeat(20).trim();
  const base = edition({}, { publishedAt: '2022-11-18T08:00:00.000Z' });
  const event = ulid();
  Object.assign(base.publication?.content ?? {}, {
    ...{ place, translations: { az: { title: 'Konsert', slug: 'konsert', summary, body: 'Mətn' } } },
    showings: ['2026-02-01T15:00:00.000Z', '2026-02-08T15:00:00.000Z'].map((startsAt) => ({ startsAt })),
  });
  await showcase.layEvent(event, base);
  await updateCalendar({ kind: 'event', id: event }, now);
  const exhibition = ulid();
  await showcase.layExhibition(exhibition, {
    ...{ number: 1, artworkSetVersion: 1, slugHistory: {}, wasPublic: false },
    publication: {
      content: {
        ...{
          category: 'exhibitions',
          organisers: [],
          eventIds: [],
          pictures: [],
          files: [],
          place,
          opensOn: '2026-03-01',
        },
        translations: { az: { title: 'Sərgi', summary, description: 'Təsvir', slug: 'sergi' } },
        rights: 'http://rightsstatements.org/vocab/InC/1.0/',
      },
      ...{ publishedAt: '2022-11-18T10:00:00.000Z', feedLocales: defaultSite.locales, artworkIds: [] },
    },
  });
  await updateCalendar({ kind: 'exhibition', id: exhibition }, now);
  const call = { now, rawQuery: '' } as Parameters<typeof getCalendar>[1];
  const { body } = await getCalendar({ query: { limit: 100, translatedOnly: false } } as never, call);
  const events = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(events.map(({ uid }) => uid)).toEqual([event, `${event}.20260208T150000Z`, exhibition]);
  for (const one of events) expect([one.location, one.description]).toEqual(['Muzey, Nizami küç., 5', summary]);
});
