import * as z from 'zod';
import { type ApiTarget, callApi } from './api.ts';

const artworkSchema = z.object({
  id: z.string(),
  entryNumber: z.int(),
  uploadId: z.string().optional(),
  uploadState: z.string().optional(),
});

/** An artwork that an exhibition has. */
export type EnteredArtwork = z.output<typeof artworkSchema>;

const pageSchema = z.object({ items: z.array(artworkSchema), nextCursor: z.string().optional() });

/** The artworks of an exhibition, by image and by number. */
export interface EnteredArtworks {
  readonly byUpload: ReadonlyMap<string, EnteredArtwork>;
  readonly byNumber: ReadonlyMap<number, EnteredArtwork>;
}

/** Reads the artworks that an exhibition has already. */
export const readEntered = async (site: ApiTarget, exhibitionId: string): Promise<EnteredArtworks> => {
  const artworks: EnteredArtwork[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '100', ...(cursor && { cursor }) });
    const page = pageSchema.parse(await callApi(site, `/exhibitions/${exhibitionId}/artworks?${query}`));
    artworks.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return {
    byUpload: new Map(artworks.flatMap((artwork) => (artwork.uploadId ? [[artwork.uploadId, artwork]] : []))),
    byNumber: new Map(artworks.map((artwork) => [artwork.entryNumber, artwork])),
  };
};
