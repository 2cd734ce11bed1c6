import type { Api } from '../api/api.ts';
import type { PublicationSource } from '../publication/publication-source.ts';

/** The publication of an exhibition. */
export const exhibitionPublication = (api: Api, id: string): PublicationSource => {
  const params = { id };
  return {
    key: `exhibition ${id}`,
    readPublication: (signal) => api.call('getExhibitionPublication', { params, signal }),
    check: (signal) => api.call('getExhibitionPublicationCheck', { params, signal }),
    listMentions: (signal) => api.call('listExhibitionMentions', { params, signal }),
    createPreview: (body) => api.call('createExhibitionPreview', { params, body }),
    listPreviews: (cursor, signal) => api.call('listExhibitionPreviews', { params, query: { cursor }, signal }),
    revokePreview: (previewId) => api.call('revokeExhibitionPreview', { params: { ...params, previewId } }),
  };
};
