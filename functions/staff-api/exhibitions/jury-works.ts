import type { JuryWork } from '../../../shared/contract/staff/jury-schemas.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { readArtwork } from '../../../shared/desk/exhibitions/artworks.ts';
import { blindTexts } from '../../../shared/desk/juries/blind-texts.ts';
import {
  isRatedBy,
  markOf,
  type NumberedWork,
  readNumberedWorks,
  requireNumberedWork,
} from '../../../shared/desk/juries/numbered-works.ts';
import * as rate from '../../../shared/desk/juries/rate-jury-work.ts';
import { readRating, readRatings } from '../../../shared/desk/juries/ratings.ts';
import { requireJury } from '../../../shared/desk/juries/require-jury.ts';
import { isEditor } from '../../../shared/desk/store/permissions.ts';
import { readUploads } from '../../../shared/desk/uploads/uploads.ts';
import { fromNumberCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import type { Artwork } from '../../../shared/model/exhibitions/artwork.ts';
import type { Exhibition } from '../../../shared/model/exhibitions/exhibition.ts';
import type { Upload } from '../../../shared/model/files/upload.ts';
import { isBlind } from '../../../shared/model/staff/permissions.ts';
import { actorOf } from '../actor-of.ts';
import { juryPicture } from './jury-picture.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const listJuryWorks: StaffHandlers['listJuryWorks'] = async ({ params: { id }, query }, call) => {
  const exhibition = await requireJury(id, 'readWorks', actorOf(call));
  const list = `WORKS#${id}#${exhibition.rating?.draw ?? ''}`;
  const page = { limit: query.limit, after: fromNumberCursor(list, query.cursor) };
  const { items: numbered, last } = await readNumberedWorks(exhibition, page);
  const artworks = await Promise.all(numbered.map(({ artworkId }) => readArtwork(id, artworkId)));
  const uploads = await readUploads(artworks.flatMap((artwork) => artwork?.uploadId ?? []));
  const works = await Promise.all(
    numbered.map(async (one, n) => {
      const artwork = artworks[n];
      const upload = uploads.get(artwork?.uploadId ?? '');
      if (!artwork || !isRatedBy({ artwork, upload }, actorOf(call))) return [];
      return toWork(artwork, one, { exhibition, upload, call, isListed: true });
    }),
  );
  const items = works.flat();
  const keyOf = (index: number) => String(items[index]?.number);
  return { body: pageOf(list, items, keyOf, last && String(numbered.at(-1)?.number)) };
};

export const getJuryWork: StaffHandlers['getJuryWork'] = async ({ params: { id, number } }, call) => {
  const exhibition = await requireJury(id, 'readWorks', actorOf(call));
  const { numbered, artwork, upload } = await requireNumberedWork(exhibition, number, actorOf(call));
  const work = await toWork(artwork, numbered, { exhibition, upload, call });
  // A juror who has not rated it yet should form an opinion without seeing the others.
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
  await rate.rateJuryWork({ exhibitionId: id, number }, body, actorOf(call));
  return { body: { number, ...body } };
};

export const updateJuryRating: StaffHandlers['updateJuryRating'] = async ({ params: { id, number }, body }, call) => {
  const { mark, ...change } = body;
  const stored = await rate.changeJuryRating({ exhibitionId: id, number, mark }, change, actorOf(call));
  return { body: { number, ...stored } };
};

interface JuryWorkContext {
  readonly exhibition: Exhibition;
  readonly upload: Upload | undefined;
  readonly call: Call;
  readonly isListed?: boolean;
}

const toWork = async (artwork: Artwork, numbered: NumberedWork, context: JuryWorkContext): Promise<JuryWork> => {
  const { exhibition, upload, call, isListed = false } = context;
  const { year, artist } = artwork;
  const { translations, medium } = isBlind(exhibition) ? blindTexts(artwork) : artwork;
  const image = upload && (await juryPicture(numbered, upload, isListed));
  const mine = await readRating(exhibition.id, artwork.id, call.staff.id);
  return {
    number: numbered.number,
    mark: markOf(numbered),
    translations,
    ...(medium && { medium }),
    ...(year && { year }),
    ...(artist && !isBlind(exhibition) && { artist: namedPart(artist) }),
    ...(image && { image }),
    ...(mine && { myScore: mine.score, ...(mine.comment && { myComment: mine.comment }) }),
  };
};

/** A jury may see neither consent nor guardian. */
const namedPart = ({ name, ageAtEntry, school, region }: NonNullable<Artwork['artist']>) => ({
  ...{ name, ageAtEntry, school, region },
});
