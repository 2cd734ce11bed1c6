import type { AnswerOf, Api } from '../api/api.ts';
import type { StaffEvent } from '../events/content.ts';
import { type OwnPreviews, withOwnPreviews } from './own-previews.ts';

type PreviewRequest = { readonly locale: string; readonly hours: number };

/** What is published, as far as it does not matter of which kind it is. */
export interface PublishedItem
  extends Pick<
    StaffEvent,
    | 'id'
    | 'version'
    | 'publishedLocales'
    | 'outdatedLocales'
    | 'hasUnpublishedChanges'
    | 'files'
    | 'confirmedMentions'
    | 'confirmedFiles'
  > {
  readonly status: string;
  readonly publishedAt?: string | undefined;
  readonly unpublishAt?: string | undefined;
  readonly warnings?: StaffEvent['warnings'];
  readonly linkedFrom?: StaffEvent['linkedFrom'];
  readonly translations: Readonly<
    Record<
      string,
      | {
          readonly title?: string | undefined;
          readonly body?: string | undefined;
          readonly description?: string | undefined;
        }
      | undefined
    >
  >;
}

/** What an editor has looked at, so that it may be published. */
export type Seen = Pick<StaffEvent, 'confirmedMentions' | 'confirmedFiles'>;

/** A version of an item, as far as it says how the item was public. */
type PublicVersion = Pick<AnswerOf<'getRevision'>['event'], 'published' | 'publishedAt' | 'unpublishAt'>;

/** What the API says of the publication of one item, and the links that show it to those without an account. */
export interface ApiPublication {
  /** What the cache has of it begins with it. */
  readonly key: string;
  readPublication(
    signal: AbortSignal,
  ): Promise<Pick<AnswerOf<'getEventPublication'>, 'addresses' | 'publishedAt' | 'unpublishAt'>>;
  check(signal: AbortSignal): Promise<AnswerOf<'getEventPublicationCheck'>>;
  listMentions(signal: AbortSignal): Promise<AnswerOf<'listEventMentions'>>;
  createPreview(request: PreviewRequest): Promise<AnswerOf<'createPreview'>>;
  listPreviews(cursor?: string, signal?: AbortSignal): Promise<AnswerOf<'listPreviews'>>;
  revokePreview(previewId: string): Promise<unknown>;
  /** Its last two versions, the last one first. */
  listLastVersions(signal: AbortSignal): Promise<readonly { readonly version: number; readonly action: string }[]>;
  readVersion(version: number, signal: AbortSignal): Promise<PublicVersion>;
}

/** The same with links for the person at work. */
export type PublicationSource = ApiPublication & OwnPreviews;

/** The publication of an event, a page or a notice. */
export const eventPublication = (api: Api, id: string): PublicationSource => {
  const params = { id };
  return withOwnPreviews<ApiPublication>({
    key: `event ${id}`,
    readPublication: (signal) => api.call('getEventPublication', { params, signal }),
    check: (signal) => api.call('getEventPublicationCheck', { params, signal }),
    listMentions: (signal) => api.call('listEventMentions', { params, signal }),
    createPreview: (body) => api.call('createPreview', { params, body }),
    listPreviews: (cursor, signal) =>
      api.call('listPreviews', { params, query: { limit: '100', cursor }, ...(signal && { signal }) }),
    revokePreview: (previewId) => api.call('revokePreview', { params: { ...params, previewId } }),
    listLastVersions: async (signal) =>
      (await api.call('listRevisions', { params, query: { limit: '2' }, signal })).items,
    readVersion: async (version, signal) =>
      (await api.call('getRevision', { params: { ...params, version }, signal })).event,
  });
};
