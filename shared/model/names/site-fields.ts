import type { Site } from '../site/site.ts';
import type { TextField } from './text-fields.ts';

const text = (field: string, value: string | undefined, form: TextField['form'] = 'plain'): TextField[] =>
  value ? [{ field, text: value, form }] : [];

const below = (field: string, words: Readonly<Record<string, string>> = {}): TextField[] =>
  Object.entries(words).flatMap(([locale, value]) => text(`${field}.${locale}`, value));

const labelled = (name: string, all: Site['categories']): TextField[] =>
  all.flatMap(({ slug, label }, n) => [
    ...text(`${name}.${n}.slug`, slug, 'address'),
    ...below(`${name}.${n}.label`, label),
  ]);

/**
 * Every text and address of the settings: all of them stand on pages. A field is its whole path, its language included,
 * since what is written in a language stands at several depths.
 */
export const siteFields = ({
  title,
  categories,
  campaigns,
  frontend = {},
  picture,
  quotation = {},
  logo,
  contact,
  accessibilityStatement,
}: Site): TextField[] => [
  ...below('title', title),
  ...labelled('categories', categories),
  ...labelled('campaigns', campaigns),
  ...Object.entries(frontend).flatMap(([page, template]) => text(`frontend.${page}`, template, 'address')),
  ...text('picture.url', picture?.url, 'address'),
  ...below('picture.alt', picture?.alt),
  ...Object.entries(quotation).flatMap(([locale, { text: said, speaker }]) => [
    ...text(`quotation.${locale}.text`, said),
    ...text(`quotation.${locale}.speaker`, speaker),
  ]),
  ...text('logo.url', logo?.url, 'address'),
  ...below('contact.address', contact?.address),
  ...text('contact.phone', contact?.phone),
  ...text('contact.email', contact?.email, 'address'),
  ...text('accessibilityStatement', accessibilityStatement, 'address'),
];
