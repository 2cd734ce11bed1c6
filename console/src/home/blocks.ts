import { urgentDays } from '../../../shared/model/people/person-request.ts';
import { addDays } from '../../../shared/model/time/add-days.ts';
import { dayOf } from '../../../shared/model/time/local-time.ts';
import { type FormerAddress, formerAddressOf } from '../addresses/former-address.ts';
import { addressWords } from '../addresses/words.ts';
import type { AnswerOf } from '../api/api.ts';
import type { ConsoleContext } from '../console-context.ts';
import { pathOfPlace } from '../events/path-of-place.ts';
import { titleOf } from '../events/title-of.ts';
import { jobWords } from '../jobs/words.ts';
import { actorName } from '../people/actor-name.ts';
import { requestWords } from '../requests/words.ts';
import { dayInWords, momentInWords } from '../ui/dates.ts';
import { languageName } from '../words/language-name.ts';
import type { HomeWords } from './words.ts';

type StaffEvent = AnswerOf<'listStaffEvents'>['items'][number];
type StaffExhibition = AnswerOf<'listStaffExhibitions'>['items'][number];

/** Something that waits: what it is, where it is, and what is to be known of it. */
export interface Entry {
  readonly key: string;
  readonly title: string;
  readonly href?: string;
  readonly note: string;
  /** An address that it had and that is to be erased. */
  readonly address?: FormerAddress | undefined;
}

/** What waits of one kind; `hasMore` where it is more than was counted. */
export interface Waiting {
  readonly entries: readonly Entry[];
  readonly count: number;
  readonly hasMore: boolean;
}

/** What a block asks with. */
interface Asker extends Pick<ConsoleContext, 'api' | 'person' | 'site' | 'language' | 'words'> {
  readonly texts: HomeWords;
  readonly now: Date;
  readonly signal: AbortSignal;
}

export interface Block {
  readonly name: keyof HomeWords['blocks'];
  /** The screen that shows all of it. */
  readonly href?: string;
  readonly find: (asker: Asker) => Promise<Waiting>;
}

/** How many of each kind are asked for: of more, the screen says "20+". */
const limit = '20';

/** How far ahead plans are shown, in days. */
const daysAhead = 14;

const entryOf = (event: StaffEvent, asker: Asker, note: string): Entry => ({
  key: event.id,
  title: titleOf(event, asker),
  href: `/events/${event.id}`,
  note,
});

const whenOf = (instant: string, { language, site }: Asker): string => momentInWords(instant, language, site.timeZone);

/** Who has changed an event last, and when. */
const changeOf = ({ updatedBy, updatedAt }: StaffEvent, asker: Asker): string =>
  `${actorName(updatedBy, asker.language)}, ${whenOf(updatedAt, asker)}`;

const languagesOf = (locales: readonly string[], { language }: Asker): string =>
  locales.map((locale) => languageName(locale, language)).join(', ');

/** A block of events: those that a query of the list finds, which the screen of the list shows by the same query. */
const eventBlock = (
  name: Block['name'],
  query: Readonly<Record<string, string>>,
  note: (event: StaffEvent, asker: Asker) => string = changeOf,
): Block => ({
  name,
  href: `/events?${new URLSearchParams(query)}`,
  find: async (asker) => {
    const { items, nextCursor } = await asker.api.call('listStaffEvents', {
      query: { ...query, sort: 'changed', limit },
      signal: asker.signal,
    });
    const entries = items.map((event) => entryOf(event, asker, note(event, asker)));
    return { entries, count: entries.length, hasMore: nextCursor !== undefined };
  },
});

const missingIn = ({ translations }: StaffEvent, { site }: Asker): string[] =>
  site.locales.filter((locale) => !translations[locale]?.title);

