import { expect, it } from 'vitest';
import { isActFor, outcomesOf } from '../../../console/src/events/list/bulk-outcome.ts';
import { bulkActs } from '../../../shared/model/publication/bulk-act.ts';

const event = (id: string, status: string, facts: object = {}) =>
  ({ id, status, createdBy: 'leyla', publishedLocales: [], hasUnpublishedChanges: false, ...facts }) as never;

const actsFor = (one: never, role: 'contributor' | 'editor') =>
  bulkActs.filter((act) => isActFor(act, one, { id: 'kamal', role, groups: [role], getsMail: true }));

it('offers the acts that would change something, and that the person may do', () => {
  const published = event('a', 'published', { publishedLocales: ['az'] });
  expect(actsFor(published, 'editor')).toEqual(['unpublish']);
  expect(actsFor(event('b', 'published', { publishedLocales: ['az'], hasUnpublishedChanges: true }), 'editor')).toEqual(
    [...['publish', 'unpublish']],
  );
  expect(actsFor(event('c', 'draft'), 'editor')).toEqual(['publish', 'archive', 'submit']);
  expect(actsFor(event('d', 'draft'), 'contributor')).toEqual([]);
});

it('says of each event what became of it, and of those that the job did not come to that it is unfinished', () => {
  const events = ['a', 'b', 'c'].map((id) => event(id, 'draft'));
  const results = [
    { item: 'a', outcome: 'changed' },
    { item: 'b', outcome: 'refused', errors: [{ path: '', code: 'x', message: 'No title.' }] },
  ];
  const outcomes = outcomesOf(events, { results } as never, 'Not finished.');
  expect(outcomes.map(({ problem }) => problem)).toEqual([undefined, 'No title.', 'Not finished.']);
});
