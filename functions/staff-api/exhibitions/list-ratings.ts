import type { RatedWork } from '../../../shared/contract/staff/jury-schemas.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { blindTexts } from '../../../shared/desk/juries/blind-texts.ts';
import { type RatedEntry, readRatingsPage } from '../../../shared/desk/juries/read-ratings-page.ts';
import { readUploads } from '../../../shared/desk/uploads/uploads.ts';
import { fromNumberCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import type { Upload } from '../../../shared/model/files/upload.ts';
import { isBlind } from '../../../shared/model/staff/permissions.ts';
import { actorOf } from '../actor-of.ts';
import { juryPicture } from './jury-picture.ts';

type ListRatings = Handlers<typeof staffRoutes>['listRatings'];

export const listRatings: ListRatings = async ({ params: { id }, query }, call) => {
  const exhibition = await requireExhibition(id);
  const list = `RATINGS#${id}#${isBlind(exhibition) ? exhibition.rating?.draw : ''}`;
  const page = { limit: query.limit, after: fromNumberCursor(list, query.cursor) };
  const { items: entries, last } = await readRatingsPage(exhibition, page, actorOf(call));
  const uploads = await readUploads(entries.flatMap(({ artwork }) => artwork.uploadId ?? []));
  const items = await Promise.all(
    entries.map((entry) => toRatedWork(entry, uploads.get(entry.artwork.uploadId ?? ''), isBlind(exhibition))),
  );
  const keyOf = (index: number) => String(items[index]?.number);
  return { body: pageOf(list, items, keyOf, last === undefined ? undefined : String(last)) };
};

const toRatedWork = async (
  { numbered, artwork, ratings }: RatedEntry,
  upload: Upload | undefined,
  isBlind: boolean,
): Promise<RatedWork> => {
  const image = upload && (await juryPicture(numbered, upload, true));
  return {
    number: numbered.number,
    ...(!isBlind && { artworkId: artwork.id }),
    translations: (isBlind ? blindTexts(artwork) : artwork).translations,
    ...(image && { image }),
    ratings: ratings.map(({ by, score, comment }) => ({ juror: by, score, ...(comment && { comment }) })),
  };
};
