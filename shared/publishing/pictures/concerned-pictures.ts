import {
  imagesOf,
  type PublicImage,
  type ShownImage,
  type ShownPictures,
  shownImagesOf,
} from '../../model/publication/edition.ts';
import { hashesOfPictures } from './hashes-of-pictures.ts';
import type { PicturePermission } from './picture-permission.ts';

/** A picture of a publication that a permission concerns, with what becomes of its image. */
export interface ConcernedPicture {
  readonly index: number;
  readonly image: ShownImage;
  /** Absent where it is removed. */
  readonly next?: ShownImage;
}

const withUntil = ({ until: _, ...image }: ShownImage, until: string | undefined): ShownImage => ({
  ...image,
  ...(until && { until }),
});

/**
 * The pictures of a publication that the permission to show the picture `hash` removes, or shows until another time
 * than before; `undefined` where the publication does not show it. One whose upload was deleted is removed in any case.
 */
export const concernedPictures = async (
  publication: ShownPictures | undefined,
  hash: string | undefined,
  permission: PicturePermission,
): Promise<ConcernedPicture[] | undefined> => {
  const hashes = publication ? await hashesOfPictures(publication) : [];
  if (!publication || (hash !== undefined && !hashes.includes(hash))) return undefined;
  const until = 'until' in permission ? permission.until : undefined;
  return shownImagesOf(publication).flatMap((image, index): ConcernedPicture[] => {
    const its = hashes[index];
    if (its === undefined || (its === hash && 'refusal' in permission)) return [{ index, image }];
    return its === hash && until !== image.until ? [{ index, image, next: withUntil(image, until) }] : [];
  });
};

/** The pictures and images of a publication after that: what is removed is in none of them. */
export const picturesAfter = <P extends { readonly uploadId: string }>(
  publication: Omit<ShownPictures, 'content'> & { readonly content: { readonly pictures: readonly P[] } },
  concerned: readonly ConcernedPicture[],
): { pictures: P[]; images: PublicImage[]; textPictures: ShownImage[]; isRemoval: boolean } => {
  const changed = new Map(concerned.map(({ index, next }) => [index, next]));
  const all = shownImagesOf(publication).map((image, n) => (changed.has(n) ? changed.get(n) : image));
  // The first are those of the pictures, the others stand in texts alone.
  const count = imagesOf(publication).length;
  const isLeft = (image: ShownImage | undefined): image is ShownImage => image !== undefined;
  return {
    pictures: publication.content.pictures.filter((_, n) => n >= count || isLeft(all[n])),
    images: all
      .slice(0, count)
      .filter(isLeft)
      .map(({ uploadId: _, ...image }) => image),
    textPictures: all.slice(count).filter(isLeft),
    isRemoval: concerned.some(({ next }) => !next),
  };
};

/** As what an item shows a picture: the one that stands for it in lists, among its others, or in a text. */
export type PictureRole = 'cover' | 'gallery' | 'text';

/** As what the pictures that are removed were shown; `cover` is the place of the picture that stands for the item. */
export const removedRoles = (
  publication: ShownPictures,
  concerned: readonly ConcernedPicture[],
  cover: number,
): PictureRole[] => {
  const count = imagesOf(publication).length;
  const roles = concerned
    .filter(({ next }) => !next)
    .map(({ index }): PictureRole => (index === cover ? 'cover' : index < count ? 'gallery' : 'text'));
  return [...new Set(roles)];
};
