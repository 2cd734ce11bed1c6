import type { CacheTag } from '../../freshness/answer-facts.ts';
import { iiifPrefix, publishedPrefix } from '../../media/keys.ts';
import type { PublicChange, PublicSummary } from '../store/public-summary.ts';

type Publication = NonNullable<PublicSummary['publication']>;

/** What an invalidation names: a tag as CloudFront writes it, or a path. */
export type Forgotten = `#${CacheTag}` | `/${string}`;

/** What every public answer has. */
export const wholeSite: Forgotten = '#site';

/** Everything that the CDN keeps, files too. */
export const everyPath: Forgotten = '/*';

/** What the public can see of a summary at a time: nothing while it is scheduled, or after its end. */
const publicationVisibleAt = (summary: PublicSummary | undefined, now: number): Publication | undefined => {
  const publication = summary?.publication;
  if (!publication || Date.parse(publication.publishedAt) > now) return undefined;
  return publication.unpublishAt && Date.parse(publication.unpublishAt) <= now ? undefined : publication;
};

/**
 * Whether it is to become public later: answers that are kept, made before it was planned, would not end at that
 * moment.
 */
const isPlanned = (summary: PublicSummary | undefined, now: number): boolean =>
  summary?.publication !== undefined && Date.parse(summary.publication.publishedAt) > now;

/**
 * Whether something has changed that was withdrawn before, or had come to its planned end, and is withdrawn now: then
 * staff have hidden its title, erased it, or withdrawn what calendars call cancelled since that end.
 */
const isTitleTaken = (before: PublicSummary | undefined, after: PublicSummary | undefined, now: number): boolean =>
  before !== undefined &&
  !publicationVisibleAt(before, now) &&
  !after?.publication &&
  before.actedAt !== after?.actedAt;

/** All public files: what an earlier release has published has no tags. */
export const everyFile: readonly Forgotten[] = [`/${publishedPrefix}*`, `/${iiifPrefix}*`];

const forgottenBy = ({ kind, id, before, after, isBeforeUnknown }: PublicChange, now: number): Forgotten[] => {
  if (isBeforeUnknown) return [everyPath];
  const [was, is] = [publicationVisibleAt(before, now), publicationVisibleAt(after, now)];
  // The public cannot see it before, now or later: no cache holds anything of it but its title in calendars.
  if (!was && !is && !isPlanned(after, now)) return isTitleTaken(before, after, now) ? ['#lists'] : [];
  // They stand on every page, in the navigation or above the content.
  return kind === 'notice' || kind === 'page' ? [wholeSite] : ['#lists', `#${kind}-${id}`];
};

/** Most tags that are named: of more, an import or a rebuild, it is the whole site, at the price of one. */
const mostTags = 30;

const unique = (items: readonly Forgotten[]): Forgotten[] => [...new Set(items)].sort();

/**
 * What caches must forget, since the changes have made it untrue at `now` (milliseconds since the epoch), or will at a
 * moment that it does not know: tags, sorted; nothing where the public sees no difference. All tags, where the settings
 * have changed, by which every answer is made. Files are forgotten once they are deleted (`delete-files-of.ts`).
 */
export const forgottenWith = (changes: readonly PublicChange[], now: number, isSiteChanged = false): Forgotten[] => {
  const bySettings: readonly Forgotten[] = isSiteChanged ? [wholeSite] : [];
  const all = unique([...bySettings, ...changes.flatMap((change) => forgottenBy(change, now))]);
  if (all.includes(everyPath)) return [everyPath];
  return all.includes(wholeSite) || all.length > mostTags ? [wholeSite] : all;
};
