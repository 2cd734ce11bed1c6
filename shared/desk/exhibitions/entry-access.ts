import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { ExhibitionAction } from '../../model/staff/permissions.ts';
import type { Actor } from '../store/actor.ts';
import { actorKindOf, isExhibitionActionAllowed, requireExhibitionAction } from '../store/permissions.ts';
import { VersionConflictError } from '../store/versions.ts';
import { readArtwork } from './artworks.ts';
import { artworkNotFound } from './require-artwork.ts';

/** True if the actor may do something with an entry as it is now. */
export const isEntryActionAllowed = (
  action: ExhibitionAction,
  exhibition: Exhibition,
  entry: Artwork,
  actor: Actor,
): boolean => isExhibitionActionAllowed(action, exhibition, actorKindOf(actor, entry.createdBy));

/**
 * The entry that a request acts on: 404 where there is none, 403 or 409 where the actor may not do `action` with it,
 * and only then 412 where `version` is given and stale, since that refusal names who made the last change.
 */
export const requireEntry = async (
  exhibition: Exhibition,
  id: string,
  { action, actor, version }: { action: ExhibitionAction; actor: Actor; version?: number | undefined },
): Promise<Artwork> => {
  const entry = await readArtwork(exhibition.id, id);
  if (!entry) throw artworkNotFound(exhibition.id, id);
  requireExhibitionAction(action, exhibition, actorKindOf(actor, entry.createdBy));
  if (version !== undefined && version !== entry.version) throw new VersionConflictError(entry);
  return entry;
};

interface EntryPatch {
  readonly artist?: unknown;
  readonly uploadId?: unknown;
}

/** The actions that a patch of an entry consists of: each has its own row in the table of permissions. */
export const actionsOfPatch = (patch: EntryPatch): ExhibitionAction[] => {
  const { uploadId, artist, ...others } = patch;
  const consentOnly = typeof artist === 'object' && artist !== null && Object.keys(artist).join() === 'consent';
  const changes = Object.keys(others).length > 0 || (artist !== undefined && !consentOnly);
  return [
    ...(consentOnly ? (['changeConsent'] as const) : []),
    ...(uploadId !== undefined ? (['attachUpload'] as const) : []),
    ...(changes ? (['changeEntry'] as const) : []),
  ];
};
