import { exhibitionWriteForArtworkChange } from '../../desk/exhibitions/exhibitions.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import type { Exhibition } from '../../model/exhibition.ts';
import type { FieldLocation } from '../../model/field-location.ts';

/** The change of an exhibition by which some of its artworks are selected no longer; empty where none of them is. */
export const withoutArtworks = (
  { selection }: Exhibition,
  artworkIds: readonly string[],
): Partial<Pick<Exhibition, 'selection'>> => {
  const left = selection?.artworkIds.filter((id) => !artworkIds.includes(id));
  return selection && left && left.length < selection.artworkIds.length
    ? { selection: { ...selection, artworkIds: left } }
    : {};
};

/** The write that takes artworks which may not be shown out of a selection, so that what is left can be published; none where none is in it. */
export const deselectWrite = (
  exhibition: Exhibition | undefined,
  artworkIds: readonly string[],
  context: ActionContext,
): ReturnType<typeof exhibitionWriteForArtworkChange> | undefined => {
  const change = exhibition && withoutArtworks(exhibition, artworkIds);
  return exhibition && change?.selection
    ? exhibitionWriteForArtworkChange(exhibition, true, change, context)
    : undefined;
};

/** The places of its own exhibition that an artwork leaves which may not be shown any more: what is published, and the selection. */
export const locationsLeft = (
  exhibition: Exhibition | undefined,
  { artworkId, isBarred, wasShown }: { artworkId: string; isBarred: boolean; wasShown: boolean },
): FieldLocation[] => {
  if (!exhibition || !isBarred) return [];
  const isSelected = exhibition.selection?.artworkIds.includes(artworkId) ?? false;
  const place = (field: string): FieldLocation => ({ kind: 'exhibition', id: exhibition.id, field });
  return [...(wasShown ? [place('artworks')] : []), ...(isSelected ? [place('selection')] : [])];
};
