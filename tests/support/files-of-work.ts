import type { Cloud } from '@sergi/emulator/cloud.ts';

/** A work as the public is told of it. */
export interface ShownWork {
  readonly image: { readonly renditions: readonly { readonly url: string }[] };
  readonly imageService: string;
}

/** The paths of all public files of a work: its renditions and its tiles. */
export const filesOfWork = async (cloud: Cloud, { image, imageService }: ShownWork): Promise<string[]> => {
  const tiles = await cloud.s3.list(cloud.s3.bucketName('MediaBucket'), `iiif/3/${imageService.split('/').at(-1)}/`);
  return [...image.renditions.map(({ url }) => new URL(url).pathname), ...tiles.map((key) => `/${key}`)];
};