/** What becomes public, or ends, within the next days. */
const planned: Block = {
  name: 'planned',
  href: '/calendar',
  find: async (asker) => {
    const { api, signal, now, texts } = asker;
    const from = now.toISOString();
    const to = new Date(now.getTime() + daysAhead * 86_400_000).toISOString();
    const query = { from, to, limit, order: 'ascending' } as const;
    const scheduled = { ...query, status: 'scheduled', sort: 'published' } as const;
    const ending = { ...query, sort: 'ends' } as const;
    const [starts, ends, opening, closing] = await Promise.all([
      api.call('listStaffEvents', { query: scheduled, signal }),
      api.call('listStaffEvents', { query: ending, signal }),
      api.call('listStaffExhibitions', { query: scheduled, signal }),
      api.call('listStaffExhibitions', { query: ending, signal }),
    ]);
    const at = (
      items: readonly (StaffEvent | StaffExhibition)[],
      path: 'events' | 'exhibitions',
      time: 'publishedAt' | 'unpublishAt',
    ) =>
      items.map((item) => {
        const instant = item[time] ?? '';
        const said = time === 'publishedAt' ? texts.starts : texts.ends;
        const [key, title] = [`${time} ${item.id}`, titleOf(item, asker)];
        return { instant, entry: { key, title, href: `/${path}/${item.id}`, note: said(whenOf(instant, asker)) } };
      });
    const all = [
      ...at(starts.items, 'events', 'publishedAt'),
      ...at(ends.items, 'events', 'unpublishAt'),
      ...at(opening.items, 'exhibitions', 'publishedAt'),
      ...at(closing.items, 'exhibitions', 'unpublishAt'),
    ];
    const entries = all.sort((one, other) => (one.instant < other.instant ? -1 : 1)).map(({ entry }) => entry);
    const hasMore = [starts, ends, opening, closing].some(({ nextCursor }) => nextCursor !== undefined);
    return { entries, count: entries.length, hasMore };
  },
};

const rejected: Block = {
  name: 'rejected',
  href: '/uploads?state=rejected',
  find: async ({ api, signal, texts }) => {
    const { items, nextCursor } = await api.call('listUploads', { query: { state: 'rejected', limit }, signal });
    const entries = items.map(({ uploadId, fileName, rejection }) => ({
      key: uploadId,
      title: fileName ?? texts.namelessFile,
      href: `/uploads?${new URLSearchParams({ state: 'rejected', upload: uploadId })}`,
      note: rejection?.message ?? '',
    }));
    return { entries, count: entries.length, hasMore: nextCursor !== undefined };
  },
};

type Attention = AnswerOf<'listAttention'>['items'][number];

/** Texts that name a child who is not to be named any more: of each item once, and each address that it had. */
const attention: Block = {
  name: 'attention',
  find: async (asker) => {
    const { api, signal, texts } = asker;
    const { items, nextCursor } = await api.call('listAttention', { query: { limit }, signal });
    const keyOf = ({ place }: Attention): string =>
      `${place.kind} ${place.id} ${formerAddressOf(place)?.addressHash ?? ''}`;
    const places = [...new Map(items.map((item) => [keyOf(item), item])).values()];
    // An entry says where, and nothing else: titles are those of the items.
    const titles = await Promise.all(
      places.map(async ({ place: { kind, id }, exhibitionId }) => {
        if (kind === 'site') return texts.settings;
        if (kind === 'event') return titleOf(await api.call('getStaffEvent', { params: { id }, signal }), asker);
        const exhibition = kind === 'exhibition' ? id : exhibitionId;
        if (exhibition === undefined) return texts.exhibition;
        const found = await api.call('getStaffExhibition', { params: { id: exhibition }, signal });
        return `${texts.exhibition}: ${titleOf(found, asker)}`;
      }),
    );
    const entries = places.map(({ id, cause, place, exhibitionId }, n) => {
      const address = formerAddressOf(place);
      const note = address ? `${texts.causes[cause]}: ${addressWords[asker.language].help}` : texts.causes[cause];
      const href = pathOfPlace(place, exhibitionId);
      return { key: id, title: titles[n] ?? '', ...(href && { href }), note, address };
    });
    return { entries, count: entries.length, hasMore: nextCursor !== undefined };
  },
};

