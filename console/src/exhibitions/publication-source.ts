import type { Api } from '../api/api.ts';
import { withOwnPreviews } from '../publication/own-previews.ts';
import type { ApiPublication, PublicationSource } from '../publication/publication-source.ts';

/** The publication of an exhibition. */
export const exhibitionPublication = (api: Api, id: string): PublicationSource => {
  const params = { id };
  return withOwnPreviews<ApiPublication>({
    key: `exhibition ${id}`,
    readPublication: (signal) => api.call('getExhibitionPublication', { params, signal }),
    check: (signal) => api.call('getExhibitionPublicationCheck', { params, signal }),
    listMentions: (signal) => api.call('listExhibitionMentions', { params, signal }),
    createPreview: (body) => api.call('createExhibitionPreview', { params, body }),
    listPreviews: (cursor, signal) =>
      api.call('listExhibitionPreviews', { params, query: { limit: '100', cursor }, ...(signal && { signal }) }),
    revokePreview: (previewId) => api.call('revokeExhibitionPreview', { params: { ...params, previewId } }),
    listLastVersions: async (signal) =>
      (await api.call('listExhibitionRevisions', { params, query: { limit: '2' }, signal })).items,
    readVersion: async (version, signal) =>
      (await api.call('getExhibitionRevision', { params: { ...params, version }, signal })).exhibition,
  });
};
