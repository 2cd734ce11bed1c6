import { readArtwork } from '../../desk/exhibitions/artworks.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { readPublishedArtworkRecord } from '../../desk/exhibitions/published-artwork-records.ts';
import { deleteAttention, readAttention } from '../../desk/mentions/attention.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { artworkFields } from '../../model/names/text-fields.ts';
import { editorOf, resolveAttention } from './resolve-attention.ts';

/**
 * Settles what can be settled of an artwork after an action: `before` is the artwork whose texts the actor has changed.
 */
export const resolveArtworkAttention = (artwork: Artwork, actor: Actor, before?: Artwork): Promise<void> => {
  const { id, exhibitionId, confirmedMentions } = artwork;
  return resolveAttention({ exhibitionId }, id, async () => {
    const edition = await readExhibitionEdition(exhibitionId);
    const isShown = edition?.publication?.artworkIds.includes(id);
    const shown = isShown
      ? await readPublishedArtworkRecord(exhibitionId, edition?.artworkSetVersion ?? 0, id)
      : undefined;
    return {
      ...{ kind: 'artwork', id, fields: artworkFields(artwork), confirmed: confirmedMentions },
      ...(before && { before: artworkFields(before) }),
      ...editorOf(actor),
      publicFields: shown ? artworkFields(shown.artwork) : [],
    };
  });
};

/** The same for all artworks of an exhibition that are recorded, once the public reads other texts of them. */
export const resolveArtworksAttention = async (exhibitionId: string, actor: Actor): Promise<void> => {
  const records = await readAttention({ exhibitionId });
  const ids = new Set(records.flatMap(({ attention: { place } }) => (place.kind === 'artwork' ? [place.id] : [])));
  for (const id of ids) {
    const artwork = await readArtwork(exhibitionId, id);
    if (artwork) await resolveArtworkAttention(artwork, actor);
  }
};

/** Forgets the places in the texts of an artwork that is erased: they are gone. */
export const deleteArtworkAttention = async (exhibitionId: string, artworkId: string): Promise<void> => {
  for (const { attention } of await readAttention({ exhibitionId })) {
    if (attention.place.kind === 'artwork' && attention.place.id === artworkId) await deleteAttention(attention);
  }
};
