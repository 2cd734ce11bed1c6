import type { Exhibition } from '../exhibitions/exhibition.ts';
import type { ExhibitionPublication } from '../exhibitions/exhibition-edition.ts';
import type { Locale } from './locale.ts';

/** An exhibition whose `locales` are chosen to be published, beside what is public of it. */
interface PublishedAnew {
  readonly exhibition: Pick<Exhibition, 'translations'>;
  readonly locales: readonly Locale[];
  readonly publication: ExhibitionPublication | undefined;
}

/** Languages that stay as they were published: not chosen now, and not removed from the working copy since. */
export const keptLocales = ({ exhibition, locales, publication }: PublishedAnew): Locale[] =>
  Object.keys(publication?.content.translations ?? {}).filter(
    (locale) => !locales.includes(locale) && exhibition.translations[locale],
  );

/** The texts as they will be public: the chosen languages as they are now, the others as they were published. */
export const publicTranslations = (anew: PublishedAnew): Exhibition['translations'] => {
  const { exhibition, locales, publication } = anew;
  return Object.fromEntries([
    ...keptLocales(anew).map((locale) => [locale, publication?.content.translations[locale] ?? {}]),
    ...locales.map((locale) => [locale, exhibition.translations[locale] ?? {}]),
  ]);
};
