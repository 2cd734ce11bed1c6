import * as z from 'zod';
import { ApiError, type ApiTarget, callApi } from '../api-client/api.ts';

const duplicatesSchema = z.object({
  items: z.array(
    z.object({
      artworkIds: z.tuple([z.string(), z.string()]),
      entryNumbers: z.tuple([z.int(), z.int()]),
      distance: z.number(),
    }),
  ),
});

/** Two entries whose images look alike: `distance` is 0 for the same picture. */
export type PossibleDuplicate = z.output<typeof duplicatesSchema>['items'][number];

/** The entries of an exhibition that look alike, nearest first; `undefined` where that is hidden: in a blind rating. */
export const findDuplicates = async (
  site: ApiTarget,
  exhibitionId: string,
): Promise<PossibleDuplicate[] | undefined> => {
  try {
    return duplicatesSchema.parse(await callApi(site, `/exhibitions/${exhibitionId}/duplicates`)).items;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
};
