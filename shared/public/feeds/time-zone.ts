import { canonicalTimeZone } from '../../model/time/time-zone-name.ts';
import { zoneOffset } from '../../model/time/zone-offset.ts';
import { contentLine } from './content-line.ts';

/** A moment at which a zone changes its offset, in milliseconds since 1970; offsets in seconds east of UTC. */
interface Transition {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const hour = 3_600_000;

/** Shorter than any period of summer time, so that none is missed. */
const step = 28 * 24 * hour;

/** A zone as the runtime knows it, from 1970 on, with the results computed so far. */
interface Zone {
  readonly offsetAt: (instant: number) => number;
  readonly transitions: Transition[];
  searchedTo: number;
}

const zones = new Map<string, Zone>();

const zoneNamed = (timeZone: string): Zone => {
  const known = zones.get(timeZone);
  if (known) return known;
  const offsetAt = (instant: number): number => zoneOffset(timeZone, instant);
  const offset = offsetAt(0);
  const zone: Zone = { offsetAt, transitions: [{ at: 0, from: offset, to: offset }], searchedTo: 0 };
  zones.set(timeZone, zone);
  return zone;
};

/**
 * The last change of offset up to an instant after 1970, with the one before it and, where that is near, the one after
 * it.
 */
const transitionsAround = (
  zone: Zone,
  instant: number,
): [before: Transition | undefined, current: Transition, after: Transition | undefined] => {
  while (zone.searchedTo < instant + 24 * hour) {
    let [low, high] = [zone.searchedTo, zone.searchedTo + step];
    const [from, to] = [zone.offsetAt(low), zone.offsetAt(high)];
    if (from !== to) {
      while (high - low > 1000) {
        const middle = Math.floor((low + high) / 2000) * 1000;
        if (zone.offsetAt(middle) === from) low = middle;
        else high = middle;
      }
      zone.transitions.push({ at: high, from, to: zone.offsetAt(high) });
    }
    zone.searchedTo = from === to ? zone.searchedTo + step : high;
  }
  const index = zone.transitions.findLastIndex(({ at }) => at <= instant);
  return [zone.transitions[index - 1], zone.transitions[index] as Transition, zone.transitions[index + 1]];
};

/** `20221118T100000`, of a time that is given as if it were UTC. */
const basic = (time: number): string =>
  new Date(time)
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/[-:]/g, '');

/** `+0400`, with seconds where there are any. */
const offsetText = (offset: number): string => {
  const [whole, sign] = [Math.abs(offset), offset < 0 ? '-' : '+'];
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${sign}${two(whole / 3600)}${two((whole % 3600) / 60)}${whole % 60 ? two(whole % 60) : ''}`;
};

/** How long clocks show the same times twice after a change, in milliseconds. */
const setBack = ({ from, to }: Transition): number => Math.max(0, from - to) * 1000;

/** An instant in UTC, as iCalendar writes it. */
export const utcTime = (instant: string): string => `${basic(Date.parse(instant))}Z`;

/**
 * Writes points in time in a zone, and afterwards the zone itself (VTIMEZONE; RFC 5545, section 3.6.5): those of its
 * rules, as the runtime knows them, that these points need. Clients that trust the block and clients that trust the
 * name understand the same.
 */
export const zonedTimes = (written: string) => {
  // Settings of 0.1.0 may hold any of its names, in any case.
  const timeZone = canonicalTimeZone(written) ?? written;
  const zone = zoneNamed(timeZone);
  // An offset has no name that clients know.
  const isNamed = /^[a-z]/i.test(timeZone);
  const used = new Set<Transition>();
  return {
    /** The name of the zone, where it has one. */
    name: isNamed ? timeZone : undefined,
    /** A property that holds an instant. */
    line: (name: string, instant: string): string => {
      const time = Date.parse(instant);
      if (time < 0 || !isNamed) return contentLine(name, utcTime(instant));
      const [before, current, after] = transitionsAround(zone, time);
      // In an hour that occurs twice some clients take the first, some the second.
      const isRepeated = time < current.at + setBack(current) || (after && time >= after.at - setBack(after));
      if (isRepeated) return contentLine(name, utcTime(instant));
      used.add(current);
      // A zone with summer time only confuses some clients.
      if (before && current.to > current.from) used.add(before);
      return contentLine(`${name};TZID=${timeZone}`, basic(time + current.to * 1000));
    },
    /** The zone, once a property has named it. */
    block: (): string => {
      const needed = [...used].sort((a, b) => a.at - b.at);
      const [first, ...later] = needed;
      if (!first) return '';
      // Where no change of the clocks is needed, the offset holds from the beginning. Where some are, what comes before
      // the first is told too: ical4j takes another change's offset for it.
      const beginning = later.length === 0 || first.at === 0 ? first.to : first.from;
      const changes = later.length === 0 ? [] : needed.filter(({ at }) => at > 0);
      return zoneBlock(timeZone, [
        ...observance({ at: -beginning * 1000, from: beginning, to: beginning }),
        ...changes.flatMap((change) => observance(change, true)),
      ]);
    },
  };
};

const zoneBlock = (timeZone: string, observances: readonly string[]): string =>
  [
    contentLine('BEGIN', 'VTIMEZONE'),
    contentLine('TZID', timeZone),
    ...observances,
    contentLine('END', 'VTIMEZONE'),
  ].join('');

/** `isDated` repeats its time as RDATE: ical4j takes the changes of a zone from rules and dates alone. */
const observance = ({ at, from, to }: Transition, isDated = false): string[] => {
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD';
  // By the clock as it was until then.
  const onset = basic(at + from * 1000);
  return [
    contentLine('BEGIN', kind),
    contentLine('DTSTART', onset),
    ...(isDated ? [contentLine('RDATE', onset)] : []),
    contentLine('TZOFFSETFROM', offsetText(from)),
    contentLine('TZOFFSETTO', offsetText(to)),
    contentLine('END', kind),
  ];
};

/** UTC, whose clocks never change. */
export const utcBlock = zoneBlock('UTC', observance({ at: 0, from: 0, to: 0 }));
