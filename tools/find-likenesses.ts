import * as z from 'zod';
import { ask, type Site } from './site.ts';

const likenessesSchema = z.object({
  items: z.array(
    z.object({
      artworkIds: z.tuple([z.string(), z.string()]),
      entryNumbers: z.tuple([z.int(), z.int()]),
      distance: z.number(),
    }),
  ),
});

/** Two entries whose images look alike: `distance` is 0 for the same picture. */
export type Likeness = z.output<typeof likenessesSchema>['items'][number];

/** The entries of an exhibition that look alike, nearest first. */
export const findLikenesses = async (site: Site, exhibitionId: string): Promise<Likeness[]> =>
  likenessesSchema.parse(await ask(site, `/exhibitions/${exhibitionId}/duplicates`)).items;
