import { maxLineImages } from '../../../shared/model/publication/archive.ts';
import { htmlToText } from '../../../shared/publishing/imports/html/html-to-text.ts';
import { say } from '../../command/command-words.ts';
import { isWebAddress } from '../../command/web-address.ts';
import { type ConversionNotes, type ConvertedLine, languageOf, pathsOf } from './converted.ts';
import { mergedFiles } from './converted-files.ts';
import { wordPressBody } from './wordpress-body.ts';
import { linkedFiles } from './wordpress-files.ts';
import { Attachments, bodyPictures, galleryPictures, mergedImages } from './wordpress-pictures.ts';
import { childrenOf, textOf, type XmlField, xmlItems } from './xml-items.ts';

/** How an export is read. */
interface WordPressOptions {
  /** The language of what does not say its own. */
  readonly locale: string | undefined;
  /** The kinds of posts that become lines. */
  readonly types: readonly string[];
}

/** What is known of an export before its posts are read: pictures and translations may follow those that name them. */
interface Overview {
  readonly attachments: Attachments;
  /** How many posts each group of translations has. */
  readonly groups: Map<string, number>;
  readonly base: string;
  readonly language: string;
}

const meta = (item: XmlField, key: string): string =>
  childrenOf(item, 'wp:postmeta')
    .filter((one) => textOf(one, 'wp:meta_key') === key)
    .map((one) => textOf(one, 'wp:meta_value'))
    .find((value) => value !== '') ?? '';

const termsOf = (item: XmlField, domain: string): XmlField[] =>
  childrenOf(item, 'category').filter(({ attributes }) => attributes.domain === domain);

const groupOf = (item: XmlField): string | undefined => termsOf(item, 'post_translations')[0]?.attributes.nicename;

/** Why a post becomes no line, as a kind; `undefined` where it does. */
const skipOf = (item: XmlField, types: readonly string[]): string | undefined => {
  const type = textOf(item, 'wp:post_type') || 'post';
  if (!types.includes(type)) return say('skippedType', { type });
  const status = textOf(item, 'wp:status') || 'publish';
  if (status !== 'publish') return say('skippedStatus', { status });
  return textOf(item, 'wp:post_password') ? say('skippedPassword') : undefined;
};

/** `2022-11-18 08:00:00` as a point in time; `undefined` for the zeros of what was never published. */
const instantOf = (text: string): string | undefined => {
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(text) ?? [];
  return day && time && !day.startsWith('0000') ? `${day}T${time}Z` : undefined;
};

/** The time in UTC; the day alone where the export has a local time only. */
const publishedAtOf = (item: XmlField): { at: string | undefined; isDay: boolean } => {
  const utc = instantOf(textOf(item, 'wp:post_date_gmt'));
  if (utc) return { at: utc, isDay: false };
  const published = Date.parse(textOf(item, 'pubDate'));
  if (published > 0) return { at: new Date(published).toISOString(), isDay: false };
  return { at: instantOf(textOf(item, 'wp:post_date'))?.slice(0, 10), isDay: true };
};

const overviewOf = async (path: string, { types }: WordPressOptions): Promise<Overview> => {
  const attachments = new Attachments();
  const groups = new Map<string, number>();
  let [base, language, isExport] = ['', '', false];
  for await (const part of xmlItems(path)) {
    if (part.kind === 'head') {
      const { name, text } = part.field;
      if (name === 'wp:base_blog_url') base = text.trim();
      if (name === 'link') base ||= text.trim();
      if (name === 'language') language = text.trim();
      isExport ||= name === 'wp:wxr_version';
    } else if (part.kind === 'item') {
      const item = part.field;
      if (textOf(item, 'wp:post_type') === 'attachment') {
        const url = textOf(item, 'wp:attachment_url') || textOf(item, 'guid');
        const caption = htmlToText(textOf(item, 'excerpt:encoded')).trim();
        const alt = meta(item, '_wp_attachment_image_alt') || caption;
        const title = htmlToText(textOf(item, 'title')).trim();
        attachments.add(textOf(item, 'wp:post_id'), textOf(item, 'wp:post_parent'), { url, alt, caption, title });
      } else if (skipOf(item, types) === undefined) {
        const group = groupOf(item);
        if (group) groups.set(group, (groups.get(group) ?? 0) + 1);
      }
    }
  }
  if (!isExport) throw new Error(say('noWordPressExport', { path }));
  return { attachments, groups, base, language };
};

