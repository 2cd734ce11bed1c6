import { describe, expect, it } from 'vitest';
import type { PublicEvent } from '../../../../../shared/contract/public-schemas.ts';
import { eventData } from '../../../../../shared/public/pages/structured-data/event-data.ts';
import { exhibitionData } from '../../../../../shared/public/pages/structured-data/exhibition-data.ts';
import { base, event, exhibition, picture, site } from '../page-samples.ts';

const publisher = { name: 'Mədəniyyət Nazirliyi', url: `${base}/` };
const evening = {
  ...{ startsAt: '2026-11-27T15:00:00.000Z', endsAt: '2026-11-27T16:00:00.000Z', allDay: false },
  doorsAt: '2026-11-27T14:30:00.000Z',
};
const day = { startsAt: '2026-11-29', endsAt: '2026-12-01', allDay: true };

const description = 'Qısa';

/** What search engines are told of an event with these fields, beside the article about it. */
const nodeOf = (over: Partial<PublicEvent>, now = new Date('2026-11-20T12:00:00Z')) => {
  const { '@graph': nodes } = eventData(event({ showings: [evening], ...over }), { description, now }, site, publisher);
  // biome-ignore lint/suspicious/noExplicitAny: its fields are what the tests are about
  return (nodes as any[]).find((node) => node['@type'] === 'Event');
};

const term = (name: string) => `https://schema.org/${name}`;

describe('files for search engines', () => {
  const files = [
    { title: 'Proqram', url: `${base}/media/a/proqram.pdf`, type: 'application/pdf' as const, bytes: 84_211 },
  ];
  const documents = [
    {
      ...{ '@type': 'DigitalDocument', name: 'Proqram', url: `${base}/media/a/proqram.pdf` },
      encodingFormat: 'application/pdf',
      encoding: { '@type': 'MediaObject', contentUrl: `${base}/media/a/proqram.pdf`, contentSize: '84211 B' },
    },
  ];

  it('are parts of the article on an event, and documents on an exhibition; none where there are none', () => {
    const of = (data: { readonly [name: string]: unknown }) => (data['@graph'] as object[])[0];
    const toldOfEvent = (over: object) => of(eventData(event(over), { description, now: new Date() }, site, publisher));
    const toldOfExhibition = (over: object) =>
      of(exhibitionData(exhibition(over), { description, today: '2022-11-20' }, site, publisher));
    expect(toldOfEvent({ files })).toMatchObject({ hasPart: documents });
    expect(toldOfExhibition({ files })).toMatchObject({ subjectOf: documents });
    expect(toldOfEvent({})).not.toHaveProperty('hasPart');
    expect(toldOfExhibition({})).not.toHaveProperty('subjectOf');
  });
});

