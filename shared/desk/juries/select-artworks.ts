import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { artworkBlockedReason } from '../../model/exhibitions/artwork-blocked-reason.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { Site } from '../../model/site/site.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { ConflictError, InvalidInputError } from '../../refusals/application-error.ts';
import type { Reason } from '../../refusals/codes.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import { readArtworks } from '../exhibitions/artworks.ts';
import { saveExhibition } from '../exhibitions/exhibitions.ts';
import { requireNotArchived } from '../exhibitions/require-not-archived.ts';
import { requireNotPublishing } from '../exhibitions/require-not-publishing.ts';
import { requireTransition } from '../exhibitions/require-transition.ts';
import { readSite } from '../site/site.ts';
import type { Actor } from '../store/actor.ts';
import { actorKindOf, isExhibitionActionAllowed, requireExhibitionAction } from '../store/permissions.ts';
import { nextVersion } from '../store/versions.ts';
import { blindBlockedReason } from './blind-blocked-reason.ts';
import { readJuryNumbers } from './jury-numbers.ts';

/** The artworks that a request names, and whether by ids or by the numbers of the jury. */
interface NamedArtworks {
  readonly field: 'artworkIds' | 'numbers';
  /** The ids; `undefined` for a number that was not drawn. */
  readonly ids: readonly (string | undefined)[];
}

/** What is selected: by ids, or by the numbers of the jury while the rating is blind. */
interface SelectionRequest {
  readonly artworkIds?: readonly string[] | undefined;
  readonly numbers?: readonly number[] | undefined;
}

/**
 * Decides which artworks are exhibited, in their order. Throws if one of them cannot be, and `VersionConflictError`.
 */
export const selectArtworks = async (
  exhibition: Exhibition,
  request: SelectionRequest,
  actor: Actor,
): Promise<Exhibition> => {
  requireNotArchived(exhibition);
  requireNotPublishing(exhibition);
  if (exhibition.blindRating && !['selection', 'published', 'withdrawn'].includes(exhibition.status)) {
    throw new ConflictError(reason('entriesNotClosed', { id: exhibition.id }));
  }
  if (exhibition.status !== 'published' && exhibition.status !== 'selection')
    requireTransition(exhibition, 'selection', actor.now);
  const named = await namedBy(exhibition, request);
  const { site } = await readSite();
  const artworks = new Map((await readArtworks(exhibition.id)).map((artwork) => [artwork.id, artwork]));
  const errors = named.ids.flatMap((id, n): FieldError[] => {
    const artwork = artworks.get(id ?? '');
    const isTwice = id !== undefined && named.ids.indexOf(id) < n;
    const because = isTwice ? reason('duplicate') : blockedReasonOf(artwork, named, actor.now, site);
    if (!because) return [];
    const isNumbered = artwork && named.field === 'artworkIds';
    const why = isNumbered ? reason('entryRefused', { entryNumber: artwork.entryNumber, because }) : because;
    return [{ path: `${named.field}.${n}`, ...why }];
  });
  if (errors.length > 0) throw new InvalidInputError(errors);
  const artworkIds = named.ids.flatMap((id) => id ?? []);
  const namesSeen = exhibition.blindRating && !isBlind(exhibition);
  if (namesSeen) requireNoneAdded(exhibition, artworkIds, actor);
  const selection = { artworkIds, decidedBy: actor.by, decidedAt: actor.now.toISOString() };
  const status = exhibition.status === 'published' ? exhibition.status : 'selection';
  const next = nextVersion(exhibition, { selection, status }, actor);
  const context = { ...actor, ...(namesSeen && { notes: { namesSeen } }) };
  await saveExhibition({ exhibition: next, previous: exhibition, action: 'selected' }, context);
  return next;
};

const namedBy = async (exhibition: Exhibition, { artworkIds, numbers }: SelectionRequest): Promise<NamedArtworks> => {
  if (!isBlind(exhibition)) {
    if (numbers) throw new InvalidInputError([fieldError('numbers', 'numbersOnlyWhileBlind')]);
    if (!artworkIds) throw new InvalidInputError([fieldError('artworkIds', 'required')]);
    return { field: 'artworkIds', ids: artworkIds };
  }
  if (artworkIds) throw new InvalidInputError([fieldError('artworkIds', 'artworkIdsHidden')]);
  if (!numbers) throw new InvalidInputError([fieldError('numbers', 'required')]);
  const idOf = new Map([...(await readJuryNumbers(exhibition))].map(([id, number]) => [number, id]));
  return { field: 'numbers', ids: numbers.map((number) => idOf.get(number)) };
};

/** Why an entry cannot be selected; while the rating is blind, without any hint at the artist. */
const blockedReasonOf = (
  artwork: Artwork | undefined,
  { field }: NamedArtworks,
  now: Date,
  site: Site,
): Reason | undefined => {
  const found = artworkBlockedReason(artwork, now, site);
  if (!found || field === 'artworkIds') return found;
  return artwork ? blindBlockedReason(found) : reason('unknownJuryNumber');
};

/**
 * After the artists were revealed an editor may reorder the selection and remove works. Adding one would be a choice by
 * name.
 */
const requireNoneAdded = (exhibition: Exhibition, artworkIds: readonly string[], actor: Actor): void => {
  const added = artworkIds.findIndex((id) => !exhibition.selection?.artworkIds.includes(id));
  if (added < 0 || isExhibitionActionAllowed('selectSighted', exhibition, actorKindOf(actor))) return;
  requireExhibitionAction('selectSighted', exhibition, actorKindOf(actor));
};