/** The language of a post: as Polylang says it, or the first part of its address. */
const localeOf = (item: XmlField, given: string): string => {
  const said = termsOf(item, 'language')[0]?.attributes.nicename;
  const link = textOf(item, 'link');
  const first = URL.canParse(link) ? new URL(link).pathname.split('/')[1] : undefined;
  return languageOf(said ?? '') ?? (first && /^(?:az|en|ru|tr|de|fr|uk|ka)$/.test(first) ? first : given);
};

const viewsOf = (item: XmlField): number | undefined => {
  const counts = ['post_views_count', 'views', '_post_views', 'wpb_post_views_count'].map((key) => meta(item, key));
  const count = counts.find((text) => /^\d{1,9}$/.test(text));
  return count === undefined ? undefined : Number(count);
};

const short = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/\s+\S*$/, '')}…`;

const lineOf = (
  item: XmlField,
  overview: Overview,
  locale: string,
  notes: ConversionNotes,
): ConvertedLine | undefined => {
  const id = textOf(item, 'wp:post_id');
  const { at, isDay } = publishedAtOf(item);
  if (!at) {
    notes.name(id, say('noDate'));
    return undefined;
  }
  if (isDay) notes.name(id, say('localDay'));
  const title = textOf(item, 'title');
  const { html, shortcodes, ...gallery } = wordPressBody(textOf(item, 'content:encoded'));
  if (shortcodes.length > 0) notes.name(id, say('shortcodes', { names: shortcodes.join(', ') }));
  const summary = short(htmlToText(textOf(item, 'excerpt:encoded')), 1_000);
  const { attachments } = overview;
  const cover = attachments.withId(meta(item, '_thumbnail_id'));
  const { found, missing } = galleryPictures(gallery.pictures, attachments);
  if ((!cover && meta(item, '_thumbnail_id')) || missing > 0) notes.name(id, say('noAttachment'));
  const body = bodyPictures(html, attachments);
  const pictures = [
    // What stands below it in the library is for galleries.
    ...(cover ? [{ ...cover, caption: '' }] : []),
    ...(gallery.hasOwn ? attachments.ofPost(id) : []),
    ...found,
    ...body.found,
  ];
  if (pictures.some(({ alt }) => !alt)) notes.name(id, say('altOfTitle'));
  const images = mergedImages(
    pictures.map(({ url, alt, caption }) => ({
      url,
      alt: { [locale]: short(alt || htmlToText(title), 500) },
      ...(caption && { caption: { [locale]: short(caption, 500) } }),
    })),
  );
  if (images.length > maxLineImages) notes.name(id, say('picturesLeftOut', { count: images.length - maxLineImages }));
  const base = isWebAddress(overview.base) ? new URL(overview.base) : undefined;
  const files = linkedFiles(html, { attachments, host: base?.host ?? '', locale });
  const home = base ? `${base.host}${base.pathname.replace(/\/$/, '')}` : '';
  const comments = childrenOf(item, 'wp:comment').length;
  for (let n = 0; n < comments; n += 1) notes.count(say('commentsLeftOut'));
  const views = viewsOf(item);
  const names = (domain: string) => termsOf(item, domain).map(({ text }) => htmlToText(text.trim()));
  const redirectsFrom = pathsOf([
    textOf(item, 'link'),
    base ? new URL(`?p=${id}`, `${base.href.replace(/\/?$/, '/')}`).href : '',
  ]);
  return {
    ...{ externalId: `${home}/?p=${id}`, publishedAt: at, format: 'html' },
    ...{ categories: names('category'), tags: names('post_tag') },
    translations: { [locale]: { title, ...(summary && { summary }), body: body.html } },
    ...(images.length > 0 && { images: images.slice(0, maxLineImages) }),
    ...(files.length > 0 && { files }),
    ...(redirectsFrom.length > 0 && { redirectsFrom }),
    ...(views !== undefined && { views }),
  };
};

/**
 * The translations of one post, each in another language, oldest first; and those whose language one of these has,
 * since the export says none or one that is not known: a line has one text in a language.
 */
const inLanguagesOfTheirOwn = (
  lines: readonly ConvertedLine[],
): { readonly one: ConvertedLine[]; readonly others: ConvertedLine[] } => {
  const [one, others]: [ConvertedLine[], ConvertedLine[]] = [[], []];
  const taken = new Set<string>();
  for (const line of lines.toSorted((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1))) {
    const locales = Object.keys(line.translations);
    (locales.some((locale) => taken.has(locale)) ? others : one).push(line);
    for (const locale of locales) taken.add(locale);
  }
  return { one, others };
};

/** Translations of one post, oldest first, as one line: what is said in several places is that of the first. */
const merged = (all: readonly ConvertedLine[], notes: ConversionNotes): ConvertedLine => {
  const [first] = all;
  if (!first) throw new Error('There is no line.');
  const translations: ConvertedLine['translations'] = Object.assign(
    {},
    ...all.map((line) => line.translations).reverse(),
  );
  const covers = all.flatMap(({ images = [] }) => images.slice(0, 1));
  const others = all.flatMap(({ images = [] }) => images.slice(1));
  const given = mergedImages([...covers, ...others]).slice(0, maxLineImages);
  const locales = Object.entries(translations);
  if (given.some(({ alt }) => locales.some(([locale]) => !alt[locale])))
    notes.name(first.externalId, say('altOfTitle'));
  const images = given.map(({ alt, ...image }) => ({
    ...image,
    alt: Object.fromEntries(
      locales.map(([locale, { title = '' }]) => [locale, alt[locale] ?? short(htmlToText(title), 500)]),
    ),
  }));
  const { files, isIncomplete } = mergedFiles(
    all.flatMap((line) => line.files ?? []),
    Object.keys(translations),
  );
  if (isIncomplete) notes.name(first.externalId, say('fileTitle'));
  return {
    ...first,
    translations,
    categories: [...new Set(all.flatMap(({ categories = [] }) => categories))],
    tags: [...new Set(all.flatMap(({ tags = [] }) => tags))],
    ...(images.length > 0 && { images }),
    ...(files.length > 0 && { files }),
    redirectsFrom: [...new Set(all.flatMap(({ redirectsFrom = [] }) => redirectsFrom))],
  };
};

/**
 * The published posts of a WordPress export (WXR 1.0 to 1.2) as lines of an archive. The file is read twice: pictures
 * and translations may stand behind the posts that name them. Throws where it is no such export.
 */
export const fromWordPress = async function* (
  path: string,
  options: WordPressOptions,
  notes: ConversionNotes,
): AsyncGenerator<ConvertedLine> {
  const overview = await overviewOf(path, options);
  const given = options.locale ?? languageOf(overview.language) ?? 'az';
  const waiting = new Map<string, { lines: ConvertedLine[]; missing: number }>();
  for await (const part of xmlItems(path)) {
    if (part.kind === 'tooLarge') notes.name(say('itemNumber', { number: part.number }), say('itemTooLarge'));
    if (part.kind !== 'item') continue;
    const skipped = skipOf(part.field, options.types);
    if (skipped !== undefined) {
      notes.count(skipped);
      continue;
    }
    const line = lineOf(part.field, overview, localeOf(part.field, given), notes);
    const group = groupOf(part.field);
    if (!group) {
      if (line) yield line;
      continue;
    }
    const known = waiting.get(group) ?? { lines: [], missing: overview.groups.get(group) ?? 1 };
    const next = { lines: line ? [...known.lines, line] : known.lines, missing: known.missing - 1 };
    waiting.set(group, next);
    if (next.missing > 0) continue;
    waiting.delete(group);
    const { one, others } = inLanguagesOfTheirOwn(next.lines);
    if (one.length > 0) yield merged(one, notes);
    for (const other of others) {
      notes.name(other.externalId, say('sameLanguage'));
      yield other;
    }
  }
};
