/** Where uploads arrive, by upload id; files here are deleted after some days (`infra/stores.ts`). */
export const incomingPrefix = 'incoming/';

/** Where accepted files are kept unchanged, by upload id. */
export const originalsPrefix = 'originals/';

/** Where the renditions and tiles of accepted files wait for publication, by upload id. */
export const renditionsPrefix = 'renditions/';

/** The records of erasures, so that a restore of the table does not undo them. */
export const erasuresPrefix = 'erasures/';

/** Where published renditions lie in the media store. */
export const publishedPrefix = 'media/';

/** Where the tiles of published artworks lie in the media store: the path of the IIIF Image API. */
export const iiifPrefix = 'iiif/3/';

/** Where the counts of views lie in the media store, which pages ask for. */
export const countsPrefix = 'counts/';

/** Where copies of renditions lie that a jury sees while it rates blind, in random folders. */
export const juryPrefix = 'jury/';

/** Where the scans of forms lie by which guardians have agreed. Nothing copies them from there. */
export const consentFormsPrefix = 'consent-forms/';

export const incomingKey = (uploadId: string): string => `${incomingPrefix}${uploadId}`;
export const originalKey = (uploadId: string): string => `${originalsPrefix}${uploadId}`;
export const consentFormKey = (id: string): string => `${consentFormsPrefix}${id}`;
/** `file` as in `Rendition.file`. */
export const renditionKey = (uploadId: string, file: string): string => `${renditionsPrefix}${uploadId}/${file}`;
/** `file` as in `tileFiles`. */
export const tileKey = (uploadId: string, file: string): string => renditionKey(uploadId, `iiif/${file}`);
/** `folder` as in `JuryWorkRecord`. */
export const juryKey = (folder: string, file: string): string => `${juryPrefix}${folder}/${file}`;
/** `media` as in `PublishedImage`. */
export const publishedKey = (media: string, file: string): string => `${publishedPrefix}${media}/${file}`;
/** The name of a manifest that is a file, below a `media` of its own. */
export const manifestFileName = 'manifest.json';
/** `file` as in `tileFiles`, or `info.json`. */
export const publishedTileKey = (media: string, file: string): string => `${iiifPrefix}${media}/${file}`;
