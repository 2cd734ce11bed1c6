import type { IIIFExternalWebResource } from '@iiif/presentation-3';
import type { ArtworkImage } from '../../model/exhibitions/artwork.ts';
import { maximumFile } from '../../model/files/image-tiles.ts';
import type { PublishedImage } from '../../model/files/picture.ts';
import { type Rendition, renditionsOf } from '../../model/files/picture.ts';
import { imageServiceUrl, mediaUrl } from '../../showcase/store/urls.ts';

/** Every viewer can show JPEG; its renditions exist in every width, smallest first. */
const jpegsOf = (image: PublishedImage): Rendition[] => renditionsOf(image).filter(({ type }) => type === 'image/jpeg');

const resource = (id: string, { type, width, height }: Rendition): IIIFExternalWebResource => ({
  id,
  type: 'Image',
  format: type,
  width,
  height,
});

/** The smallest form of an image, for lists. */
export const thumbnailOf = (image: PublishedImage): IIIFExternalWebResource[] =>
  jpegsOf(image)
    .slice(0, 1)
    .map((rendition) => resource(`${mediaUrl(image.media)}/${rendition.file}`, rendition));

/** The largest form of an image in one file, with the service by which a viewer zooms into it where it has tiles. */
export const largestOf = (image: ArtworkImage): IIIFExternalWebResource => {
  const widest = jpegsOf(image).at(-1);
  if (!widest) throw new Error(`The image ${image.media} has no JPEG.`);
  if (!image.tiles) return resource(`${mediaUrl(image.media)}/${widest.file}`, widest);
  const service = imageServiceUrl(image.media);
  return {
    // The same file as the rendition, at the address that a service answers for it.
    ...resource(`${service}/${maximumFile}`, widest),
    service: [{ id: service, type: 'ImageService3', profile: 'level0' }],
  };
};
