import { ulid } from 'ulid';
import { readCalendarAhead, readCalendarMonth } from '../../shared/showcase/calendar/read-calendar.ts';
import { updateCalendar } from '../../shared/showcase/calendar/update-calendar.ts';
import { edition } from './tables/search-showcase.ts';
import type { startShowcase } from './tables/showcase-table.ts';

type Showcase = Awaited<ReturnType<typeof startShowcase>>;

type Content = NonNullable<ReturnType<typeof edition>['publication']>['content'];

type Over = Parameters<typeof edition>[1];

let campaigns = 0;
/** Each test has a campaign of its own, so that it sees what it has published. */
export const campaign = (): string => {
  campaigns += 1;
  return `c${campaigns}`;
};

export const list = (id: string) => updateCalendar({ kind: 'event', id }, new Date('2026-01-01T00:00:00Z'));

export const idsOf = (entries: readonly { readonly sortKey: string }[]) =>
  entries.map(({ sortKey }) => sortKey.split('#')[1]);

interface Asked {
  readonly now?: string;
  readonly timeZone?: string;
  readonly limit?: number;
  readonly after?: string;
  readonly locale?: string;
  readonly category?: string;
  readonly translatedOnly?: boolean;
}

export const queryOf = (
  of: string | undefined,
  { now = '2026-05-10T12:00:00Z', timeZone = 'Asia/Baku', limit = 100, after, locale = 'az', ...rest }: Asked,
) => ({ scope: { locale, campaign: of, ...rest }, limit, after, now: new Date(now), timeZone });

export const ahead = async (of: string | undefined, asked: Asked = {}) =>
  idsOf((await readCalendarAhead(queryOf(of, asked))).entries);

export const inMonth = async (of: string | undefined, month: string, asked: Asked = {}) =>
  idsOf((await readCalendarMonth(month, queryOf(of, asked))).entries);

/** What tests of the calendar do on a showcase, which is there once they begin. */
export const calendarOn = (showcase: () => Showcase) => {
  const layOut = async (id: string, content: Partial<Content>, over: Over = {}): Promise<void> => {
    const base = edition({ az: 'Konsert', en: 'Concert' }, { publishedAt: '2020-01-01T00:00:00.000Z', ...over });
    if (!base.publication) throw new Error('It is published.');
    Object.assign(base.publication.content, content);
    await showcase().layEvent(id, base);
  };

  const publish = async (content: Partial<Content>, over: Over = {}): Promise<string> => {
    const id = ulid();
    await layOut(id, content, over);
    await list(id);
    return id;
  };

  const entries = async (id: string): Promise<string[]> =>
    [...(await showcase().items('CALENDAR')).keys()].filter((key) => key.endsWith(id)).sort();

  return { layOut, publish, entries };
};
