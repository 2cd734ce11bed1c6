import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { nameQuery } from '../../model/names/name-query.ts';
import { type ConsentFilter, matchesConsentFilter } from '../../model/people/consent-filter.ts';
import type { RoleHolder } from '../../model/staff/permissions.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { readAllExhibitions } from '../exhibitions/all-exhibitions.ts';
import { readArtworks } from '../exhibitions/artworks.ts';
import { readExhibitionEdition } from '../exhibitions/exhibition-editions.ts';
import { readPublishedArtworkRecords } from '../exhibitions/published-artwork-records.ts';
import type { Actor } from '../store/actor.ts';
import { auditWrite } from '../store/audit.ts';
import { actorKindOf, isExhibitionActionAllowed } from '../store/permissions.ts';

/** An entry in its exhibition. */
export interface FoundEntry {
  readonly exhibition: Exhibition;
  readonly artwork: Artwork;
}

interface FoundEntries {
  readonly entries: readonly FoundEntry[];
  /** The exhibitions that are rated blind, whose artists are hidden from the actor. */
  readonly hidden: readonly Exhibition[];
}

/** Most entries that one name may find: it is meant for a single person. */
const maxMatches = 50;

/** How many exhibitions are read at the same time. */
const concurrency = 4;

/** What the audit calls the desk where a look was at nobody in particular. */
const consentDesk = 'consents';

/**
 * True if the actor may know whose the entries of an exhibition are without a look on record at each: while they are
 * rated blind, nobody may.
 */
export const mayKnowArtists = (exhibition: Exhibition, actor: RoleHolder): boolean =>
  isExhibitionActionAllowed('readArtist', exhibition, actorKindOf(actor));

/**
 * True if the actor may ask for a single person; an admin may while entries are rated blind, too, and it is on record.
 */
export const mayLookUp = (exhibition: Exhibition, actor: RoleHolder): boolean =>
  mayKnowArtists(exhibition, actor) || isExhibitionActionAllowed('lookUp', exhibition, actorKindOf(actor));

/** The names that the public sees, by entry: they may still be those of the last publication. */
const readPublishedNames = async (exhibitionId: string): Promise<Map<string, string>> => {
  const edition = await readExhibitionEdition(exhibitionId);
  if (!edition?.publication) return new Map();
  const shown = await readPublishedArtworkRecords(exhibitionId, edition.artworkSetVersion);
  return new Map(shown.flatMap(({ artwork: { id, artist } }) => (artist.name ? [[id, artist.name]] : [])));
};

const readEntries = async (
  actor: RoleHolder,
  mayRead: typeof mayLookUp,
  isMeant: (artwork: Artwork, publishedName: string | undefined) => boolean,
  readPublished = async (_: string): Promise<ReadonlyMap<string, string>> => new Map(),
): Promise<FoundEntries> => {
  const all = await readAllExhibitions();
  const open = all.filter((exhibition) => mayRead(exhibition, actor));
  const found = await mapWithConcurrency(open, concurrency, async (exhibition) => {
    const published = await readPublished(exhibition.id);
    const artworks = await readArtworks(exhibition.id);
    return artworks
      .filter((artwork) => isMeant(artwork, published.get(artwork.id)))
      .map((artwork) => ({ exhibition, artwork }));
  });
  return { entries: found.flat(), hidden: all.filter((exhibition) => !open.includes(exhibition)) };
};

/**
 * The entries of a person, by a name of the artist or the guardian, or the one that the public sees, in all exhibitions
 * whose artists the actor may know. The audit records who has looked at which entries, without the name. Throws if too
 * many are found.
 */
export const findEntriesByName = async (name: string, actor: Actor): Promise<FoundEntries> => {
  const isHit = nameQuery(name);
  const found = await readEntries(
    actor,
    mayLookUp,
    ({ artist }, publishedName) =>
      [artist?.name, artist?.consent?.guardian, publishedName].some((one) => one !== undefined && isHit(one)),
    readPublishedNames,
  );
  const { length: count } = found.entries;
  if (count > maxMatches) throw new InvalidInputError([fieldError('name', 'tooManyMatches', { count })]);
  // Before anything is shown: the look is on record even where the answer does not arrive.
  const items = count > 0 ? found.entries.map(({ artwork }) => artwork.id) : [consentDesk];
  await writeTogether(items.map((item) => auditWrite(actor, 'person.lookedUp', item)));
  return found;
};

/** Records that a member of the staff has looked for texts that name a person: whom, the audit does not say. */
export const recordNameSearch = async (actor: Actor): Promise<void> => {
  await writeItem(auditWrite(actor, 'person.lookedUp', consentDesk));
};

/**
 * The entries whose consent needs work, those whose consent ends first at the beginning. The audit records the look at
 * the list, and not at each entry, so that those which are rated blind are in none.
 */
export const findEntriesByConsent = async (
  filter: ConsentFilter,
  today: string,
  actor: Actor,
): Promise<FoundEntries> => {
  const { entries, hidden } = await readEntries(actor, mayKnowArtists, ({ artist }) =>
    matchesConsentFilter(filter, artist, today),
  );
  await writeItem(auditWrite(actor, 'consents.listed', consentDesk));
  const orderOf = ({ exhibition, artwork }: FoundEntry): string =>
    `${artwork.artist?.consent?.expiresOn ?? ''} ${exhibition.id} ${artwork.id}`;
  return { entries: [...entries].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1)), hidden };
};

/**
 * How many consents end within thirty days, and the day of the first, as an editor finds them in that list. It tells of
 * nobody, so that the audit records no look.
 */
export const countEndingConsents = async (today: string): Promise<{ count: number; first: string | undefined }> => {
  const { entries } = await readEntries({ by: 'sergi', role: 'editor' }, mayKnowArtists, ({ artist }) =>
    matchesConsentFilter('ending', artist, today),
  );
  const ends = entries.flatMap(({ artwork }) => artwork.artist?.consent?.expiresOn ?? []);
  return { count: ends.length, first: ends.sort()[0] };
};
