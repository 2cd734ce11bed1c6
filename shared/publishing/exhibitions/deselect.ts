import { exhibitionWriteForArtworkChange } from '../../desk/exhibitions/exhibitions.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { isBlind } from '../../model/staff/permissions.ts';

/**
 * The change of an exhibition that takes some of its artworks out of the selection; empty where none of them is in it.
 */
export const withoutArtworks = (
  { selection }: Exhibition,
  artworkIds: readonly string[],
): Partial<Pick<Exhibition, 'selection'>> => {
  const left = selection?.artworkIds.filter((id) => !artworkIds.includes(id));
  return selection && left && left.length < selection.artworkIds.length
    ? { selection: { ...selection, artworkIds: left } }
    : {};
};

/**
 * The write that takes artworks which may not be shown out of a selection, so that what is left can be published; none
 * where none is in it.
 */
export const deselectWrite = (
  exhibition: Exhibition | undefined,
  artworkIds: readonly string[],
  context: ActionContext,
): ReturnType<typeof exhibitionWriteForArtworkChange> | undefined => {
  const change = exhibition && withoutArtworks(exhibition, artworkIds);
  return exhibition && change?.selection
    ? exhibitionWriteForArtworkChange(exhibition, { isPart: true, change }, context)
    : undefined;
};

/**
 * The places in its own exhibition that an artwork leaves when it may no longer be shown: the edition, and the
 * selection.
 */
export const locationsLeft = (
  exhibition: Exhibition | undefined,
  { artworkId, isBarred, wasShown }: { artworkId: string; isBarred: boolean; wasShown: boolean },
): FieldLocation[] => {
  if (!exhibition || !isBarred) return [];
  // While the rating is blind the selection has numbers: it would say which of them the artwork has.
  const isSelected = !isBlind(exhibition) && (exhibition.selection?.artworkIds.includes(artworkId) ?? false);
  const place = (field: string): FieldLocation => ({ kind: 'exhibition', id: exhibition.id, field });
  return [...(wasShown ? [place('artworks')] : []), ...(isSelected ? [place('selection')] : [])];
};
