import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateCalendar } from '../../../shared/showcase/calendar/update-calendar.ts';
import { readTagged } from '../../../shared/showcase/tags/read-tagged.ts';
import { edition, withdrawn } from '../../support/tables/search-showcase.ts';
import { startShowcase } from '../../support/tables/showcase-table.ts';

let showcase: Awaited<ReturnType<typeof startShowcase>>;
beforeAll(async () => {
  showcase = await startShowcase();
});
afterAll(() => showcase.stop());

const now = new Date('2026-05-10T12:00:00Z');

const follow = (id: string) => updateCalendar({ kind: 'event', id }, now);

type Over = Parameters<typeof edition>[1];

/** An event with tags, as it is published. */
const publish = async (tags: readonly Record<string, string>[], over: Over = {}, id = ulid()): Promise<string> => {
  const base = edition({ az: 'Konsert', en: 'Concert' }, { publishedAt: '2020-01-01T00:00:00.000Z', ...over });
  if (base.publication) base.publication.content.tags = [...tags];
  await showcase.layEvent(id, base);
  await follow(id);
  return id;
};

const tagged = async (tag: string, { locale = 'az', limit = 20, after = undefined as string | undefined } = {}) => {
  const { entries, last } = await readTagged({ locale, tag, limit, after, now });
  return { ids: entries.map(({ sortKey }) => sortKey.split('#')[1]), last };
};

describe('what has a tag', () => {
  it('is listed in the language of the tag, the newest first, in whatever case it is written', async () => {
    const old = await publish([{ az: 'Muğam', en: 'Mugham' }]);
    const young = await publish([{ az: 'muğam' }], { publishedAt: '2021-01-01T00:00:00.000Z' });
    expect((await tagged('MUĞAM')).ids).toEqual([young, old]);
    expect((await tagged('mugham', { locale: 'en' })).ids).toContain(old);
    expect((await tagged('mu')).ids).toEqual([]);
  });

  it('comes page by page', async () => {
    const first = await publish([{ az: 'dastan' }], { publishedAt: '2021-01-01T00:00:00.000Z' });
    const second = await publish([{ az: 'dastan' }]);
    const page = await tagged('dastan', { limit: 1 });
    expect(page.ids).toEqual([first]);
    expect((await tagged('dastan', { limit: 1, after: page.last ?? '' })).ids).toEqual([second]);
  });

  it('is seen when its time has come, and not after its planned end', async () => {
    await publish([{ az: 'vaxt' }], { publishedAt: '2027-01-01T00:00:00.000Z' });
    await publish([{ az: 'vaxt' }], { unpublishAt: '2026-05-01T00:00:00.000Z' });
    expect((await tagged('vaxt')).ids).toEqual([]);
  });

  it('leaves the list when the tag goes and when it is withdrawn, and leaves nothing behind', async () => {
    const id = await publish([{ az: 'köhnə' }, { az: 'yeni' }]);
    await publish([{ az: 'yeni' }], {}, id);
    expect((await tagged('köhnə')).ids).toEqual([]);
    expect((await tagged('yeni')).ids).toEqual([id]);
    await showcase.layEvent(id, withdrawn(2));
    expect((await tagged('yeni')).ids).toEqual([]);
    await follow(id);
    expect((await showcase.items('TAG#az#yeni')).size).toBe(0);
    expect((await showcase.items(`CALENDAR#${id}`)).size).toBe(0);
  });
});
