import type { Picture } from '../../model/files/picture.ts';

/** A rendition that every program can show: the JPEG that comes nearest to a width in pixels. */
export const jpegOf = ({ renditions }: Picture, width: number): Picture['renditions'][number] | undefined =>
  renditions
    .filter(({ type }) => type === 'image/jpeg')
    .sort((a, b) => Math.abs(a.width - width) - Math.abs(b.width - width))[0];
