/** Where uploads arrive, by upload id; what is here is deleted after some days (`infra/stores.ts`). */
export const incomingPrefix = 'incoming/';

/** Where accepted files are kept untouched, by upload id. */
export const originalsPrefix = 'originals/';

/** Where the renditions of accepted files wait for publication, by upload id. */
export const renditionsPrefix = 'renditions/';

/** Where published renditions lie in the media store. */
export const publishedPrefix = 'media/';

export const incomingKey = (uploadId: string): string => `${incomingPrefix}${uploadId}`;
export const originalKey = (uploadId: string): string => `${originalsPrefix}${uploadId}`;
/** `file` as in `Rendition.file`. */
export const renditionKey = (uploadId: string, file: string): string => `${renditionsPrefix}${uploadId}/${file}`;
/** `media` as in `PublishedImage`. */
export const publishedKey = (media: string, file: string): string => `${publishedPrefix}${media}/${file}`;
