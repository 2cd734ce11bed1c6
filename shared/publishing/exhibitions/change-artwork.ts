import { isDeepStrictEqual } from 'node:util';
import { saveArtwork } from '../../desk/exhibitions/artworks.ts';
import { awaitNameMatches } from '../../desk/exhibitions/await-name-matches.ts';
import { actionsOfPatch, requireEntry } from '../../desk/exhibitions/entry-access.ts';
import { exhibitionWriteForArtworkChange } from '../../desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { requireArtwork } from '../../desk/exhibitions/require-artwork.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { requireAttachable } from '../../desk/exhibitions/upload-access.ts';
import { withholdingWrite } from '../../desk/exhibitions/withholdings.ts';
import { endPreviews } from '../../desk/history/preview-ends.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../../desk/store/permissions.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import {
  type Artwork,
  type ArtworkContent,
  artworkContentOf,
  artworkContentSchema,
} from '../../model/exhibitions/artwork.ts';
import { artworkBlockedReason } from '../../model/exhibitions/artwork-blocked-reason.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { knownFields } from '../../model/json/known-fields.ts';
import { mergePatch } from '../../model/json/merge-patch.ts';
import type { ConfirmedMention } from '../../model/names/confirmed-mention.ts';
import { isNameOf } from '../../model/names/is-name-of.ts';
import { isRenamed } from '../../model/names/withheld-entry.ts';
import { allowsLess } from '../../model/people/allows-less.ts';
import type { Site } from '../../model/site/site.ts';
import { parseInput } from '../../refusals/parse-input.ts';
import { confirmArtwork } from '../mentions/confirm-mentions.ts';
import { resolveArtworkAttention } from '../mentions/resolve-artwork-attention.ts';
import { nameSearchAfterChange } from '../mentions/search-after.ts';
import { applyArtworkToPictureUses, type PictureUseChanges } from '../pictures/apply-artwork-to-picture-uses.ts';
import { withPictureUseWrites, writeFirst } from '../pictures/complete-picture-uses.ts';
import { applyConsent } from './apply-consent.ts';
import { completeArtworkPictures } from './complete-artwork-pictures.ts';
import { locationsLeft, withoutArtworks } from './deselect.ts';
import { tryEnqueueReconcile } from './try-enqueue-reconcile.ts';
import { requirePlausibleEntryNumber, requireValidArtworkContent } from './validate-artwork-content.ts';

/** Which artwork is changed, from which version where that matters, and how. */
interface ArtworkPatch {
  readonly exhibitionId: string;
  readonly artworkId: string;
  readonly version?: number | undefined;
  /** A JSON Merge Patch (RFC 7396) of its content, and what an editor confirms of its texts. */
  readonly patch: ContentPatch;
}

type ContentPatch = {
  readonly uploadId?: string | null | undefined;
  readonly artist?: unknown;
  readonly translations?: Readonly<Record<string, unknown>> | null | undefined;
  readonly confirmedMentions?: readonly ConfirmedMention[] | undefined;
};

/** An artwork after a change, and what else the change has affected. */
export interface ChangedArtwork {
  readonly artwork: Artwork;
  /** The places that its picture or its consent had to leave. */
  readonly removedFrom: readonly FieldLocation[];
  /** Where texts name its artist, once a change withholds the name; `undefined` if no change does. */
  readonly mentions?: readonly FieldLocation[] | 'pending';
}

/**
 * Changes an artwork. The same transaction applies its consent to what the public sees, wherever its picture is shown.
 * Throws if the number or the image is another's, or if the actor may not do what the patch says. Unless
 * `awaitsMatches` is false, it waits for the search that a narrower consent begins.
 */
export const changeArtwork = async (
  change: ArtworkPatch,
  actor: Actor,
  awaitsMatches = true,
): Promise<ChangedArtwork> => {
  const { isSearched, artwork, removedFrom } = await saveChange((site) => planChange(change, site, actor), actor);
  if (!isSearched) return { artwork, removedFrom };
  if (!awaitsMatches) return { artwork, removedFrom, mentions: 'pending' };
  return { artwork, removedFrom, mentions: (await awaitNameMatches(change.exhibitionId, artwork.id)) ?? 'pending' };
};

