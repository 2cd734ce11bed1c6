import type { PublicArtwork, PublicExhibition } from '../../contract/public-schemas.ts';
import { fromNumberCursor, toCursor } from '../../http/cursor.ts';
import { answerBytes, maxPageBytes } from '../../http/page-by-size.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import { maxSelectedArtworks } from '../../model/exhibitions/exhibition.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { resolveLocale, type Site } from '../../model/site/site.ts';
import { descriptionIn, type StoredExhibition, titledDocumentsOf } from '../../showcase/store/exhibition.ts';
import { eventPageUrl } from '../../showcase/store/page-urls.ts';
import { readPage, readSlugs } from '../../showcase/store/read.ts';
import { type ArtworksPart, readArtworksPart, readPublicArtwork } from '../../showcase/store/read-exhibition.ts';
import { readViews } from '../../showcase/store/views.ts';
import { bodyOf, pageBodyOf, type TextBody } from '../text-body.ts';
import type { Answer } from './answer.ts';
import { exhibitionFiles } from './exhibition-files.ts';
import { exhibitionPictures } from './exhibition-pictures.ts';
import { findExhibition, publicSlugs } from './find-exhibition.ts';
import { toPublicArtwork } from './to-public-artwork.ts';
import { toPublicExhibition } from './to-public-exhibition.ts';

/**
 * Most bytes that the artworks take in the answer with their exhibition, whose own texts and photographs need room too.
 */
export const maxArtworkBytes = maxPageBytes - 1.5 * 1024 * 1024;

/** A reader's request: what is asked for, and when. */
interface PublicRequest {
  readonly idOrSlug: string;
  readonly wanted: Locale | undefined;
  readonly site: Site;
  readonly now: Date;
}

/** Which artworks are sent: from a place on, at most so many, and as many as fit into so many bytes. */
interface ArtworkRange {
  readonly from: number;
  readonly limit: number;
  readonly bytes: number;
}

const everything: ArtworkRange = { from: 0, limit: maxSelectedArtworks, bytes: maxArtworkBytes };

/** A published exhibition with some of its artworks; `next` is the place of the first that is not included. */
interface ExhibitionPart {
  readonly exhibition: PublicExhibition;
  /** The description as its page shows it. */
  readonly pageBody: TextBody;
  readonly from: number;
  readonly next?: number | undefined;
}

/** How many bytes an artwork takes in an answer to a reader of `wanted`. */
const bytesFor =
  (exhibitionId: string, wanted: Locale, site: Site) =>
  (artwork: PublishedArtwork): number =>
    answerBytes(toPublicArtwork(exhibitionId, artwork, wanted, site));

/** The list that a cursor belongs to: the artworks of one edition, as readers of one language get them. */
const listOf = ({ id, artworkSetVersion, count }: StoredExhibition, wanted: Locale | undefined): string =>
  ['ARTWORKS', id, artworkSetVersion, count, wanted].join('#');

/** A published exhibition, with its artworks in their order, as it is sent to a reader of `wanted`. */
export const getPublicExhibition = async (asked: PublicRequest): Promise<Answer<PublicExhibition>> => {
  const part = await getPublicExhibitionPart(asked, everything);
  return part.kind === 'found' ? { kind: 'found', value: part.value.exhibition } : part;
};

/**
 * A page of the artworks of a published exhibition. Throws a 400 for a cursor of another edition, so that readers never
 * get a mix of two.
 */
export const getPublicArtworks = async (
  { idOrSlug, wanted, site, now }: PublicRequest,
  limit: number,
  cursor: string | undefined,
): Promise<Answer<{ items: PublicArtwork[]; nextCursor?: string; locale: Locale }>> => {
  const found = await findExhibition(idOrSlug, wanted, site, now);
  if (found.kind !== 'found') return found;
  const { locale } = found.value;
  const placeIn = (exhibition: StoredExhibition) => fromNumberCursor(listOf(exhibition, wanted), cursor) ?? 0;
  const from = placeIn(found.value.exhibition);
  const bytesOf = bytesFor(found.value.exhibition.id, wanted ?? locale, site);
  const part = await readArtworksPart(found.value.exhibition, { from, limit, bytes: maxPageBytes, bytesOf }, now);
  if (!part || part === 'gone') return { kind: 'gone' };
  const { exhibition, artworks, next } = part;
  // A new edition may have been published while it was read.
  placeIn(exhibition);
  const items = artworks.map((artwork) => toPublicArtwork(exhibition.id, artwork, wanted ?? locale, site));
  return { kind: 'found', value: { items, ...cursorTo(part, wanted, next), locale } };
};

