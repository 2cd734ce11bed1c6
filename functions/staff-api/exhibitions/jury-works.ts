import type { Page } from '../../../shared/aws/table.ts';
import { ConditionsFailedError } from '../../../shared/aws/transaction.ts';
import type { JuryWork } from '../../../shared/contract/jury-schemas.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readArtwork } from '../../../shared/desk/exhibitions/artworks.ts';
import { readEntriesPage } from '../../../shared/desk/exhibitions/entry-numbers.ts';
import { readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { isJurorOf } from '../../../shared/desk/juries/jurors.ts';
import { readJuryWorksPage as listDrawn, readJuryWork as readDrawn } from '../../../shared/desk/juries/jury-works.ts';
import { readRating, readRatings, saveRating } from '../../../shared/desk/juries/ratings.ts';
import { actorKindOf, isEditor, requireExhibitionAction } from '../../../shared/desk/store/permissions.ts';
import { retryOnNewEdition } from '../../../shared/desk/store/retry-on-new-edition.ts';
import { readUploads } from '../../../shared/desk/uploads/uploads.ts';
import { fromNumberCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import { signForJury } from '../../../shared/media/jury-media.ts';
import { signRenditions } from '../../../shared/media/publish-media.ts';
import type { Artwork } from '../../../shared/model/artwork.ts';
import type { Exhibition } from '../../../shared/model/exhibition.ts';
import { isBlind } from '../../../shared/model/permissions.ts';
import type { Picture } from '../../../shared/model/picture.ts';
import type { Upload } from '../../../shared/model/upload.ts';
import { ConflictError, NotFoundError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** A work by the number under which the jury knows it; of one that is rated blind, where the copies of its images are. */
interface Numbered {
  readonly number: number;
  readonly artworkId: string;
  readonly folder?: string;
  readonly isCopied?: boolean;
}

/** The exhibition whose works the caller may see and rate: 404 where the caller is not on its jury, 409 where they are not rated now. */
const requireJury = async (id: string, action: 'readWorks' | 'rate', call: Call): Promise<Exhibition> => {
  const exhibition = await readExhibition(id);
  const actor = isEditor(actorOf(call))
    ? actorKindOf(actorOf(call))
    : (await isJurorOf(id, call.staff.id))
      ? 'juror'
      : undefined;
  if (!exhibition || !actor) throw new NotFoundError(reason('juryNotFound', { exhibitionId: id }));
  requireExhibitionAction(action, exhibition, actor);
  if (isBlind(exhibition) && !exhibition.rating) {
    throw new ConflictError(reason('ratingNotPrepared', { id }));
  }
  return exhibition;
};

/** Those works that the caller rates: none that was withdrawn, and of a contributor none that he has entered himself. */
const isRatedByCaller = (artwork: Artwork | undefined, call: Call): artwork is Artwork =>
  artwork !== undefined &&
  artwork.status !== 'withdrawn' &&
  (isEditor(actorOf(call)) || artwork.createdBy !== call.staff.id);

export const listJuryWorks: StaffHandlers['listJuryWorks'] = async ({ params: { id }, query }, call) => {
  const exhibition = await requireJury(id, 'readWorks', call);
  const list = `WORKS#${id}#${exhibition.rating?.draw ?? ''}`;
  const page = { limit: query.limit, after: fromNumberCursor(list, query.cursor) };
  const { items: numbered, last } = await numberedIn(exhibition, page);
  const artworks = await Promise.all(numbered.map(({ artworkId }) => readArtwork(id, artworkId)));
  const uploads = await readUploads(artworks.flatMap((artwork) => artwork?.uploadId ?? []));
  const works = await Promise.all(
    numbered.map(async (one, n) => {
      const artwork = artworks[n];
      if (!isRatedByCaller(artwork, call)) return [];
      return toWork(artwork, one, { exhibition, upload: uploads.get(artwork.uploadId ?? ''), call, isListed: true });
    }),
  );
  const items = works.flat();
  const keyOf = (index: number) => String(items[index]?.number);
  return { body: pageOf(list, items, keyOf, last && String(numbered.at(-1)?.number)) };
};

const numberedIn = (
  { id, rating, ...exhibition }: Exhibition,
  page: { limit: number; after: number | undefined },
): Promise<Page<Numbered>> =>
  rating && isBlind({ ...exhibition, rating }) ? listDrawn(id, rating.draw, page) : readEntriesPage(id, page);

export const getJuryWork: StaffHandlers['getJuryWork'] = async ({ params: { id, number } }, call) => {
  const exhibition = await requireJury(id, 'readWorks', call);
  const { numbered, artwork } = await requireWork(exhibition, number, call);
  const uploads = await readUploads(artwork.uploadId ? [artwork.uploadId] : []);
  const work = await toWork(artwork, numbered, { exhibition, upload: uploads.get(artwork.uploadId ?? ''), call });
  // Who has not rated it yet is to make up his own mind.
  if (work.myScore === undefined && !isEditor(actorOf(call))) return { body: work };
  const others = (await readRatings(id, artwork.id)).filter(({ by }) => by !== call.staff.id);
  const opinions = others.map(({ by, score, comment }) => ({
    score,
    ...(comment && { comment }),
    ...(isEditor(actorOf(call)) && { jurorId: by }),
  }));
  return { body: { ...work, opinions: opinions.sort((a, b) => b.score - a.score) } };
};

export const rateJuryWork: StaffHandlers['rateJuryWork'] = async ({ params: { id, number }, body }, call) => {
  // Again where the exhibition has changed meanwhile: it may not be rated any more.
  await retryOnNewEdition(async () => {
    const exhibition = await requireJury(id, 'rate', call);
    const { artwork } = await requireWork(exhibition, number, call);
    await saveRating(exhibition, { artworkId: artwork.id, ...body }, actorOf(call)).catch((error: unknown) => {
      const isErased = error instanceof ConditionsFailedError && error.failedConditions.includes('artwork');
      throw isErased ? juryWorkNotFound(number) : error;
    });
  });
  return { body: { number, ...body } };
};

const requireWork = async (
  exhibition: Exhibition,
  number: number,
  call: Call,
): Promise<{ numbered: Numbered; artwork: Artwork }> => {
  const { id, rating } = exhibition;
  const found: Numbered | undefined =
    rating && isBlind(exhibition)
      ? await readDrawn(id, rating.draw, number)
      : (await readEntriesPage(id, { limit: 1, after: number - 1 })).items[0];
  const artwork = found?.number === number ? await readArtwork(id, found.artworkId) : undefined;
  if (!found || !isRatedByCaller(artwork, call)) throw juryWorkNotFound(number);
  return { numbered: found, artwork };
};

const juryWorkNotFound = (number: number): NotFoundError => new NotFoundError(reason('workNotFound', { number }));

interface JuryWorkContext {
  readonly exhibition: Exhibition;
  readonly upload: Upload | undefined;
  readonly call: Call;
  readonly isListed?: boolean;
}

const toWork = async (artwork: Artwork, numbered: Numbered, context: JuryWorkContext): Promise<JuryWork> => {
  const { exhibition, upload, call, isListed = false } = context;
  const { translations, medium, year, artist } = artwork;
  const image = upload && (await pictureFor(numbered, upload, isListed));
  const mine = await readRating(exhibition.id, artwork.id, call.staff.id);
  return {
    number: numbered.number,
    translations,
    ...(medium && { medium }),
    ...(year && { year }),
    ...(artist && !isBlind(exhibition) && { artist: namedPart(artist) }),
    ...(image && { image }),
    ...(mine && { myScore: mine.score, ...(mine.comment && { myComment: mine.comment }) }),
  };
};

/** Neither consent nor guardian are a jury's to know. */
const namedPart = ({ name, ageAtEntry, school, region }: NonNullable<Artwork['artist']>) => ({
  ...{ name, ageAtEntry, school, region },
});

const pictureFor = async (
  { folder, isCopied }: Numbered,
  { id, image }: Upload,
  isListed: boolean,
): Promise<Picture | undefined> => {
  if (!image || (folder !== undefined && !isCopied)) return undefined;
  const { placeholder, color, widths } = image;
  const shown = isListed ? { ...image, widths: widths.slice(0, 1) } : image;
  const renditions = folder === undefined ? await signRenditions(id, shown) : await signForJury(folder, shown);
  return { renditions, alt: '', placeholder, color };
};
