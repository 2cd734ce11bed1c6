import { getMany } from '../../aws/get-many.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { deskTable } from '../store/table.ts';
import { readAllExhibitions } from './all-exhibitions.ts';
import { artworkKey, artworkPrefix } from './artworks.ts';

/** Those of some entries that are rated blind now: no answer may say whose they are. */
export const blindEntriesAmong = async (artworkIds: readonly string[]): Promise<ReadonlySet<string>> => {
  if (artworkIds.length === 0) return new Set();
  const blind = (await readAllExhibitions()).filter(isBlind);
  const keys = blind.flatMap(({ id }) => [...new Set(artworkIds)].map((artworkId) => artworkKey(id, artworkId)));
  const found = await getMany(deskTable, keys, { attributes: 'sk' });
  return new Set(found.map(({ sk }) => sk?.S?.slice(artworkPrefix.length) ?? ''));
};
