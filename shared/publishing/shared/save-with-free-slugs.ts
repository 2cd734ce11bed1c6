import { ConditionsFailedError } from '../../aws/transaction.ts';
import { reservedSlugs } from '../../contract/reserved-slugs.ts';
import { slugCondition } from '../../desk/store/slugs.ts';
import type { ItemKind } from '../../model/events/event-kind.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { NotPublishableError } from './not-publishable-error.ts';
import { slugAttempts, slugCandidate } from './slug-candidates.ts';

/** Why a slug that staff have chosen cannot be had. */
const codes = {
  event: 'slugOfOtherEvent',
  exhibition: 'slugOfOtherExhibition',
  page: 'slugOfOtherPage',
  notice: 'slugOfOtherPage',
} as const;

/**
 * What is published: its slugs in the given languages are those that staff have chosen, or are made from the titles.
 */
interface SlugOwner {
  readonly kind: ItemKind | 'exhibition';
  readonly id: string;
  readonly translations: Readonly<
    Record<Locale, { readonly title?: string | undefined; readonly slug?: string | undefined }>
  >;
}

/**
 * Saves something with a slug for each language, and tries other slugs for titles whose own is taken. `save` claims the
 * slugs in its transaction. Throws `NotPublishableError` where a slug that staff have chosen is taken, or every
 * candidate is.
 */
export const saveWithFreeSlugs = async <T>(
  { kind, id, translations }: SlugOwner,
  locales: readonly Locale[],
  save: (slugs: Readonly<Record<Locale, string>>) => Promise<T>,
): Promise<T> => {
  const attempts = new Map<Locale, number>();
  const slugOf = (locale: Locale): string => {
    const { slug, title = '' } = translations[locale] ?? {};
    if (slug) return slug;
    const candidate = slugCandidate(title, { id, kind, locale }, attempts.get(locale) ?? 0);
    if (kind !== 'page' || !reservedSlugs.has(candidate)) return candidate;
    attempts.set(locale, 1);
    return slugCandidate(title, { id, kind, locale }, 1);
  };
  for (;;) {
    const slugs = Object.fromEntries(locales.map((locale) => [locale, slugOf(locale)]));
    try {
      return await save(slugs);
    } catch (error) {
      const failed = error instanceof ConditionsFailedError ? error.failedConditions : [];
      const contested = locales.filter((locale) => failed.includes(slugCondition(locale)));
      const others = failed.filter((condition) => !contested.some((locale) => condition === slugCondition(locale)));
      if (contested.length === 0) throw error;
      // Where something else has failed as well, the slug is not the cause: the caller reads again, and finds whether
      // it is taken.
      if (others.length > 0) {
        const refusal = error instanceof ConditionsFailedError ? error.refusal : undefined;
        throw new ConditionsFailedError(others, refusal ? [refusal] : []);
      }
      for (const locale of contested) {
        const attempt = (attempts.get(locale) ?? 0) + 1;
        if (translations[locale]?.slug || attempt === slugAttempts) {
          const slug = slugs[locale] ?? '';
          throw new NotPublishableError([fieldError(`translations.${locale}.slug`, codes[kind], { slug })]);
        }
        attempts.set(locale, attempt);
      }
    }
  }
};