describe('an event for search engines', () => {
  it('is at its one time, by the clock of the site, with the opening of its doors', () => {
    const node = nodeOf({});
    expect(node).toMatchObject({
      startDate: '2026-11-27T19:00:00+04:00',
      endDate: '2026-11-27T20:00:00+04:00',
      doorTime: '2026-11-27T18:30:00+04:00',
    });
    expect(node).not.toHaveProperty('subEvent');
    expect(nodeOf({ showings: [day] })).toMatchObject({ startDate: '2026-11-29', endDate: '2026-12-01' });
    expect(nodeOf({ showings: [{ startsAt: '2026-11-29', allDay: true }] })).not.toHaveProperty('endDate');
    expect(nodeOf({ showings: [] })).toBeUndefined();
  });

  it('lasts from its first time to its last, each an event of its own that says what Google requires', () => {
    const later = { startsAt: '2026-11-28T15:00:00.000Z', allDay: false };
    const place = { name: 'Böyük zal', address: 'Nizami küç., 5' };
    const node = nodeOf({ showings: [evening, day, later], place, occurrence: 'postponed' });
    expect(node).toMatchObject({ startDate: '2026-11-27T19:00:00+04:00', endDate: '2026-12-01' });
    expect(node).not.toHaveProperty('doorTime');
    expect(node.subEvent.map((one: { startDate: string }) => one.startDate)).toEqual([
      ...['2026-11-27T19:00:00+04:00', '2026-11-29', '2026-11-28T19:00:00+04:00'],
    ]);
    for (const one of node.subEvent)
      expect(one).toMatchObject({
        ...{ '@type': 'Event', name: 'Rəsm müsabiqəsi', url: `${base}/az/events/resm` },
        ...{ eventStatus: term('EventPostponed'), location: { '@type': 'Place', address: 'Nizami küç., 5' } },
      });
    expect(new Set(node.subEvent.map((one: { '@id': string }) => one['@id'])).size).toBe(3);
  });

  it.each([
    ['planned', 'EventScheduled'],
    ['postponed', 'EventPostponed'],
    ['rescheduled', 'EventRescheduled'],
    ['cancelled', 'EventCancelled'],
  ] as const)('that is %s has the status %s', (occurrence, status) => {
    expect(nodeOf({ occurrence }).eventStatus).toBe(term(status));
  });

  it('offers nothing where it is cancelled', () => {
    const booked = { bookingUrl: 'https://example.org/bilet', price: '5 AZN' };
    expect(nodeOf(booked).offers).toMatchObject({ availability: term('InStock') });
    expect(nodeOf({ ...booked, occurrence: 'cancelled' })).not.toHaveProperty('offers');
  });

  it('offers nothing once its last time is over, unless it was postponed', () => {
    const booked = { bookingUrl: 'https://example.org/bilet', soldOut: true, showings: [evening, day] };
    expect(nodeOf(booked, new Date('2026-11-28T12:00:00Z'))).toHaveProperty('offers');
    const later = new Date('2026-12-03T12:00:00Z');
    expect(nodeOf(booked, later)).not.toHaveProperty('offers');
    expect(nodeOf({ ...booked, occurrence: 'postponed' }, later)).toHaveProperty('offers');
  });

  it('takes place there, on the web, at both, or nowhere that is known', () => {
    const onlineUrl = 'https://example.org/live';
    const online = { '@type': 'VirtualLocation', url: onlineUrl };
    const there = { '@type': 'Place', name: 'Zal', address: 'Zal' };
    const on = (place: PublicEvent['place']) => {
      const { location, eventAttendanceMode: mode } = nodeOf({ place });
      return [location, mode];
    };
    expect(on({ name: 'Zal' })).toEqual([there, term('OfflineEventAttendanceMode')]);
    expect(on({ onlineUrl })).toEqual([online, term('OnlineEventAttendanceMode')]);
    expect(on({ name: 'Zal', onlineUrl })).toEqual([[there, online], term('MixedEventAttendanceMode')]);
    expect(on(undefined)).toEqual([undefined, undefined]);
    expect(on({ accessibility: 'Lift' })).toEqual([undefined, undefined]);
    expect(
      nodeOf({ place: { address: 'Nizami küç., 5', latitude: 0, longitude: 49.8, accessibility: 'Lift' } }),
    ).toMatchObject({
      location: {
        ...{ name: 'Nizami küç., 5', address: 'Nizami küç., 5', description: 'Lift' },
        geo: { '@type': 'GeoCoordinates', latitude: 0, longitude: 49.8 },
      },
    });
    // One half of a point is none.
    expect(on({ latitude: 40 })).toEqual([undefined, undefined]);
  });

  it('is offered where it can be booked, else on its page, as long as there are places', () => {
    const bookingUrl = 'https://example.org/book';
    const page = `${base}/az/events/resm`;
    const offered = (over: Partial<PublicEvent>) => nodeOf(over).offers;
    expect(offered({ bookingUrl, price: '5 AZN' })).toEqual({
      ...{ '@type': 'Offer', url: bookingUrl, description: '5 AZN', availability: term('InStock') },
    });
    expect(offered({ price: 'Pulsuz' })).toMatchObject({ url: page, availability: term('InStock') });
    expect(offered({ bookingUrl, soldOut: true })).toMatchObject({ availability: term('SoldOut') });
    expect(offered({ soldOut: true })).toEqual({ '@type': 'Offer', url: page, availability: term('SoldOut') });
    expect(offered({})).toBeUndefined();
  });

  it('is held by those who host it, or by the institution', () => {
    expect(nodeOf({}).organizer).toEqual({ '@type': 'Organization', ...publisher });
    const named = [
      { name: 'Muzey', role: 'host' },
      { name: 'Səfirlik', role: 'partner' },
      { name: 'Bank', role: 'sponsor' },
    ] as const;
    expect(nodeOf({ organisers: [...named] })).toMatchObject({
      organizer: [{ '@type': 'Organization', name: 'Muzey' }],
      contributor: [{ name: 'Səfirlik' }],
      sponsor: [{ name: 'Bank' }],
    });
    expect(nodeOf({ organisers: [named[1]] }).organizer).toMatchObject({ name: publisher.name });
  });

  it('has one picture, or all of a gallery, each as a JPEG with its words', () => {
    const [one, other] = [picture('a', 'A'), picture('b', 'B')];
    expect(nodeOf({ pictures: [one] }).image).toMatchObject({ '@type': 'ImageObject', caption: 'A', width: 1600 });
    expect(nodeOf({ pictures: [one, other] }).image.map(({ caption }: { caption: string }) => caption)).toEqual([
      'A',
      'B',
    ]);
    expect(nodeOf({})).not.toHaveProperty('image');
  });

  it('has its tags for keywords, and its summary', () => {
    expect(nodeOf({ tags: ['rəsm', 'uşaqlar'], summary: 'Xülasə' })).toMatchObject({
      ...{ keywords: 'rəsm, uşaqlar', description: 'Xülasə' },
    });
    expect(nodeOf({})).not.toHaveProperty('keywords');
  });
});
