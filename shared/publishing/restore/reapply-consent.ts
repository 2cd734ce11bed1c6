import { readArtwork } from '../../desk/exhibitions/artworks.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { ItemErasure } from '../../media/item-erasure.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { changeRestored } from '../exhibitions/change-artwork.ts';

/** Nothing of an entry may be shown. What was agreed to by now, the table does not say: an editor enters it again. */
const withheld = ({ artist, ...artwork }: Artwork): Artwork => ({
  ...artwork,
  status: 'withdrawn',
  ...(artist && { artist: { ...artist, ...(artist.consent && { consent: { ...artist.consent, ...nothing } }) } }),
});

const nothing = { image: false, name: 'none', school: false, region: false, age: false } as const;

/**
 * Withdraws an entry that a restore has brought back as it was before its consent was narrowed, or before it was made
 * another person's. False where what may be shown of it was entered since then, or it is gone.
 */
export const reapplyConsent = async (
  { id, artworkId, at }: Extract<ItemErasure, { kind: 'consent' }>,
  actor: Actor,
): Promise<boolean> => {
  const artwork = await readArtwork(id, artworkId);
  if (!artwork || Date.parse(artwork.permittedAt ?? artwork.createdAt) >= at) return false;
  await changeRestored(id, artworkId, withheld, actor);
  return true;
};
