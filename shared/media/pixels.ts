import sharp, { type Sharp } from 'sharp';
import type { RenditionType } from '../model/files/picture.ts';

/** A decoded image: upright, in sRGB, eight bits a channel, without metadata. */
export interface Pixels {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

/** A pipeline on a decoded image; `data` is not changed. */
export const fromPixels = ({ data, info }: Pixels): Sharp => sharp(data, { raw: info, limitInputPixels: false });

/** Stores a file that was made of an image, by its name below the image's prefix. */
export type StoreFile = (file: string, type: RenditionType, bytes: Buffer) => Promise<void>;
