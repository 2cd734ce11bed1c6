import type { AnswerOf, Api } from '../api/api.ts';
import { titleIn } from '../drafts/title-in.ts';
import { contentOf } from '../events/content.ts';

/** A version in a list. Its `note` was left with it in a review, which exhibitions do not have. */
export type Version = AnswerOf<'listRevisions' | 'listExhibitionRevisions'>['items'][number] & {
  readonly note?: string | undefined;
};
export type AuditEntry = AnswerOf<'listEventAuditEntries' | 'listExhibitionAuditEntries'>['items'][number];

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string | undefined;
}

type Content = Readonly<Record<string, unknown>>;

/** Something that has versions, as it is now. */
export interface HistoryItem {
  /** Undefined where no language has one. */
  readonly title: string | undefined;
  readonly version: number;
  readonly isPublic: boolean;
}

/** Where the history of a kind of item comes from. */
export interface HistorySource {
  /** Where it is changed. */
  readonly path: string;
  /** The lists that show it: what the cache has of them begins with it. */
  readonly lists: string;
  readItem(signal: AbortSignal): Promise<HistoryItem>;
  listVersions(cursor: string | undefined, signal: AbortSignal): Promise<Page<Version>>;
  readVersion(version: number, signal: AbortSignal): Promise<Content>;
  readPublic(signal: AbortSignal): Promise<Content>;
  restore(restored: number, current: number): Promise<HistoryItem>;
  listAudit(cursor: string | undefined, signal: AbortSignal): Promise<Page<AuditEntry>>;
}

const itemOf = ({ translations, version, publishedLocales }: AnswerOf<'getStaffEvent'>): HistoryItem => ({
  ...{ title: titleIn({ translations }), version },
  isPublic: publishedLocales.length > 0,
});

/** Pages and notices are public without a category, and the word that stands for it is none of theirs. */
const withoutCategory = ({ category: _, ...content }: Content): Content => content;

/** The history of an event, a page or a notice. */
export const eventHistory = (api: Api, id: string): HistorySource => ({
  path: `/events/${id}`,
  lists: 'events',
  readItem: async (signal) => itemOf(await api.call('getStaffEvent', { params: { id }, signal })),
  listVersions: (cursor, signal) => api.call('listRevisions', { params: { id }, query: { cursor }, signal }),
  readVersion: async (version, signal) => {
    const { event } = await api.call('getRevision', { params: { id, version }, signal });
    return contentOf(event as AnswerOf<'getStaffEvent'>);
  },
  readPublic: async (signal) => {
    const { content } = await api.call('getEventPublication', { params: { id }, signal });
    return content.kind === 'page' || content.kind === 'notice' ? withoutCategory(content) : content;
  },
  restore: async (restored, version) =>
    itemOf(await api.call('restoreRevision', { params: { id, version: restored }, version, body: {} })),
  listAudit: (cursor, signal) => api.call('listEventAuditEntries', { params: { id }, query: { cursor }, signal }),
});
