import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { changeRefusal, type EnteredArtwork, type EntryTarget } from '../../shared/sheet/entry-target.ts';
import { ApiError, type ApiTarget, callApi } from '../api-client/api.ts';
import { awaitReady, sendFile, startUpload } from './upload-file.ts';

const enteredSchema = z.object({ id: z.string(), entryNumber: z.int() });

const listedSchema = enteredSchema.extend({
  uploadSha256: z.string().optional(),
  uploadState: z.string().optional(),
  version: z.int(),
  artistHidden: z.literal(true).optional(),
});

/** An artwork with what a sheet describes of it, as it comes. */
const artworkOf = (answer: unknown): EnteredArtwork => {
  listedSchema.parse(answer);
  return answer as EnteredArtwork;
};

const pageSchema = z.object({ items: z.array(z.unknown()), nextCursor: z.string().optional() });

const refusedSchema = z.object({
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

const reportSchema = z.object({ items: z.array(z.object({ problem: refusedSchema.optional() })) });

/** An exhibition of a site, as commands reach it. */
export const apiEntryTarget = (site: ApiTarget, exhibitionId: string): EntryTarget => {
  const artworks = `/exhibitions/${exhibitionId}/artworks`;
  return {
    listArtworks: async () => {
      const items: EnteredArtwork[] = [];
      let cursor: string | undefined;
      do {
        const query = new URLSearchParams({ limit: '100', ...(cursor && { cursor }) });
        const page = pageSchema.parse(await callApi(site, `${artworks}?${query}`));
        items.push(...page.items.map(artworkOf));
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
      enteredSchema.parse(await callApi(site, artworks, { body: JSON.stringify(content), key: randomUUID() })),
    readArtwork: async (artworkId) => artworkOf(await callApi(site, `${artworks}/${artworkId}`)),
    changeArtworks: async (changes) => {
      const answer = await callApi(site, `${artworks}/bulk`, { body: JSON.stringify({ changes }) });
      return reportSchema.parse(answer).items.map(({ problem }) => problem && changeRefusal(problem));
    },
    refusalOf: (error) => (error instanceof ApiError ? error.message : undefined),
  };
};
