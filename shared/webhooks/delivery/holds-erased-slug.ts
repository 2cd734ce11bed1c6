import { slugLength } from '../../model/text/slug.ts';

/** What stands before the path: no slug is there, whatever site an address is of. */
const origin = /^[a-z]+:\/\/[^/?#]*/i;

/** Letters, digits and hyphens beside each other: a slug is one of them, or a part of one. */
const runs = /[a-z0-9-]+/g;

const isSlug = (text: string): boolean => !text.startsWith('-') && !text.endsWith('-') && !text.includes('--');

/** Every part of an address that can be a slug, and where it stands. */
function* slugsWithin(path: string): Generator<{ slug: string; from: number; to: number }> {
  for (const { 0: run, index } of path.matchAll(runs)) {
    for (let start = 0; start < run.length; start += 1) {
      for (let end = start + 1; end <= Math.min(run.length, start + slugLength); end += 1) {
        const slug = run.slice(start, end);
        if (isSlug(slug)) yield { slug, from: index + start, to: index + end };
      }
    }
  }
}

const placesOf = (slug: string, path: string): { from: number; to: number }[] => {
  const places: { from: number; to: number }[] = [];
  for (let from = path.indexOf(slug); from >= 0; from = path.indexOf(slug, from + 1))
    places.push({ from, to: from + slug.length });
  return places;
};

/**
 * True where an address has a slug that was erased. The institution's own site says where in an address a slug stands,
 * and may have changed that since (`{slug}.html`, `news-{slug};{locale}`): so every part is looked at. A part of a slug
 * that its subject still has is none of its own.
 */
export const holdsErasedSlug = (
  url: string,
  isErased: (slug: string) => boolean,
  current: readonly string[],
): boolean => {
  const path = url.replace(origin, '');
  const kept = current.flatMap((slug) => placesOf(slug, path));
  for (const { slug, from, to } of slugsWithin(path)) {
    if (isErased(slug) && !kept.some((one) => one.from <= from && to <= one.to)) return true;
  }
  return false;
};
