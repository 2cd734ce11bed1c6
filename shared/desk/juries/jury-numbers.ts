import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { readJuryWorks } from './jury-works.ts';

/** The numbers by which the jury knows the entries, by entry id; none if none were drawn. */
export const readJuryNumbers = async ({ id, rating }: Exhibition): Promise<ReadonlyMap<string, number>> => {
  const works = rating ? await readJuryWorks(id, rating.draw) : [];
  return new Map(works.map(({ artworkId, number }) => [artworkId, number]));
};
