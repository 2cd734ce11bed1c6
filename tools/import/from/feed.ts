import { createHash } from 'node:crypto';
import { htmlToText } from '../../../shared/publishing/imports/html/html-to-text.ts';
import { say } from '../../command/command-words.ts';
import { type ConversionNotes, type ConvertedFile, type ConvertedLine, languageOf, pathsOf } from './converted.ts';
import { convertedFile, isDocumentAt } from './converted-files.ts';
import { childrenOf, textOf, type XmlField, xmlItems } from './xml-items.ts';

/** What stands in an element, markup as its children included: Atom may have XHTML. */
const markupOf = ({ name, attributes, text, children }: XmlField): string => {
  if (attributes.type === 'xhtml') return children.map(elementOf).join('') || text;
  return attributes.type === 'text' || (name === 'summary' && attributes.type === undefined) ? escaped(text) : text;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const elementOf = ({ name, attributes, text, children }: XmlField): string => {
  const tag = name.replace(/^.*:/, '');
  const given = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`,
  );
  return `<${tag}${given.join('')}>${escaped(text)}${children.map(elementOf).join('')}</${tag}>`;
};

const bodyOf = (item: XmlField): string => {
  for (const name of ['content:encoded', 'content', 'description', 'summary']) {
    const body = childrenOf(item, name).map(markupOf).join('').trim();
    if (body) return body;
  }
  return '';
};

const linkOf = (item: XmlField): string => {
  const links = childrenOf(item, 'link');
  const own = links.find(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate' && attributes.href);
  return (own?.attributes.href ?? textOf(item, 'link')).trim();
};

/** A date as feeds write it: RFC 822 or ISO 8601, with its zone. A local time counts as its day. */
const publishedAtOf = (item: XmlField): string | undefined => {
  const text = textOf(item, 'pubDate', 'published', 'dc:date', 'dcterms:created', 'issued', 'updated', 'atom:updated');
  const local = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/.exec(text)?.[1];
  if (local) return local;
  const time = Date.parse(text);
  return Number.isNaN(time) || !/(?:Z|[A-Z]{1,4}|[+-]\d\d:?\d\d)$/i.test(text)
    ? undefined
    : new Date(time).toISOString();
};

/**
 * The pictures of an item, as its feed names them best, and how many others there are: the same ones, smaller or again.
 */
const picturesOf = (item: XmlField): { urls: string[]; others: number } => {
  const all = [...item.children, ...childrenOf(item, 'media:group').flatMap(({ children }) => children)];
  const isImage = ({ type = '', medium = '', url = '' }: Readonly<Record<string, string>>) =>
    type.startsWith('image/') || medium === 'image' || /\.(?:jpe?g|png|webp|avif|tiff?)(?:\?|$)/i.test(url);
  const named = all.filter(
    ({ name, attributes }) =>
      name === 'media:thumbnail' || ((name === 'enclosure' || name === 'media:content') && isImage(attributes)),
  );
  const linked = childrenOf(item, 'link').filter(
    ({ attributes }) => attributes.rel === 'enclosure' && isImage(attributes),
  );
  const order = ['enclosure', 'media:content', 'link', 'media:thumbnail'];
  const found = [...named, ...linked]
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .map(({ name, attributes: { url, href } }) => ({ name, url: url ?? href ?? '' }))
    .filter(({ url }) => /^https?:\/\//i.test(url));
  const best = found.filter(({ name }) => name === found[0]?.name);
  // Elements of Media RSS may be one picture in several sizes; enclosures are files of their own.
  const kept = found[0]?.name.startsWith('media:') ? best.slice(0, 1) : best;
  const urls = [...new Set(kept.map(({ url }) => url))];
  return { urls, others: found.length - urls.length };
};

/** The documents that an item encloses. Media RSS has a title for each, a link of Atom may; RSS has none. */
const filesOf = (item: XmlField, locale: string): { readonly files: ConvertedFile[]; readonly isUntitled: boolean } => {
  const named = item.children.filter(
    ({ name, attributes: { rel } }) =>
      ['enclosure', 'media:content'].includes(name) || (name === 'link' && rel === 'enclosure'),
  );
  const found = named.flatMap((one) => {
    const { url = one.attributes.href ?? '', type, title = htmlToText(textOf(one, 'media:title')) } = one.attributes;
    return isDocumentAt(url, type) ? [{ url, title }] : [];
  });
  const files = new Map(found.map(({ url, title }) => [url, convertedFile(url, title, locale)]));
  return { files: [...files.values()], isUntitled: found.some(({ title }) => !title.trim()) };
};

const lineOf = (item: XmlField, number: number, locale: string, notes: ConversionNotes): ConvertedLine | undefined => {
  const link = linkOf(item);
  const id = textOf(item, 'guid', 'id') || item.attributes['rdf:about'] || link;
  const named = id || say('itemNumber', { number });
  const publishedAt = publishedAtOf(item);
  if (!publishedAt) notes.name(named, say('noDate'));
  if (!id) notes.name(named, say('noFeedId'));
  if (!publishedAt || !id) return undefined;
  const title = childrenOf(item, 'title').map(markupOf).join('').trim();
  const categories = childrenOf(item, 'category').flatMap(({ text, attributes: { label, term } }) => {
    const name = htmlToText(text.trim() || label || term || '');
    return name ? [name] : [];
  });
  const subjects = childrenOf(item, 'dc:subject').map(({ text }) => htmlToText(text));
  const { urls, others } = picturesOf(item);
  if (others > 0) notes.name(named, say('picturesLeftOut', { count: others }));
  const alt = htmlToText(title).slice(0, 500);
  if (urls.length > 0) notes.name(named, say('altOfTitle'));
  const { files, isUntitled } = filesOf(item, locale);
  if (isUntitled) notes.name(named, say('fileTitle'));
  const redirectsFrom = pathsOf([link]);
  return {
    externalId: id.length <= 200 ? id : createHash('sha256').update(id).digest('hex'),
    ...{ publishedAt, format: 'html', categories: [...categories, ...subjects] },
    translations: { [locale]: { title, body: bodyOf(item) } },
    ...(urls.length > 0 && { images: urls.map((url) => ({ url, alt: { [locale]: alt } })) }),
    ...(files.length > 0 && { files }),
    ...(redirectsFrom.length > 0 && { redirectsFrom }),
  };
};

/** The items of a feed (RSS 0.91 to 2.0, RSS 1.0 or Atom) as lines of an archive. Throws where there are none. */
export const fromFeed = async function* (
  path: string,
  { locale }: { readonly locale: string | undefined },
  notes: ConversionNotes,
): AsyncGenerator<ConvertedLine> {
  let language: string | undefined;
  let count = 0;
  for await (const part of xmlItems(path)) {
    if (part.kind === 'head') {
      if (['language', 'dc:language'].includes(part.field.name)) language = languageOf(part.field.text);
      continue;
    }
    count += 1;
    if (part.kind === 'tooLarge') {
      notes.name(say('itemNumber', { number: part.number }), say('itemTooLarge'));
      continue;
    }
    const own = languageOf(part.field.attributes['xml:lang'] ?? textOf(part.field, 'dc:language'));
    const line = lineOf(part.field, part.number, own ?? locale ?? language ?? 'az', notes);
    if (line) yield line;
  }
  if (count === 0) throw new Error(say('noFeed', { path }));
};
