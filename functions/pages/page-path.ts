import { idSchema } from '../../shared/model/id.ts';
import type { Locale } from '../../shared/model/languages/locale.ts';
import { localeInPath } from '../../shared/model/languages/look-up-locale.ts';
import { slugSchema } from '../../shared/model/text/slug.ts';

/** What stands between the language and the slug in the path of a page. */
export const folders = ['events', 'exhibitions'] as const;

export type Folder = (typeof folders)[number];

/** Pages of a language that hold nothing below them. */
const single = ['calendar', 'search'];

/** True for what may stand at the end of the path of a page: a slug, or an id. */
const isName = (text: string): boolean => slugSchema.safeParse(text).success || idSchema.safeParse(text).success;

/**
 * The path at which a page of ours is served, for a path that says the same with slashes at its end, or with its
 * language in another spelling (`AZ/events/sergi/` is `az/events/sergi`); `undefined` for a path that has not the form
 * of a page. Without the first slash.
 */
export const pagePath = (path: string, locales: readonly Locale[]): string | undefined => {
  const [language = '', ...rest] = path.split('/');
  while (rest.at(-1) === '') rest.pop();
  const [folder, name] = rest;
  const locale = localeInPath(language, locales);
  const isPage =
    rest.length <= 2 &&
    (folder === undefined ||
      (name === undefined && (single.includes(folder) || isName(folder))) ||
      ((folders as readonly string[]).includes(folder) && (name === undefined || isName(name))));
  return locale && isPage ? [locale, ...rest].join('/') : undefined;
};
