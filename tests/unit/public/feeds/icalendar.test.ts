import fc from 'fast-check';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { describe, expect, it } from 'vitest';
import { calendarText, contentLine } from '../../../../shared/public/feeds/content-line.ts';
import { icalendar } from '../../../../shared/public/feeds/icalendar.ts';
import type { StoredCard } from '../../../../shared/showcase/store/card.ts';
import { anyCharacter } from '../../../support/random/any-text.ts';
import { entry, feedOf, hostile, id } from './feed-samples.ts';

const calendarOf = (card: Partial<StoredCard>, cancelled: Parameters<typeof icalendar>[1] = []): string =>
  icalendar(feedOf([entry(card)], { format: 'ics' }), cancelled, 'Asia/Baku');

const events = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');

const dated = { startsAt: '2022-11-18T06:00:00.000Z', endsAt: '2022-11-18T08:00:00.000Z' };

describe('a content line', () => {
  const text = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('ə', '🎨', 'a') }),
  );

  it('is never longer than 75 octets, never cut inside a character, and unfolds to what it was', () => {
    fc.assert(
      fc.property(text, (value) => {
        const clean = calendarText(value.toWellFormed());
        const line = contentLine('SUMMARY', clean);
        expect(line.endsWith('\r\n')).toBe(true);
        const parts = line.slice(0, -2).split('\r\n');
        for (const part of parts) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
          expect(part.isWellFormed()).toBe(true);
        }
        expect(parts.map((part, n) => (n === 0 ? part : part.slice(1))).join('')).toBe(`SUMMARY:${clean}`);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an event in a calendar', () => {
  it('says where, when, in which language and where to read more', () => {
    const text = calendarOf({ ...dated, venue: 'Bakı; Nizami küç., 5', summary: 'Bir\nİki' });
    const [event] = events(text);
    expect(event?.getFirstPropertyValue('uid')).toBe(id);
    expect(event?.getFirstPropertyValue('location')).toBe('Bakı; Nizami küç., 5');
    expect(event?.getFirstPropertyValue('description')).toBe('Bir\nİki');
    expect(event?.getFirstProperty('summary')?.getParameter('language')).toBe('az');
    expect(event?.getFirstPropertyValue('categories')).toBe('Tədbirlər');
    expect(event?.getFirstPropertyValue('url')).toBe('https://sergi.example/az/events/resm-musabiqesi');
    expect(text).toContain('DTSTART;TZID=Asia/Baku:20221118T100000\r\nDTEND;TZID=Asia/Baku:20221118T120000');
  });

  it.each([
    ['Muzey', 'Nizami küç., 5', 'Muzey, Nizami küç., 5'],
    ['Muzey', 'Muzey, Nizami küç., 5', 'Muzey, Nizami küç., 5'],
    ['Bakı, Muzey', 'Bakı', 'Bakı, Muzey'],
    ['Muzey', undefined, 'Muzey'],
    [undefined, 'Nizami küç., 5', 'Nizami küç., 5'],
    [undefined, undefined, 'https://example.org/live'],
  ])('takes place, by the name %s and the address %s, at %s', (name, address, location) => {
    const one = entry({ ...dated, ...(name && { venue: name }), summary: 'Qısa…' });
    const place = { name, address, onlineUrl: 'https://example.org/live' };
    const texts = new Map([[one.sortKey, { summary: 'Qısa deyil', place }]]);
    const [event] = events(icalendar(feedOf([one], { format: 'ics', texts }), [], 'Asia/Baku'));
    expect(event?.getFirstPropertyValue('location')).toBe(location);
    expect(event?.getFirstProperty('conference')?.toICALString()).toBe(`CONFERENCE;VALUE=URI:${place.onlineUrl}`);
    // Programs that do not know the property show the address where they show other text.
    const join = location === place.onlineUrl ? '' : `\n\nOnlayn qoşul: ${place.onlineUrl}`;
    expect(event?.getFirstPropertyValue('description')).toBe(`Qısa deyil${join}`);
  });

  it('says where to join without a summary too', () => {
    const one = entry({ ...dated, venue: 'Muzey' });
    const texts = new Map([[one.sortKey, { place: { name: 'Muzey', onlineUrl: 'https://example.org/live' } }]]);
    const [event] = events(icalendar(feedOf([one], { format: 'ics', texts }), [], 'Asia/Baku'));
    expect(event?.getFirstPropertyValue('description')).toBe('Onlayn qoşul: https://example.org/live');
  });

  it('ends, where it lasts whole days, on the day after its last', () => {
    expect(calendarOf({ startsAt: '2022-11-18', endsAt: '2022-11-20' })).toContain(
      'DTSTART;VALUE=DATE:20221118\r\nDTEND;VALUE=DATE:20221121',
    );
    expect(calendarOf({ startsAt: '2024-02-28' })).toContain('DTEND;VALUE=DATE:20240229');
    expect(calendarOf({ startsAt: '2022-12-31' })).toContain('DTEND;VALUE=DATE:20230101');
  });

  it('has no end where it ends as it begins, and is not there where it takes place at no time', () => {
    expect(calendarOf({ startsAt: dated.startsAt, endsAt: dated.startsAt })).not.toContain('DTEND');
    expect(calendarOf({})).not.toContain('VEVENT');
  });

  it('may be missing: a calendar of no events has a component all the same, and two programs read it', () => {
    for (const timeZone of ['Asia/Baku', 'Europe/Berlin', '+04:00']) {
      const text = icalendar(feedOf([], { format: 'ics' }), [], timeZone);
      const components = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents();
      expect(components.map(({ name }) => name)).toEqual(['vtimezone']);
      expect(components[0]?.getFirstSubcomponent('standard')?.getFirstPropertyValue('tzoffsetto')?.toString()).toBe(
        '+00:00',
      );
      expect(Object.values(ical.sync.parseICS(text)).some((one) => one?.type === 'VEVENT')).toBe(false);
    }
    expect(calendarOf({ startsAt: '2022-11-18' })).not.toContain('VTIMEZONE');
  });

  it('has the SEQUENCE that its card has kept since 0.1.0, which called the count `acts`', () => {
    expect(calendarOf({ ...dated, ...{ acts: 4 } })).toContain('SEQUENCE:6');
  });

  it('grows in SEQUENCE with each publication, and says when that was', () => {
    const numbers = [undefined, 2, 3, 7].map((publishCount) => {
      const [event] = events(
        calendarOf({ ...dated, ...(publishCount && { publishCount, actedAt: '2022-12-01T00:00:00.000Z' }) }),
      );
      return Number(event?.getFirstPropertyValue('sequence'));
    });
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(calendarOf(dated)).toContain('DTSTAMP:20221118T080000Z\r\nLAST-MODIFIED:20221118T080000Z');
    expect(calendarOf({ ...dated, publishCount: 2, actedAt: '2022-12-01T00:00:00.000Z' })).toContain(
      'DTSTAMP:20221201T000000Z',
    );
  });

  it('is cancelled without a word of what it was, or with its title where that is told', () => {
    const gone = { id: '01ARZ3NDEKTSV4RRFFQ69G5FAX', at: '2022-11-01T00:00:00.000Z', sequence: 2, locales: ['az'] };
    const [, event] = events(calendarOf(dated, [{ ...gone, ...dated }]));
    expect(event?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event?.getAllProperties().map(({ name }) => name)).toEqual([
      ...['uid', 'dtstamp', 'last-modified', 'sequence', 'dtstart', 'dtend', 'summary', 'status'],
    ]);
    expect(event?.getFirstPropertyValue('summary')).toBe('Ləğv edilib');
    const [, named] = events(calendarOf(dated, [{ ...gone, ...dated, title: 'Rəsm; sərgisi' }]));
    expect(named?.getFirstPropertyValue('summary')).toBe('Ləğv edilib: Rəsm; sərgisi');
  });

  it.each(hostile)('keeps the calendar whole whatever its title: %j', (title) => {
    const text = calendarOf({ ...dated, title, venue: title, summary: title });
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[^\P{Cc}\t]/u);
    const [event, ...others] = events(text);
    expect(others).toEqual([]);
    const read = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
    expect(read).toHaveLength(1);
    // Read back as it was, but for what a line of iCalendar cannot hold.
    const wanted = title
      .toWellFormed()
      .replace(/\r\n|[\u0085\u2028\u2029]/g, '\n')
      .replace(/[^\P{Cc}\n]/gu, '');
    for (const name of ['summary', 'location', 'description']) expect(event?.getFirstPropertyValue(name)).toBe(wanted);
  });
});

describe('an event of several showings in a calendar', () => {
  const later = '2022-11-25T06:00:00.000Z';
  const showings = [dated, { startsAt: later, endsAt: '2022-11-25T08:00:00.000Z' }];
  const text = (over: Partial<StoredCard> = {}) =>
    icalendar(
      feedOf([entry({ ...showings[0], ...over }), { ...entry({ ...showings[1], ...over }), laterShowing: later }], {
        format: 'ics',
      }),
      [],
      'Asia/Baku',
    );

  it('is one event for each, the first with the id as its UID, and two programs see both', () => {
    const uids = [id, `${id}.20221125T060000Z`];
    expect(events(text()).map((event) => event.getFirstPropertyValue('uid'))).toEqual(uids);
    const read = Object.values(ical.sync.parseICS(text())).filter((one) => one?.type === 'VEVENT');
    expect(read.map((one) => (one as { uid: string }).uid)).toEqual(uids);
    expect(read.map((one) => (one as { start: Date }).start.toISOString())).toEqual([dated.startsAt, later]);
  });

  it('says where on Earth it is, and what has become of the plan', () => {
    const [event] = events(text({ geo: [40.3777, 49.892], occurrence: 'cancelled' }));
    expect(event?.getFirstProperty('geo')?.toICALString()).toBe('GEO:40.3777;49.892');
    expect(event?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event?.getFirstPropertyValue('summary')).toBe('Ləğv edilib: Rəsm müsabiqəsi');
    expect(text({ occurrence: 'postponed' })).toContain('STATUS:TENTATIVE');
  });

  it('is cancelled at each time that had not passed when it was called off', () => {
    const gone = { id, at: '2022-11-20T00:00:00.000Z', sequence: 2, locales: ['az'] };
    const called = calendarOf({}, [{ ...gone, ...dated, others: [showings[1] ?? dated] }]);
    expect(events(called).map((event) => event.getFirstPropertyValue('uid'))).toEqual([`${id}.20221125T060000Z`]);
  });
});
