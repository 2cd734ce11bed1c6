import { maxEventPictures } from '../events/event-picture.ts';

/** How a text in Markdown names a picture: `![alt](upload:ID)`. An id is a ULID, in either case. */
const uploadAddress = /upload:([0-7][0-9A-HJKMNP-TV-Z]{25})(?![0-9A-Z])/gi;

/** The upload that an address names; `undefined` where it names none. */
export const uploadOfAddress = (address: string): string | undefined => {
  const [found] = address.matchAll(uploadAddress);
  return found?.[0] === address ? found[1]?.toUpperCase() : undefined;
};

/** The texts in Markdown of an event (`body`) or an exhibition (`description`), by language. */
export type TextsWithPictures = Readonly<
  Record<string, { readonly body?: string | undefined; readonly description?: string | undefined }>
>;

/**
 * The uploads that a text names, each once. It may name more than it shows, as in code. It shows none that this does
 * not find: an address that is written with entities or escapes is none of a picture.
 */
export const uploadsNamedIn = (text = ''): string[] => [
  ...new Set([...text.matchAll(uploadAddress)].map(([, id = '']) => id.toUpperCase())),
];

/** The uploads that texts name, each once, with where the first text that names it stands. */
export const uploadsOfTexts = (texts: TextsWithPictures): Map<string, string> =>
  new Map(
    Object.entries(texts)
      .flatMap(([locale, translation]) =>
        (['body', 'description'] as const).flatMap((field) =>
          uploadsNamedIn(translation[field]).map((id) => [id, `translations.${locale}.${field}`] as const),
        ),
      )
      .reverse(),
  );

/** Most pictures that one text shows. */
export const maxTextPictures = maxEventPictures;
