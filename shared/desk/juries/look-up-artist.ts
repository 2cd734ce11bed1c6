import { writeTogether } from '../../aws/transaction.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { foldedName } from '../../model/names/name-query.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { readArtworks } from '../exhibitions/artworks.ts';
import type { Actor } from '../store/actor.ts';
import { auditWrite } from '../store/audit.ts';
import { actorKindOf, requireExhibitionAction } from '../store/permissions.ts';
import { readJuryNumbers } from './jury-numbers.ts';

/** What an entry is looked up by: one of them. */
interface ArtistQuery {
  /** A part of the name of the artist or the guardian. */
  readonly name?: string | undefined;
  readonly entryNumber?: number | undefined;
  /** The number by which the jury knows the entry. */
  readonly number?: number | undefined;
}

/** An entry, and its number where one was drawn. */
interface FoundEntry {
  readonly artwork: Artwork;
  readonly number: number | undefined;
}

/** Most entries that one look-up may find: it is meant for a single person. */
const maxMatches = 10;

/**
 * Looks up whose an entry is, in spite of blind rating, and records that in the audit. Throws if too many are found.
 */
export const lookUpArtist = async (
  exhibition: Exhibition,
  query: ArtistQuery,
  actor: Actor,
): Promise<readonly FoundEntry[]> => {
  requireExhibitionAction('lookUp', exhibition, actorKindOf(actor));
  if (Object.keys(query).length !== 1) {
    const fields = ['name', 'entryNumber', 'number'];
    throw new InvalidInputError([fieldError('body', 'exactlyOneOf', { fields })]);
  }
  const numbers = await readJuryNumbers(exhibition);
  const wanted = foldedName(query.name ?? '');
  const isMeant = ({ id, entryNumber, artist }: Artwork): boolean =>
    query.name !== undefined
      ? [artist?.name, artist?.consent?.guardian].some((name) => name && foldedName(name).includes(wanted))
      : entryNumber === query.entryNumber || (query.number !== undefined && numbers.get(id) === query.number);
  const found = (await readArtworks(exhibition.id)).filter(isMeant);
  if (found.length > maxMatches) {
    throw new InvalidInputError([fieldError('name', 'tooManyMatches', { count: found.length })]);
  }
  // Before anything is shown: the look-up is on record even where the answer does not arrive.
  if (found.length > 0) await writeTogether(found.map(({ id }) => auditWrite(actor, 'artwork.lookedUp', id)));
  return found.map((artwork) => ({ artwork, number: numbers.get(artwork.id) }));
};
