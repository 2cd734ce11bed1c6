import fc from 'fast-check';
import ICAL from 'ical.js';
import ical from 'node-ical';
import { describe, expect, it } from 'vitest';
import { zonedTimes } from '../../../../shared/public/feeds/time-zone.ts';

/** A calendar of one property in a zone, and what two clients read: one trusts the block, the other the name. */
const read = (timeZone: string, instants: readonly string[]) => {
  const zoned = zonedTimes(timeZone);
  const events = instants.map((instant, n) => {
    const lines = ['BEGIN:VEVENT', `UID:${n}`, 'DTSTAMP:20220101T000000Z', `${zoned.line('DTSTART', instant).trim()}`];
    return [...lines, 'END:VEVENT', ''].join('\r\n');
  });
  const head = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n';
  const text = `${head}${zoned.block()}${events.join('')}END:VCALENDAR\r\n`;
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = calendar.getFirstSubcomponent('vtimezone');
  ICAL.TimezoneService.reset();
  if (zone) ICAL.TimezoneService.register(zone);
  const byBlock = calendar
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event).startDate.toJSDate().toISOString());
  const parsed = ical.sync.parseICS(text);
  const byName = instants.map((_, n) => {
    const event = parsed[String(n)];
    return event?.type === 'VEVENT' ? new Date(event.start).toISOString() : undefined;
  });
  return { text, byBlock, byName };
};

const zones = [
  ...['Asia/Baku', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Europe/Moscow'],
  ...['America/Sao_Paulo', 'Pacific/Auckland', 'Asia/Kathmandu', 'Europe/Istanbul', 'UTC'],
];

describe('times in a zone', () => {
  it('of Baku are four hours ahead, without summer time', () => {
    const { text } = read('Asia/Baku', ['2022-07-18T06:00:00.000Z']);
    expect(text).toContain('DTSTART;TZID=Asia/Baku:20220718T100000');
    expect(text).toContain('TZOFFSETTO:+0400');
    expect(text).not.toContain('DAYLIGHT');
    // ical4j 4.0.8 was an hour off where the block began with the change of 2015.
    expect(text).toContain('DTSTART:19700101T000000\r\nTZOFFSETFROM:+0400\r\nTZOFFSETTO:+0400\r\nEND:STANDARD');
  });

  it.each(['asia/baku', 'ASIA/BAKU'])(
    'are told by the canonical name of the zone, also where %s is stored',
    (written) => {
      const { text } = read(written, ['2022-07-18T06:00:00.000Z']);
      expect(text.match(/TZID[=:][^:\r]*/g)).toEqual(['TZID:Asia/Baku', 'TZID=Asia/Baku']);
    },
  );

  it.each(zones)('are the same instants to who trusts the block and to who trusts the name: %s', (timeZone) => {
    const seconds = fc.integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2036, 0) / 1000 });
    fc.assert(
      fc.property(fc.array(seconds, { minLength: 1, maxLength: 24 }), (times) => {
        const instants = times.map((time) => new Date(time * 1000).toISOString());
        const { byBlock, byName } = read(timeZone, instants);
        expect(byBlock).toEqual(instants);
        expect(byName).toEqual(instants);
      }),
      { numRuns: 22 },
    );
  });

  it('are said in UTC where the clock shows them twice', () => {
    const [first, second] = ['2022-10-30T00:30:00.000Z', '2022-10-30T01:30:00.000Z'];
    const { text, byBlock, byName } = read('Europe/Berlin', [first, second]);
    expect(text).toContain('DTSTART:20221030T003000Z');
    expect(text).toContain('DTSTART:20221030T013000Z');
    expect([byBlock, byName]).toEqual([
      [first, second],
      [first, second],
    ]);
  });

  it.each([
    ['before 1970', 'Asia/Baku', '1950-05-01T10:00:00.000Z', 'DTSTART:19500501T100000Z'],
    ['in a zone without a name', '+04:00', '2022-05-01T10:00:00.000Z', 'DTSTART:20220501T100000Z'],
  ])('are said in UTC %s, and no zone is described', (_, timeZone, instant, line) => {
    const { text } = read(timeZone, [instant]);
    expect(text).toContain(line);
    expect(text).not.toContain('VTIMEZONE');
  });
});