/** Requests of people that are overdue, or due within a week; whom they are about stands on their own screen. */
const requests: Block = {
  name: 'requests',
  href: '/consent/requests',
  find: async ({ api, signal, now, site, language, texts }) => {
    const { items, nextCursor } = await api.call('listPersonRequests', { query: { limit }, signal });
    const today = dayOf(now.toISOString(), site.timeZone);
    const urgent = items.filter(({ dueOn }) => dueOn <= addDays(today, urgentDays));
    const entries = urgent.map(({ id, kind, dueOn }) => ({
      key: id,
      title: requestWords[language].kinds[kind],
      href: `/consent?request=${id}`,
      note: texts.due(dayInWords(dueOn, language), dueOn < today),
    }));
    return { entries, count: entries.length, hasMore: nextCursor !== undefined && urgent.length === items.length };
  },
};

const jobs: Block = {
  name: 'jobs',
  href: '/jobs',
  find: async (asker) => {
    const { items } = await asker.api.call('listJobs', { query: { limit: '100' }, signal: asker.signal });
    const entries = items
      .filter(({ state }) => state === 'failed')
      .map(({ id, kind, errors, updatedAt }) => ({
        key: id,
        title: jobWords[asker.language].kinds[kind],
        href: `/jobs/${id}`,
        note: [whenOf(updatedAt, asker), errors[0]?.message].filter(Boolean).join(': '),
      }));
    return { entries, count: entries.length, hasMore: false };
  },
};

/** What was last said in a review, and by whom; else who has changed the event last. */
const reviewOf = (event: StaffEvent, asker: Asker): string => {
  const { review } = event;
  if (!review) return changeOf(event, asker);
  const said = `${actorName(review.createdBy, asker.language)}, ${whenOf(review.createdAt, asker)}`;
  return review.note ? `${said}: ${asker.texts.quoted(review.note)}` : said;
};

/** What an editor has sent back of mine, or of what was handed to me. */
const returned = ({ id }: Asker['person']): Block => ({
  name: 'returned',
  find: async (asker) => {
    const ask = (whose: { author: string } | { handedTo: string }) => {
      const query = { status: 'draft,withdrawn', ...whose, sort: 'changed', limit: '100' } as const;
      return asker.api.call('listStaffEvents', { query, signal: asker.signal });
    };
    const pages = await Promise.all([ask({ author: id }), ask({ handedTo: id })]);
    const all = new Map(pages.flatMap(({ items }) => items.map((event) => [event.id, event])));
    const back = [...all.values()].filter(({ review }) => review?.step === 'returned');
    const entries = back.map((event) => entryOf(event, asker, reviewOf(event, asker)));
    const hasMore = pages.some(({ nextCursor }) => nextCursor !== undefined);
    return { entries, count: entries.length, hasMore: hasMore && entries.length > 0 };
  },
});

/** What may wait for a person, the most urgent first. */
export const blocksFor = (person: Asker['person']): readonly Block[] => {
  const isEditor = person.role === 'editor' || person.role === 'admin';
  const inUse = 'inReview,scheduled,published';
  return [
    ...(isEditor ? [attention, requests, eventBlock('review', { status: 'inReview' }, reviewOf)] : []),
    returned(person),
    eventBlock('handed', { status: 'draft,withdrawn', handedTo: person.id }, reviewOf),
    planned,
    eventBlock('drafts', { status: 'draft', author: person.id }),
    eventBlock('changed', { changed: 'true', status: 'published,scheduled' }),
    eventBlock('outdated', { outdated: 'true', status: inUse }, ({ outdatedLocales }, asker) =>
      languagesOf(outdatedLocales, asker),
    ),
    eventBlock('missing', { missing: 'true', status: inUse }, (event, asker) =>
      asker.texts.missingIn(languagesOf(missingIn(event, asker), asker)),
    ),
    rejected,
    jobs,
  ];
};
