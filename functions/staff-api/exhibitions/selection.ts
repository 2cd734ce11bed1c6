import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readArtworks } from '../../../shared/desk/exhibitions/artworks.ts';
import { saveExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { requireNotPublishing } from '../../../shared/desk/exhibitions/require-not-publishing.ts';
import { requireTransition } from '../../../shared/desk/exhibitions/require-transition.ts';
import { readJuryNumbers } from '../../../shared/desk/juries/jury-numbers.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import {
  actorKindOf,
  isExhibitionActionAllowed,
  requireExhibitionAction,
} from '../../../shared/desk/store/permissions.ts';
import { nextVersion } from '../../../shared/desk/store/versions.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import type { Artwork } from '../../../shared/model/artwork.ts';
import { artworkBlockedReason } from '../../../shared/model/artwork-blocked-reason.ts';
import type { Exhibition } from '../../../shared/model/exhibition.ts';
import { isBlind } from '../../../shared/model/permissions.ts';
import type { Site } from '../../../shared/model/site.ts';
import { ConflictError, InvalidInputError } from '../../../shared/refusals/application-error.ts';
import type { Reason } from '../../../shared/refusals/codes.ts';
import { type FieldError, fieldError } from '../../../shared/refusals/field-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { actorOf } from '../actor-of.ts';
import { toExhibitionResponse } from './staff-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** What was named, and whether by ids or by the numbers of the jury. */
interface NamedArtworks {
  readonly field: 'artworkIds' | 'numbers';
  /** The ids; `undefined` for a number that was not drawn. */
  readonly ids: readonly (string | undefined)[];
}

export const selectArtworks: StaffHandlers['selectArtworks'] = async ({ params, body, version }, call) => {
  const exhibition = await requireExhibition(params.id, version);
  requireNotPublishing(exhibition);
  if (exhibition.blindRating && !['selection', 'published', 'withdrawn'].includes(exhibition.status)) {
    throw new ConflictError(reason('entriesNotClosed', { id: exhibition.id }));
  }
  if (exhibition.status !== 'published' && exhibition.status !== 'selection')
    requireTransition(exhibition, 'selection', call.now);
  const named = await namedBy(exhibition, body);
  const { site } = await readSite();
  const artworks = new Map((await readArtworks(exhibition.id)).map((artwork) => [artwork.id, artwork]));
  const errors = named.ids.flatMap((id, n): FieldError[] => {
    const artwork = artworks.get(id ?? '');
    const isTwice = id !== undefined && named.ids.indexOf(id) < n;
    const because = isTwice ? reason('duplicate') : blockedReasonOf(artwork, named, call.now, site);
    if (!because) return [];
    const isNumbered = artwork && named.field === 'artworkIds';
    const why = isNumbered ? reason('entryRefused', { entryNumber: artwork.entryNumber, because }) : because;
    return [{ path: `${named.field}.${n}`, ...why }];
  });
  if (errors.length > 0) throw new InvalidInputError(errors);
  const artworkIds = named.ids.flatMap((id) => id ?? []);
  const namesSeen = exhibition.blindRating && !isBlind(exhibition);
  if (namesSeen) requireNoneAdded(exhibition, artworkIds, call);
  const context = actorOf(call);
  const selection = { artworkIds, decidedBy: context.by, decidedAt: context.now.toISOString() };
  const status = exhibition.status === 'published' ? exhibition.status : 'selection';
  const next = nextVersion(exhibition, { selection, status }, context);
  const noted = { ...context, ...(namesSeen && { notes: { namesSeen } }) };
  await saveExhibition(next, exhibition, 'exhibition.selected', noted);
  return toExhibitionResponse(next, call);
};

const namedBy = async (
  exhibition: Exhibition,
  { artworkIds, numbers }: { artworkIds?: readonly string[] | undefined; numbers?: readonly number[] | undefined },
): Promise<NamedArtworks> => {
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

/** Why an entry cannot be selected; while the rating is blind without what would hint at the artist. */
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

/** What keeps an entry from being selected, in words that tell nothing of the artist. */
export const blindBlockedReason = (found: Reason): Reason =>
  found.code === 'entryWithdrawn' ? found : reason('notSelectable');

/** After the artists were revealed an editor may order the selection and take works out: to take one in is to choose by the name. */
const requireNoneAdded = (exhibition: Exhibition, artworkIds: readonly string[], call: Call): void => {
  const added = artworkIds.findIndex((id) => !exhibition.selection?.artworkIds.includes(id));
  if (added < 0 || isExhibitionActionAllowed('selectSighted', exhibition, actorKindOf(actorOf(call)))) return;
  requireExhibitionAction('selectSighted', exhibition, actorKindOf(actorOf(call)));
};
