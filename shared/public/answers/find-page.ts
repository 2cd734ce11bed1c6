import { noteShown } from '../../freshness/answer-facts.ts';
import { idSchema } from '../../model/id.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { resolveLocale, type Site } from '../../model/site/site.ts';
import { readPage, readPages, readSlugs, type SlugTarget } from '../../showcase/store/read.ts';
import type { Answer } from './answer.ts';

/** What a reader asks for: an event or an editors' page, in a language where one is `wanted`. */
interface AskedPage {
  readonly kind: 'event' | 'page';
  readonly idOrSlug: string;
  readonly wanted: Locale | undefined;
  readonly site: Site;
  readonly now: Date;
}

/** What the public has at an id or a slug: a former slug says in which language it was one. */
type PageInLocale =
  | Exclude<SlugTarget, { kind: 'former' }>
  | { readonly kind: 'former'; readonly eventId: string; readonly locale: string };

/** The slugs that `readSlugs` reads, of the languages that the site has. */
export const slugsOfSite = async (
  id: string,
  { kind, site, now }: Pick<AskedPage, 'kind' | 'site' | 'now'>,
): Promise<Record<Locale, string> | 'gone' | undefined> => {
  const slugs = await readSlugs(id, now, kind);
  if (!slugs || slugs === 'gone') return slugs;
  return Object.fromEntries(Object.entries(slugs).filter(([locale]) => site.locales.includes(locale)));
};

/** The present address of what once had the slug, or that it was withdrawn. */
export const redirectOrGone = async (
  { eventId, locale: its }: { readonly eventId: string; readonly locale: string },
  asked: AskedPage,
): Promise<Answer<never>> => {
  const slugs = await slugsOfSite(eventId, asked);
  if (!slugs || slugs === 'gone') return { kind: 'gone' };
  const locale = resolveLocale(asked.site, asked.wanted ?? its, Object.keys(slugs));
  // Withdrawn in the slug's language, and the reader has not asked for another.
  if (!locale || (!asked.wanted && !slugs[its])) return { kind: 'gone' };
  return { kind: 'moved', locale, slug: slugs[locale] ?? '' };
};

/** What an id or a slug leads to. Without `wanted` a slug's language applies, or for an id the site's first one. */
export const findPage = (asked: AskedPage): Promise<PageInLocale | undefined> =>
  idSchema.safeParse(asked.idOrSlug).success ? byId(asked) : bySlug(asked);

const byId = async (asked: AskedPage): Promise<PageInLocale | undefined> => {
  const { kind, idOrSlug: id, wanted, site, now } = asked;
  const slugs = await slugsOfSite(id, asked);
  if (slugs === 'gone') return { kind: 'gone' };
  const locale = slugs && resolveLocale(site, wanted ?? site.defaultLocale, Object.keys(slugs));
  const answer = locale && slugs[locale] ? await readPage(locale, slugs[locale], now, kind) : undefined;
  return answer && inLocale(answer, locale ?? '');
};

const inLocale = (found: SlugTarget, locale: string): PageInLocale =>
  found.kind === 'former' ? { ...found, locale } : found;

/** A slug belongs to one language; a reader who asks for another gets the text in that one where it exists. */
const bySlug = async ({ kind, idOrSlug: slug, wanted, site, now }: AskedPage): Promise<PageInLocale | undefined> => {
  const order = wanted ? [wanted, ...site.locales.filter((locale) => locale !== wanted)] : site.locales;
  const answers = (await readPages(order, slug, now, kind)).map(({ locale, found }) => ({
    locale,
    answer: inLocale(found, locale),
  }));
  // A present page comes before a former one, unless that is in the language asked for: another event may have the same
  // slug there.
  const [first] = answers;
  const best = first?.locale === wanted ? first : (answers.find(({ answer }) => answer.kind === 'page') ?? first);
  // Another event may be published with this slug in a language that comes before: readers get that one then.
  if (best?.locale !== order[0]) noteShown('lists');
  const answer = best?.answer;
  if (answer?.kind !== 'page' || !wanted || answer.page.locale === wanted) return answer;
  const other = answer.page.slugs[wanted];
  const translated = other ? await readPage(wanted, other, now, kind) : undefined;
  return translated ? inLocale(translated, wanted) : answer;
};
