import * as z from 'zod';
import type { EntryTarget, StoredArtwork } from '../shared/sheet/entry-target.ts';
import { ApiError, type ApiTarget, ApiVersionConflictError, callApi } from './api.ts';
import { awaitReady, sendFile, startUpload } from './upload-file.ts';

const enteredSchema = z.object({ id: z.string(), entryNumber: z.int() });

const listedSchema = enteredSchema.extend({ uploadId: z.string().optional(), uploadState: z.string().optional() });

const pageSchema = z.object({ items: z.array(listedSchema), nextCursor: z.string().optional() });

const storedSchema = z.looseObject({ version: z.int(), artistHidden: z.literal(true).optional() });

/** An exhibition of a site, as commands reach it. */
export const apiEntryTarget = (site: ApiTarget, exhibitionId: string): EntryTarget => {
  const artworks = `/exhibitions/${exhibitionId}/artworks`;
  return {
    listArtworks: async () => {
      const items: z.output<typeof listedSchema>[] = [];
      let cursor: string | undefined;
      do {
        const query = new URLSearchParams({ limit: '100', ...(cursor && { cursor }) });
        const page = pageSchema.parse(await callApi(site, `${artworks}?${query}`));
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return items;
    },
    startUpload: async (file) => {
      const started = await startUpload(site, file);
      return { uploadId: started.uploadId, send: () => sendFile(site, file, started) };
    },
    awaitReady: (uploadId, isWithinTimeout) => awaitReady(site, uploadId, isWithinTimeout),
    createArtwork: async (content) =>
      enteredSchema.parse(await callApi(site, artworks, { body: JSON.stringify(content) })),
    readArtwork: async (artworkId) => {
      const answer = await callApi(site, `${artworks}/${artworkId}`);
      storedSchema.parse(answer);
      return answer as StoredArtwork;
    },
    changeArtwork: async ({ artworkId, version }, patch) => {
      await callApi(site, `${artworks}/${artworkId}`, { method: 'PATCH', version, body: JSON.stringify(patch) });
    },
    refusalOf: (error) => (error instanceof ApiError ? error.message : undefined),
    isVersionConflict: (error) => error instanceof ApiVersionConflictError,
  };
};
