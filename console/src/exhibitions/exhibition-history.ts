import type { AnswerOf, Api } from '../api/api.ts';
import { titleIn } from '../drafts/title-in.ts';
import type { HistoryItem, HistorySource } from '../history/history-source.ts';
import type { StaffExhibition } from './staff-exhibition.ts';
import { writtenExhibition } from './written-exhibition.ts';

const itemOf = ({ translations, version, publishedLocales }: AnswerOf<'getStaffExhibition'>): HistoryItem => ({
  ...{ title: titleIn({ translations }), version },
  isPublic: publishedLocales.length > 0,
});

/**
 * The history of an exhibition; `restored` is called with it when an earlier version has taken the place of the present
 * one.
 */
export const exhibitionHistory = (
  api: Api,
  id: string,
  restored: (exhibition: StaffExhibition) => void,
): HistorySource => ({
  path: `/exhibitions/${id}`,
  lists: 'exhibitions',
  readItem: async (signal) => itemOf(await api.call('getStaffExhibition', { params: { id }, signal })),
  listVersions: (cursor, signal) => api.call('listExhibitionRevisions', { params: { id }, query: { cursor }, signal }),
  readVersion: async (version, signal) => {
    const { exhibition } = await api.call('getExhibitionRevision', { params: { id, version }, signal });
    return writtenExhibition.contentOf(exhibition as StaffExhibition);
  },
  readPublic: async (signal) => {
    const { content } = await api.call('getExhibitionPublication', { params: { id }, signal });
    return content;
  },
  restore: async (version, current) => {
    const params = { id, version };
    const after = await api.call('restoreExhibitionRevision', { params, version: current, body: {} });
    restored(after);
    return itemOf(after);
  },
  listAudit: (cursor, signal) => api.call('listExhibitionAuditEntries', { params: { id }, query: { cursor }, signal }),
});