/**
 * Takes something from an artwork that a restore of the table has brought back: no person acts, so it does not matter
 * in which state the exhibition is, and whether the rest of the artwork could be entered now.
 */
export const changeRestored = async (
  exhibitionId: string,
  artworkId: string,
  change: (artwork: Artwork) => Artwork,
  actor: Actor,
): Promise<void> => {
  await saveChange(async (site) => {
    const exhibition = await requireExhibition(exhibitionId);
    const previous = await requireArtwork(exhibitionId, artworkId);
    return planOf({ exhibition, previous, next: change(previous), isRestored: true }, undefined, site, actor);
  }, actor);
};

/** Saves a change, and completes what follows from it. */
const saveChange = async (plan: (site: Site) => Promise<PlannedChange>, actor: Actor): Promise<PlannedChange> => {
  const { site } = await readSite();
  // Tried again if there is a new edition: consent is applied to the public side in the same transaction.
  const saved = await retryOnNewEdition(async () => {
    const planned = await plan(site);
    await planned.save();
    return planned;
  });
  const { previous, artwork, pictures } = saved;
  if (saved.isPublicChanged) await tryEnqueueReconcile(artwork.exhibitionId, actor);
  await completeArtworkPictures({ artworkId: artwork.id, pictures, site }, actor);
  await resolveArtworkAttention(artwork, actor, previous);
  return saved;
};

/** A change that is ready to be saved, with all that follows from it. */
interface PlannedChange {
  readonly exhibition: Exhibition;
  readonly previous: Artwork;
  readonly artwork: Artwork;
  readonly pictures: PictureUseChanges;
  readonly removedFrom: readonly FieldLocation[];
  /** True if all texts are searched for the name of the artist. */
  readonly isSearched: boolean;
  readonly isPublicChanged: boolean;
  /** Throws `ConditionsFailedError` with `edition` where the plan must be made anew. */
  save(): Promise<void>;
}

/**
 * What a change would do, without doing it: `save` does. Refuses what the actor may not change, and content that is not
 * valid.
 */
export const planChange = async (change: ArtworkPatch, site: Site, actor: Actor): Promise<PlannedChange> =>
  planOf(await readChanged(change, site, actor), change.patch.confirmedMentions, site, actor);

const planOf = async (
  { exhibition, previous, next: changed, isRestored = false }: Changed,
  confirmedMentions: readonly ConfirmedMention[] | undefined,
  site: Site,
  actor: Actor,
): Promise<PlannedChange> => {
  const { id } = exhibition;
  const confirmed = await confirmArtwork(changed, confirmedMentions, actor);
  const renamed = isRenamed(previous.artist, changed.artist) && { namedAt: actor.now.toISOString() };
  const permitted = !isPermissionSame(previous, changed) && { permittedAt: actor.now.toISOString() };
  const next = nextVersion<Artwork>(changed, { ...confirmed.confirmedMentions, ...renamed, ...permitted }, actor);
  const search = nameSearchAfterChange(next, previous, actor, site);
  const others = isAnothersNow(previous, next) ? [next.id] : [];
  const followed = await applyConsent(id, new Map([[next.id, next]]), { now: actor.now, site, others });
  const isBarred = artworkBlockedReason(next, actor.now, site) !== undefined;
  const deselection = isBarred ? withoutArtworks(exhibition, [next.id]) : {};
  const isSelected = exhibition.selection?.artworkIds.includes(next.id) ?? false;
  const { write, isRestart } = exhibitionWriteForArtworkChange(
    exhibition,
    {
      isPart: isSelected,
      change: deselection,
      isMarked: renamed !== false && exhibition.published !== undefined && isSelected,
    },
    actor,
  );
  const isWithheld = !isRestored && isLessPermitted(previous, next);
  const isDue = isRestart || search.length > 0 || isWithheld;
  const pictures = await applyArtworkToPictureUses({ previous, next }, actor, site);
  const left = { artworkId: next.id, isBarred, wasShown: followed.length > 0 };
  const removedFrom = [...locationsLeft(exhibition, left), ...pictures.removedFrom];
  const writes = [
    ...followed,
    write,
    ...(isDue && followed.length === 0 ? [reconcileNowWrite(id, actor.now)] : []),
    ...search,
    ...(isWithheld ? [withholdingWrite(id, { artworkId: next.id, at: next.updatedAt })] : []),
    ...confirmed.writes,
    ...(isConsentSame(previous, next) ? [] : [endPreviews(`EXHIBITION#${id}`)]),
  ];
  const all = withPictureUseWrites(writes, pictures);
  return {
    ...{ exhibition, previous, artwork: next, pictures, removedFrom, isSearched: search.length > 0 },
    isPublicChanged: isDue || followed.length > 0 || pictures.changes.length > 0,
    save: async () => {
      await writeFirst(pictures);
      await saveArtwork(
        { artwork: next, previous, action: 'artwork.updated', others: all, places: removedFrom },
        actor,
      );
    },
  };
};

