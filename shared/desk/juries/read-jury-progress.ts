import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { readArtworks } from '../exhibitions/artworks.ts';
import type { Actor } from '../store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../store/permissions.ts';
import { readUploads } from '../uploads/uploads.ts';
import { type Juror, readJurors } from './jurors.ts';
import { isOfPerson, isRatedBy } from './numbered-works.ts';
import { readRatings } from './ratings.ts';

/**
 * The progress of a juror: how many entries they have rated, of those that they may rate. Members of the jury have been
 * assigned to it; others may have rated too.
 */
interface JurorProgress extends Partial<Juror> {
  readonly jurorId: string;
  readonly rated: number;
  readonly total: number;
}

const uploadsOf = (artworks: readonly Artwork[]) => readUploads(artworks.flatMap(({ uploadId }) => uploadId ?? []));

/** The jury of an exhibition, and other people who have rated. Throws if the actor may not assign jurors. */
export const readJuryProgress = async (exhibition: Exhibition, actor: Actor): Promise<JurorProgress[]> => {
  requireExhibitionAction('assignJurors', exhibition, actorKindOf(actor));
  const [jurors, artworks, ratings] = await Promise.all([
    readJurors(exhibition.id),
    readArtworks(exhibition.id),
    readRatings(exhibition.id),
  ]);
  const entries = artworks.filter(({ status }) => status !== 'withdrawn');
  const uploads = await uploadsOf(entries);
  const progressOf = (jurorId: string) => {
    const given = new Set(ratings.filter(({ by }) => by === jurorId).map(({ artworkId }) => artworkId));
    const rated = entries.filter(({ id }) => given.has(id)).length;
    // Staff need not rate entries that they have made themselves; contributors may not.
    const isOwn = (artwork: Artwork) =>
      isOfPerson({ artwork, upload: uploads.get(artwork.uploadId ?? '') }, jurorId) && !given.has(artwork.id);
    return { rated, total: entries.filter((artwork) => !isOwn(artwork)).length };
  };
  // Editors rate without being on a list, and a former juror has rated before.
  const listed = new Set(jurors.map(({ jurorId }) => jurorId));
  const others = [...new Set(ratings.map(({ by }) => by))].filter((by) => !listed.has(by));
  return [...jurors, ...others.map((jurorId) => ({ jurorId }))].map((juror) => ({
    ...juror,
    ...progressOf(juror.jurorId),
  }));
};

/** How many of the works that the actor may rate the actor has rated. */
export const readOwnProgress = async ({ id }: Exhibition, actor: Actor): Promise<{ rated: number; total: number }> => {
  const [artworks, ratings] = await Promise.all([readArtworks(id), readRatings(id)]);
  const uploads = await uploadsOf(artworks);
  const works = artworks.filter((artwork) =>
    isRatedBy({ artwork, upload: uploads.get(artwork.uploadId ?? '') }, actor),
  );
  const given = new Set(ratings.filter(({ by }) => by === actor.by).map(({ artworkId }) => artworkId));
  return { rated: works.filter((work) => given.has(work.id)).length, total: works.length };
};
