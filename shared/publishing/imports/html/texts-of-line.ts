import * as z from 'zod';
import { type FieldError, fieldError } from '../../../refusals/field-error.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { htmlToText } from './html-to-text.ts';
import { isHtmlLine, looksLike } from './is-html.ts';
import { type FindImage, imagesByAddress } from './known-images.ts';

type Fields = Readonly<Record<string, unknown>>;

/** In what the texts of a line are written; told apart by their looks where a line does not say. */
const formatSchema = z.enum(['html', 'markdown']).optional();

type Format = z.output<typeof formatSchema>;

/** Longest body in HTML that is converted, in UTF-16 units: four times what a body may have when it is Markdown. */
const maxHtml = 400_000;

/** What a line says, its texts being Markdown. */
interface LineTexts {
  readonly line: unknown;
  readonly errors: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapFields = (value: unknown, change: (inner: unknown, name: string) => unknown): unknown =>
  isFields(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, change(inner, name)]))
    : value;

/** Converts the texts of one line, and collects the warnings about them. */
const converter = (format: Format) => {
  const errors: FieldError[] = [];
  const warnings: FieldError[] = [];
  const plain = (value: unknown, path: string): unknown => {
    if (typeof value !== 'string' || format === 'markdown' || value.length > maxHtml) return value;
    if (format !== 'html' && !isHtmlLine(value)) return value;
    const text = htmlToText(value);
    if (text !== value && format === undefined) warnings.push(fieldError(path, 'readAsHtml'));
    return text;
  };
  const body = (value: unknown, path: string, find: FindImage): unknown => {
    if (typeof value !== 'string' || format === 'markdown') return value;
    const looks = format ?? looksLike(value);
    if (looks === 'markdown') return value;
    if (looks === 'ambiguous') errors.push(fieldError(path, 'formatRequired'));
    else if (value.length > maxHtml) errors.push(fieldError(path, 'tooLong', { max: maxHtml }));
    else {
      const { markdown, kept } = htmlToMarkdown(value, find);
      if (format === undefined) warnings.push(fieldError(path, 'readAsHtml'));
      warnings.push(...kept.warnings(path));
      return markdown;
    }
    return value;
  };
  return { plain, body, errors, warnings };
};

/**
 * A line of an archive with its bodies in Markdown and its other texts plain, and without its `format`. A body that is
 * empty then is left out, so that it counts as missing.
 */
export const textsOfLine = (line: unknown): LineTexts => {
  if (!isFields(line)) return { line, errors: [], warnings: [] };
  const { format: given, ...rest } = line;
  const format = formatSchema.safeParse(given);
  if (!format.success) {
    return {
      line: rest,
      errors: [fieldError('format', 'invalidChoice', { allowed: ['html', 'markdown'] })],
      warnings: [],
    };
  }
  const { plain, body, errors, warnings } = converter(format.data);
  const find = imagesByAddress(rest.images);
  const translations = mapFields(rest.translations, (translation, locale) =>
    mapFields(translation, (value, name) => {
      const path = `translations.${locale}.${name}`;
      return name === 'body' ? body(value, path, find(locale)) : name === 'slug' ? value : plain(value, path);
    }),
  );
  const words = (value: unknown, path: string): unknown =>
    typeof value === 'string'
      ? plain(value, path)
      : mapFields(value, (text, locale) => plain(text, `${path}.${locale}`));
  const fields = (value: unknown, names: readonly string[], path: string): unknown =>
    mapFields(value, (inner, name) => (names.includes(name) ? words(inner, `${path}.${name}`) : inner));
  const all = (value: unknown, change: (inner: unknown, n: number) => unknown): unknown =>
    Array.isArray(value) ? value.map(change) : value;
  const changed = {
    translations,
    images: all(rest.images, (image, n) => fields(image, ['alt', 'caption', 'credit'], `images.${n}`)),
    files: all(rest.files, (file, n) => fields(file, ['title'], `files.${n}`)),
    place: fields(rest.place, ['name', 'address', 'accessibility'], 'place'),
    price: words(rest.price, 'price'),
    contact: words(rest.contact, 'contact'),
    organisers: all(rest.organisers, (organiser, n) => fields(organiser, ['name'], `organisers.${n}`)),
    tags: all(rest.tags, (tag, n) => words(tag, `tags.${n}`)),
  };
  return {
    line: { ...rest, ...Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)) },
    errors,
    warnings,
  };
};
