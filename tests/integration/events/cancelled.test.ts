import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeMany } from '../../../shared/aws/write-many.ts';
import { cancelledItems } from '../../../shared/showcase/store/cancelled.ts';
import { readCancelled } from '../../../shared/showcase/store/read-cancelled.ts';
import { showcaseTable } from '../../../shared/showcase/store/table.ts';
import { itemWrite } from '../../../shared/showcase/store/write.ts';
import { startShowcase } from '../../support/tables/showcase-table.ts';

let showcase: Awaited<ReturnType<typeof startShowcase>>;
beforeAll(async () => {
  showcase = await startShowcase();
});
afterAll(() => showcase.stop());

it('a calendar is told of what was withdrawn, however much is planned to leave before that would have ended', async () => {
  const now = new Date('2026-01-01T00:00:00.000Z');
  const leaving = (startsAt: string, at: string) =>
    cancelledItems(ulid(), { category: 'events', startsAt, locales: ['az'] }, { at, sequence: 1 });
  const planned = Array.from({ length: 150 }, () => leaving('2026-02-01T10:00:00.000Z', '2026-01-20T00:00:00.000Z'));
  const withdrawn = leaving('2026-03-01T10:00:00.000Z', '2025-12-31T00:00:00.000Z');
  await writeMany(showcaseTable, [...planned, withdrawn].flat().map(itemWrite));
  const told = await readCancelled({ locale: 'az' }, now);
  expect(told.map(({ at }) => at)).toEqual(['2025-12-31T00:00:00.000Z']);
  expect(await readCancelled({ locale: 'az' }, new Date('2026-01-25T00:00:00.000Z'))).toHaveLength(100);
});
