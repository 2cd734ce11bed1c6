/** The language that a path of the content is about (`place.name.az`), where it is about one of these. */
export const localeOf = (path: string, locales: readonly string[]): string | undefined =>
  path.split('.').find((part) => locales.includes(part));
