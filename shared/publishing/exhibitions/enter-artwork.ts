import { limits } from '../../aws/limits.ts';
import { ConditionsFailedError, type Write } from '../../aws/transaction.ts';
import { entryNumberCondition, readArtwork, saveArtwork } from '../../desk/exhibitions/artworks.ts';
import { nextEntryNumber } from '../../desk/exhibitions/entry-numbers.ts';
import { notErasingCheck } from '../../desk/exhibitions/exhibitions.ts';
import { requireAttachable } from '../../desk/exhibitions/upload-access.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { readAuditedAction } from '../../desk/store/audited-action.ts';
import { createOnce } from '../../desk/store/create-once.ts';
import { actorKindOf, requireExhibitionAction } from '../../desk/store/permissions.ts';
import { entryQuota } from '../../desk/store/quotas.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { firstVersion } from '../../desk/store/versions.ts';
import { type Artwork, type ArtworkContent, highestEntryNumber } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { applyArtworkToPictureUses, type PictureUseChanges } from '../pictures/apply-artwork-to-picture-uses.ts';
import { withPictureUseWrites } from '../pictures/complete-picture-uses.ts';
import { completeArtworkPictures } from './complete-artwork-pictures.ts';
import { numberLateEntry } from './number-late-entry.ts';
import { requirePlausibleEntryNumber, requireValidArtworkContent } from './validate-artwork-content.ts';

/** How many numbers are tried for an entry that came without one. */
const numberAttempts = 10;

interface EnteredArtwork {
  readonly artwork: Artwork;
  readonly removedFrom: readonly FieldLocation[];
}

/**
 * Enters an artwork in an exhibition, once for each key, with the next free number where it has none, and gives the
 * places elsewhere that its picture went from: the consent to it governs the picture from now on. Throws if its number
 * or its image is taken.
 */
export const enterArtwork = (
  exhibition: Exhibition,
  content: ArtworkContent,
  key: string | undefined,
  actor: Actor,
): Promise<EnteredArtwork> =>
  createOnce({ key, content: ['createArtwork', exhibition.id, content] }, actor, {
    create: (id, others) => enter({ id, exhibition, content, claims: others }, actor),
    read: async (id) => {
      const artwork = await readArtwork(exhibition.id, id);
      if (!artwork) return undefined;
      // The earlier request may have ended before that.
      await numberLateEntry(exhibition, actor);
      const entered = await readAuditedAction(id, 'artwork.entered');
      return { artwork, removedFrom: entered?.places ?? [] };
    },
  });

interface Entry {
  readonly id: string;
  readonly exhibition: Exhibition;
  readonly content: ArtworkContent;
  /** Written together with the artwork. */
  readonly claims: readonly Write[];
}

const enter = async ({ id, exhibition, content, claims }: Entry, actor: Actor): Promise<EnteredArtwork> => {
  requireExhibitionAction('enter', exhibition, actorKindOf(actor));
  const { site } = await readSite();
  await requireValidArtworkContent(content, { site, now: actor.now });
  await requireAttachable(content.uploadId, undefined, actor);
  await requirePlausibleEntryNumber(exhibition.id, content.entryNumber);
  const quota = entryQuota(actor, limits());
  const save = (artwork: Artwork): Promise<PictureUseChanges> =>
    retryOnNewEdition(async () => {
      const pictures = await applyArtworkToPictureUses({ next: artwork }, actor, site);
      const others = [...withPictureUseWrites([notErasingCheck(exhibition.id)], pictures), ...claims, quota];
      const places = pictures.removedFrom;
      await saveArtwork({ artwork, previous: undefined, action: 'artwork.entered', others, places }, actor);
      return pictures;
    });
  for (let attempt = 1; ; attempt += 1) {
    const artwork: Artwork = {
      ...content,
      id,
      exhibitionId: exhibition.id,
      entryNumber: content.entryNumber ?? (await requireFreeEntryNumber(exhibition.id)),
      ...firstVersion(actor),
    };
    let pictures: PictureUseChanges;
    try {
      pictures = await save(artwork);
    } catch (error) {
      const isTaken = error instanceof ConditionsFailedError && error.failedConditions.includes(entryNumberCondition);
      if (isTaken && content.entryNumber === undefined && attempt < numberAttempts) continue;
      throw error;
    }
    await numberLateEntry(exhibition, actor);
    await completeArtworkPictures({ artworkId: artwork.id, pictures, site }, actor);
    return { artwork, removedFrom: pictures.removedFrom };
  }
};

const requireFreeEntryNumber = async (exhibitionId: string): Promise<number> => {
  const entryNumber = await nextEntryNumber(exhibitionId);
  if (entryNumber !== undefined) return entryNumber;
  throw new ConflictError([fieldError('entryNumber', 'entryNumbersUsedUp', { max: highestEntryNumber })]);
};
