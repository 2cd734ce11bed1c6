import { describe, expect, it } from 'vitest';
import { eventListPlace, eventLists } from '../../../shared/desk/events/event-list-place.ts';
import { startEntryWrites } from '../../../shared/desk/store/start-entries.ts';
import { type Event, storedEventStatuses } from '../../../shared/model/events/event.ts';

process.env.DESK_TABLE = 'Desk';

const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const [earlier, changed, later, end] = [1, 2, 3, 4].map((day) => `2026-11-0${day}T00:00:00.000Z`);
const event = (over: Partial<Event>): Event => ({
  ...{
    id,
    status: 'draft',
    version: 2,
    translations: {},
    pictures: [],
    files: [],
    createdAt: '',
    createdBy: 'a',
    updatedBy: 'a',
  },
  ...{ showings: [], organisers: [], tags: [], updatedAt: changed ?? '' },
  ...over,
});

describe('the place of an event in the index', () => {
  it.each([
    [{ status: 'draft' }, 'EVENTS#draft', changed],
    [{ status: 'inReview', publishedAt: earlier }, 'EVENTS#inReview', changed],
    [{ status: 'published', publishedAt: earlier }, 'EVENTS#published', changed],
    [{ status: 'published', publishedAt: later }, 'EVENTS#published', changed],
    [{ status: 'published', publishedAt: earlier, unpublishAt: end }, 'EVENTS#ending', end],
    [{ status: 'published', publishedAt: later, unpublishAt: end }, 'EVENTS#ending', end],
    [{ status: 'withdrawn', publishedAt: earlier }, 'EVENTS#withdrawn', changed],
    [{ status: 'archived', publishedAt: earlier }, 'EVENTS#archived', changed],
    // As version 0.1.0 has stored what was withdrawn.
    [{ status: 'draft', publishedAt: earlier }, 'EVENTS#withdrawn', changed],
  ] as const)('of %j is %s, by %s', (over, list, time) => {
    expect(eventListPlace(event(over))).toEqual({ list, sortKey: `${time}#${id}` });
  });

  it('is in a list that walks over all events pass', () => {
    for (const status of storedEventStatuses) {
      expect(eventLists).toContain(eventListPlace(event({ status })).list);
      expect(eventLists).toContain(eventListPlace(event({ status, unpublishAt: end })).list);
    }
  });
});

describe('the entry of what is to come', () => {
  const scheduled = event({ status: 'published', publishedAt: later });
  const published = event({ status: 'published', publishedAt: earlier });
  const draft = event({});
  it.each([
    ['is made with a publication for later', scheduled, draft, ['Put']],
    ['is made anew with each change of one', scheduled, scheduled, ['Put']],
    ['goes with one that takes place now', published, scheduled, ['Delete']],
    ['goes with a withdrawal', draft, scheduled, ['Delete']],
    ['is not there for what is public', published, published, []],
    ['is not there for a draft', draft, undefined, []],
  ] as const)('%s', (_, item, previous, expected) => {
    const writes = startEntryWrites(`EVENT#${id}`, 'EVENT-STARTS', item, previous);
    expect(writes.flatMap((write) => Object.keys(write))).toEqual(expected);
  });

  it('lies at the moment at which it begins', () => {
    const [write] = startEntryWrites(`EVENT#${id}`, 'EVENT-STARTS', scheduled, undefined);
    expect(write?.Put?.Item).toMatchObject({ listPk: { S: 'EVENT-STARTS' }, listSk: { S: `${later}#${id}` } });
  });
});
