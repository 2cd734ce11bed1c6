import { hasEnded } from '../../shared/model/exhibitions/exhibition-status.ts';
import type { Locale } from '../../shared/model/languages/locale.ts';
import { resolveLocale, type Site } from '../../shared/model/site/site.ts';

/** What the public sees of an event or an exhibition, as far as it matters here. */
interface SeenPublication {
  readonly publishedAt: string;
  readonly unpublishAt?: string | undefined;
  readonly content: {
    readonly translations: Readonly<Record<Locale, { readonly slug: string; readonly title: string }>>;
  };
}

/**
 * What readers of a language call something that is public now, and by which slug it is found; `undefined` where it is
 * not.
 */
export const publicTitle = (
  publication: SeenPublication | undefined,
  wanted: Locale,
  site: Site,
  now: Date,
): { locale: Locale; slug: string; title: string } | undefined => {
  if (!publication || publication.publishedAt > now.toISOString() || hasEnded(publication, now)) return undefined;
  const { translations } = publication.content;
  const locales = Object.keys(translations).filter((locale) => site.locales.includes(locale));
  const locale = resolveLocale(site, wanted, locales);
  const texts = locale === undefined ? undefined : translations[locale];
  return locale !== undefined && texts ? { locale, slug: texts.slug, title: texts.title } : undefined;
};
