import type { Locale } from './locale.ts';

/** The parts of a text that a translator works on; the slug is none of them. */
interface Text {
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  /** The text, of an event and of an exhibition. */
  readonly body?: string | undefined;
  readonly description?: string | undefined;
}

/**
 * The texts of an event or exhibition by language, and when each was last changed, where that was after the creation.
 */
interface Texts {
  readonly translations: Readonly<Record<Locale, Text>>;
  readonly textChangedAt?: Readonly<Record<Locale, string>> | undefined;
}

const parts = ['title', 'summary', 'body', 'description'] as const;

const isTextSame = (one: Text | undefined, other: Text | undefined): boolean =>
  parts.every((part) => one?.[part] === other?.[part]);

/**
 * When the text in each language was last changed, once an item gets other translations at a time. A language is left
 * out as long as nobody has changed it since the item was created. One that somebody finds to be up to date counts as
 * changed.
 */
export const textTimes = (
  { translations: before, textChangedAt = {} }: Texts,
  { translations, upToDate = [] }: Pick<Texts, 'translations'> & { readonly upToDate?: readonly Locale[] },
  now: string,
): Record<Locale, string> =>
  Object.fromEntries(
    Object.entries(translations).flatMap(([locale, text]) => {
      const isAsBefore = isTextSame(before[locale], text) && !upToDate.includes(locale);
      const changedAt = isAsBefore ? textChangedAt[locale] : now;
      return changedAt ? [[locale, changedAt]] : [];
    }),
  );

/**
 * The languages whose text is older than the original: than that of the first language of the item, which is the one
 * that it was created in.
 */
export const outdatedLocales = ({
  translations,
  textChangedAt = {},
  createdAt,
}: Texts & { readonly createdAt: string }): Locale[] => {
  const [original = '', ...others] = Object.keys(translations);
  const changedAt = (locale: Locale): string => textChangedAt[locale] ?? createdAt;
  return others.filter((locale) => changedAt(locale) < changedAt(original));
};