const cursorTo = (
  { exhibition }: ArtworksPart,
  wanted: Locale | undefined,
  next: number | undefined,
): { nextCursor?: string } =>
  next === undefined ? {} : { nextCursor: toCursor(listOf(exhibition, wanted), String(next)) };

/** A published exhibition, with the artworks that were asked for, as many as fit. */
export const getPublicExhibitionPart = async (
  asked: PublicRequest,
  { from, limit, bytes }: ArtworkRange,
): Promise<Answer<ExhibitionPart>> => {
  const { idOrSlug, wanted, site, now } = asked;
  const found = await findExhibition(idOrSlug, wanted, site, now);
  if (found.kind !== 'found') return found;
  const bytesOf = bytesFor(found.value.exhibition.id, wanted ?? found.value.locale, site);
  const part = await readArtworksPart(found.value.exhibition, { from, limit, bytes, bytesOf }, now);
  if (!part || part === 'gone') return { kind: 'gone' };
  const { exhibition, artworks, total, next } = part;
  // The exhibition has fewer artworks now than the reader asked for.
  if (from > 0 && artworks.length === 0) return getPublicExhibitionPart(asked, { from: 0, limit, bytes });
  const { id, content } = exhibition;
  // A new edition may have been published since the language was looked up.
  const slugs = publicSlugs(exhibition, site);
  const locale = resolveLocale(site, found.value.locale, Object.keys(slugs)) ?? found.value.locale;
  const shown = artworks.map((artwork) => toPublicArtwork(id, artwork, wanted ?? locale, site));
  const [events, views] = await Promise.all([
    eventsOf(content.eventIds, locale, site, now),
    readViews({ kind: 'exhibition', id }),
  ]);
  const pictures = exhibitionPictures(exhibition, shown[0], { locale, site, now });
  const text = descriptionIn(exhibition, locale);
  const parts = { description: bodyOf(text, now), files: exhibitionFiles(titledDocumentsOf(exhibition), locale, site) };
  const value: PublicExhibition = {
    ...toPublicExhibition(exhibition, { slugs, ...parts, artworks: shown, total, events, pictures }, locale, site),
    ...cursorTo(part, wanted, next),
    ...(views !== undefined && { views }),
  };
  return { kind: 'found', value: { exhibition: value, pageBody: pageBodyOf(text, now), from, next } };
};

/**
 * One artwork of a published exhibition, as it is sent to a reader of `wanted`; `missing` only where there is no such
 * exhibition.
 */
export const getPublicArtwork = async (
  { idOrSlug, wanted, site, now }: PublicRequest,
  artworkId: string,
): Promise<Answer<PublicArtwork | undefined>> => {
  const found = await findExhibition(idOrSlug, wanted, site, now);
  if (found.kind !== 'found') return found;
  const { exhibition, locale } = found.value;
  const artwork = await readPublicArtwork(exhibition, artworkId, now);
  if (artwork === 'gone') return { kind: 'gone' };
  return { kind: 'found', value: artwork && toPublicArtwork(exhibition.id, artwork, wanted ?? locale, site) };
};

/** The related events that are public now, in their order. */
const eventsOf = async (
  ids: readonly string[],
  wanted: Locale,
  site: Site,
  now: Date,
): Promise<PublicExhibition['events']> => {
  const events = await Promise.all(
    ids.map(async (id) => {
      const slugs = await readSlugs(id, now);
      if (!slugs || slugs === 'gone') return [];
      const locale = resolveLocale(site, wanted, Object.keys(slugs));
      const slug = slugs[locale ?? ''];
      const page = locale && slug ? await readPage(locale, slug, now) : undefined;
      if (page?.kind !== 'page') return [];
      const { title, locale: its } = page.page;
      return [{ id, locale: its, title, url: eventPageUrl(site, its, page.page.slug) }];
    }),
  );
  return events.flat();
};
