import type { Upgrade } from '../json/read-stored.ts';
import { renameFields } from './rename-fields.ts';

/**
 * The page of an event as 0.1.0 has stored it, with `wasSeen`, and as 0.2.0 has: with one picture, one time and one
 * line that says where.
 */
export const upgradePage: Upgrade = (page) => {
  const { cover, startsAt, endsAt, venue, ...rest } = renameFields(page, { wasSeen: 'wasPublic' });
  return {
    kind: startsAt === undefined && !(Array.isArray(rest.showings) && rest.showings.length > 0) ? 'news' : 'event',
    ...(cover !== undefined && { pictures: [cover] }),
    ...(startsAt !== undefined && { showings: [{ startsAt, ...(endsAt !== undefined && { endsAt }) }] }),
    ...(venue !== undefined && { place: { name: venue } }),
    ...rest,
  };
};
