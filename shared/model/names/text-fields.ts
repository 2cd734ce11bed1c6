import type { ArtworkContent } from '../artwork.ts';
import type { EventContent } from '../event.ts';
import type { ExhibitionContent } from '../exhibition.ts';
import type { FieldLocation } from '../field-location.ts';

/** A text that readers see, by the field that holds it. */
export interface TextField {
  readonly locale?: string;
  readonly field: string;
  readonly text: string;
  /** How it is read: a line or more as they are, Markdown, or a part of an address with hyphens between its words. */
  readonly form: 'plain' | 'markdown' | 'address';
}

const forms: Readonly<Record<string, TextField['form']>> = {
  body: 'markdown',
  description: 'markdown',
  slug: 'address',
  campaign: 'address',
};

const fieldOf = (field: string, text: string | undefined, locale?: string): TextField[] =>
  text ? [{ ...(locale && { locale }), field, text, form: forms[field] ?? 'plain' }] : [];

const translated = (translations: Readonly<Record<string, object>>): TextField[] =>
  Object.entries(translations).flatMap(([locale, texts]) =>
    Object.entries(texts).flatMap(([field, text]) => fieldOf(field, String(text ?? ''), locale)),
  );

const inLanguages = (field: string, words: Readonly<Record<string, string>> = {}): TextField[] =>
  Object.entries(words).flatMap(([locale, text]) => fieldOf(field, text, locale));

/** The parts of an event that hold texts. A part that is left out holds none. */
export type EventTexts = Pick<EventContent, 'translations'> &
  Partial<Pick<EventContent, 'pictures' | 'place' | 'campaign' | 'price' | 'contact' | 'organisers' | 'tags'>>;

/** Every text of an event. */
export const eventFields = ({
  translations,
  pictures = [],
  place = {},
  campaign,
  price,
  contact,
  organisers = [],
  tags = [],
}: EventTexts): TextField[] => [
  ...inLanguages('place.name', place.name),
  ...inLanguages('place.address', place.address),
  ...inLanguages('place.accessibility', place.accessibility),
  ...fieldOf('campaign', campaign),
  ...inLanguages('price', price),
  ...inLanguages('contact', contact),
  ...organisers.flatMap(({ name }, n) => inLanguages(`organisers.${n}.name`, name)),
  ...tags.flatMap((words, n) => inLanguages(`tags.${n}`, words)),
  ...pictures.flatMap(({ alt, caption, credit }, n) => [
    ...inLanguages(`pictures.${n}.alt`, alt),
    ...inLanguages(`pictures.${n}.caption`, caption),
    ...fieldOf(`pictures.${n}.credit`, credit),
  ]),
  ...translated(translations),
];

/** Every text of an exhibition, those of its artworks apart. */
export const exhibitionFields = ({
  translations,
  venue,
  campaign,
  organisers,
}: Pick<ExhibitionContent, 'translations' | 'venue' | 'campaign' | 'organisers'>): TextField[] => [
  ...fieldOf('venue', venue),
  ...fieldOf('campaign', campaign),
  ...organisers.flatMap(({ name }, n) => inLanguages(`organisers.${n}.name`, name)),
  ...translated(translations),
];

/** Every text of an artwork. */
export const artworkFields = ({
  translations,
  medium,
}: Pick<ArtworkContent, 'translations' | 'medium'>): TextField[] => [
  ...fieldOf('medium', medium),
  // The description of an artwork is no Markdown, but nothing is lost by reading it as such too.
  ...translated(translations),
];

/** Fields with words by language that stand beside the translations. */
const besideTranslations: readonly string[] = ['price', 'contact'];

/** The path of a field in what the API takes: `translations.az.title`, `organisers.0.name.az`, `price.az`, `venue`. */
export const fieldPathOf = ({ locale, field }: Pick<TextField | FieldLocation, 'locale' | 'field'>): string => {
  if (!locale) return field;
  return field.includes('.') || besideTranslations.includes(field)
    ? `${field}.${locale}`
    : `translations.${locale}.${field}`;
};
