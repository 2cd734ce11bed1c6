import { iiifPrefix, publishedPrefix } from '../../media/keys.ts';
import type { PublicChange, PublicSummary } from '../store/public-summary.ts';

type Publication = NonNullable<PublicSummary['publication']>;

/** What the public can see of a summary at a time: nothing while it is scheduled, or after its end. */
const publicationVisibleAt = (summary: PublicSummary | undefined, now: number): Publication | undefined => {
  const publication = summary?.publication;
  if (!publication || Date.parse(publication.publishedAt) > now) return undefined;
  return publication.unpublishAt && Date.parse(publication.unpublishAt) <= now ? undefined : publication;
};

/** Everything that the CDN keeps. */
export const everyPath = '/*';

/** What every change shows in. */
const lists = ['/v1/feed*', '/v1/calendar*', '/v1/search*', '/sitemap*'];

/** What says that something was called off. */
const calendars = ['/v1/feed*', '/v1/calendar*'];

/** Whether staff have changed something that was withdrawn before, and is still: then they have hidden its title or erased it. */
const isTitleTaken = (before: PublicSummary | undefined, after: PublicSummary | undefined): boolean =>
  before !== undefined && !before.publication && !after?.publication && before.actedAt !== after?.actedAt;

/**
 * What a change of an exhibition shows in beside it. An edition may leave any artwork out, and its public summary names
 * none of them.
 */
const exhibitionLists = ['/v1/exhibitions*', '/v1/iiif/*'];
const exhibitionMedia = [`/${publishedPrefix}*`, `/${iiifPrefix}*`];

const pathsOf = ({ kind, id, before, after, isBeforeUnknown }: PublicChange, now: number): string[] => {
  if (isBeforeUnknown) return [everyPath];
  const [was, is] = [publicationVisibleAt(before, now), publicationVisibleAt(after, now)];
  // The public could not see it before and cannot now: no cache holds anything of it but its title in calendars.
  if (!was && !is) return isTitleTaken(before, after) ? calendars : [];
  // They stand on every page, which no path but the widest names: those follow when their age ends.
  if (kind === 'notice') return ['/v1/site*'];
  const slugs = [was, is].flatMap((shown) => Object.entries(shown?.slugs ?? {}));
  const pages = slugs.map(([locale, slug]) => `/${locale}/${kind === 'page' ? '' : `${kind}s/`}${slug}*`);
  if (kind === 'exhibition') return [...lists, ...exhibitionLists, ...pages, ...(was ? exhibitionMedia : [])];
  const answers = [id, ...slugs.map(([, slug]) => slug)].map((name) => `/v1/events/${name}*`);
  const shown = mediaOf(is);
  const goneMedia = mediaOf(was)
    .filter((media) => !shown.includes(media))
    .map((media) => `/${publishedPrefix}${media}/*`);
  const listed = kind === 'page' ? ['/v1/pages*', '/v1/search*', '/sitemap*'] : [...lists, ...answers];
  return [...listed, ...pages, ...goneMedia];
};

/** Where the pictures of an event are. */
const mediaOf = (shown: Publication | undefined): string[] => [
  ...(shown?.media ? [shown.media] : []),
  ...(shown?.gallery ?? []),
];

/** Ways to say the same in fewer paths, each wider than the one before. */
const widenings: readonly ((path: string) => string)[] = [
  (path) => path,
  // The pictures of a gallery lie below many prefixes: one path for all of them.
  (path) => (path.startsWith(`/${publishedPrefix}`) ? `/${publishedPrefix}*` : path),
  (path) => path.replace(/^\/v1\/.*/, '/v1/*'),
  (path) => path.replace(/^\/v1\/.*/, '/v1/*').replace(/^(\/[^/]+)\/(events|exhibitions)\/.*/, '$1/*'),
  () => everyPath,
];

/**
 * CloudFront bears fifteen paths with a wildcard in progress: two invalidations at a time stay below it. What is paid
 * for is paths too, so that fewer and wider ones are the cheaper ones.
 *
 * {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-invalidations}
 */
const mostPaths = 7;

/**
 * The paths under which caches may hold something that the changes have made untrue at `now` (milliseconds since the
 * epoch), as CloudFront names paths: at most seven, sorted; none where the public sees no difference.
 */
export const affectedPaths = (changes: readonly PublicChange[], now: number): string[] => {
  const paths = changes.flatMap((change) => pathsOf(change, now));
  const widened = widenings.map((widen) => [...new Set(paths.map(widen))].sort());
  return widened.find(({ length }) => length <= mostPaths) ?? [];
};