/** An artwork as it is and as it will be, in its exhibition. */
interface Changed {
  readonly exhibition: Exhibition;
  readonly previous: Artwork;
  readonly next: Artwork;
  /** A restore of the table has brought it back: a record outside the table says already what it may not show. */
  readonly isRestored?: boolean;
}

/** The artwork as it is and as it will be; refuses what the actor may not change, and content that is not valid. */
const readChanged = async (
  { exhibitionId, artworkId, version, patch }: ArtworkPatch,
  site: Site,
  actor: Actor,
): Promise<Changed> => {
  const exhibition = await requireExhibition(exhibitionId);
  const [first = 'changeEntry', ...others] = actionsOfPatch(patch);
  const previous = await requireEntry(exhibition, artworkId, { action: first, actor, version });
  for (const action of others) requireExhibitionAction(action, exhibition, actorKindOf(actor, previous.createdBy));
  if (patch.uploadId) await requireAttachable(patch.uploadId, `${exhibitionId}/${artworkId}`, actor);
  const { confirmedMentions: _, ...contentPatch } = patch;
  const content = parseInput(
    artworkContentSchema,
    mergePatch(knownFields(artworkContentSchema, artworkContentOf(previous)), contentPatch),
  );
  const named = Object.keys(patch.translations ?? {});
  await requireValidArtworkContent(content, { site, now: actor.now, before: previous, named });
  if (content.entryNumber !== previous.entryNumber)
    await requirePlausibleEntryNumber(exhibitionId, content.entryNumber);
  const next = { ...withoutContent(previous), ...content, entryNumber: content.entryNumber ?? previous.entryNumber };
  return { exhibition, previous, next };
};

/** True where the artist of an artwork is another person by now, and not the same one whose name was corrected. */
const isAnothersNow = ({ artist: before }: Artwork, { artist }: Artwork): boolean =>
  before !== undefined && artist !== undefined && !isNameOf(before.name, artist.name);

/** False where a change decides anew what may be shown of an artwork, or of whom. */
const isPermissionSame = (before: Artwork, after: Artwork): boolean => {
  const decisive = ({ artist, status }: Artwork) => [artist?.isMinor, artist?.consent, status];
  return isDeepStrictEqual(decisive(before), decisive(after)) && !isAnothersNow(before, after);
};

/** True where less of an artwork may be shown than before, on whichever day, or it is another person's. */
const isLessPermitted = (before: Artwork, after: Artwork): boolean =>
  (after.status === 'withdrawn' && before.status !== 'withdrawn') ||
  isAnothersNow(before, after) ||
  allowsLess(before.artist, after.artist);

/** False if the guardian's consent or the person meant has changed: previews made before then end. */
const isConsentSame = (before: Artwork, after: Artwork): boolean =>
  isDeepStrictEqual([before.artist, before.status], [after.artist, after.status]);

/** The artwork without the texts of staff: what a change removes must not stay in it. */
const withoutContent = (artwork: Artwork): Omit<Artwork, keyof ArtworkContent> => {
  const kept = Object.entries(artwork).filter(([name]) => !(name in artworkContentSchema.shape));
  return Object.fromEntries(kept) as Omit<Artwork, keyof ArtworkContent>;
};
