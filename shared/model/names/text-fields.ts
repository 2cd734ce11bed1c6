import type { EventContent } from '../events/event.ts';
import type { EventFile } from '../events/event-file.ts';
import type { ArtworkContent } from '../exhibitions/artwork.ts';
import type { ExhibitionContent } from '../exhibitions/exhibition.ts';
import type { FieldLocation } from '../json/field-location.ts';

/** A text that readers see, by the field that holds it. */
export interface TextField {
  readonly locale?: string;
  readonly field: string;
  readonly text: string;
  /** How it is read: a line or more as they are, Markdown, or an address or a part of one. */
  readonly form: 'plain' | 'markdown' | 'address';
}

const forms: Readonly<Record<string, TextField['form']>> = {
  body: 'markdown',
  description: 'markdown',
  slug: 'address',
  campaign: 'address',
  bookingUrl: 'address',
  'place.onlineUrl': 'address',
  'notice.url': 'address',
};

const fieldOf = (field: string, text: string | undefined, locale?: string): TextField[] =>
  text ? [{ ...(locale && { locale }), field, text, form: forms[field] ?? 'plain' }] : [];

const translated = (translations: Readonly<Record<string, object>>): TextField[] =>
  Object.entries(translations).flatMap(([locale, texts]) =>
    Object.entries(texts).flatMap(([field, text]) => fieldOf(field, String(text ?? ''), locale)),
  );

const inLanguages = (field: string, words: Readonly<Record<string, string>> = {}): TextField[] =>
  Object.entries(words).flatMap(([locale, text]) => fieldOf(field, text, locale));

/** A file with the text that was found in it. */
export interface FileWithText extends Pick<EventFile, 'title'> {
  readonly text: string;
}

/** The parts of an event or an exhibition that hold texts. A part that is left out holds none. */
interface ItemTexts
  extends Pick<EventContent, 'translations'>,
    Partial<Pick<EventContent, 'pictures' | 'place' | 'campaign' | 'bookingUrl' | 'price' | 'contact' | 'organisers'>> {
  readonly files?: readonly FileWithText[];
}

const itemFields = ({
  translations,
  pictures = [],
  files = [],
  place = {},
  campaign,
  bookingUrl,
  price,
  contact,
  organisers = [],
}: ItemTexts): TextField[] => [
  ...inLanguages('place.name', place.name),
  ...inLanguages('place.address', place.address),
  ...inLanguages('place.accessibility', place.accessibility),
  ...fieldOf('place.onlineUrl', place.onlineUrl),
  ...fieldOf('campaign', campaign),
  ...fieldOf('bookingUrl', bookingUrl),
  ...inLanguages('price', price),
  ...inLanguages('contact', contact),
  ...organisers.flatMap(({ name }, n) => inLanguages(`organisers.${n}.name`, name)),
  ...pictures.flatMap(({ alt, caption, credit }, n) => [
    ...inLanguages(`pictures.${n}.alt`, alt),
    ...inLanguages(`pictures.${n}.caption`, caption),
    ...fieldOf(`pictures.${n}.credit`, credit),
  ]),
  ...files.flatMap(({ title, text }, n) => [
    ...inLanguages(`files.${n}.title`, title),
    ...fieldOf(`files.${n}.text`, text),
  ]),
  ...translated(translations),
];

/** The parts of an event that hold texts. */
type EventTexts = ItemTexts & Partial<Pick<EventContent, 'tags' | 'notice'>>;

/** Every text of an event. */
export const eventFields = ({ tags = [], notice, ...texts }: EventTexts): TextField[] => [
  ...itemFields(texts),
  ...fieldOf('notice.url', notice?.url),
  ...tags.flatMap((words, n) => inLanguages(`tags.${n}`, words)),
];

/** The parts of an exhibition that hold texts. */
type ExhibitionTexts = Omit<ItemTexts, 'translations'> &
  Pick<ExhibitionContent, 'translations'> &
  Partial<Pick<ExhibitionContent, 'openingHours'>>;

/** Every text of an exhibition, those of its artworks apart. */
export const exhibitionFields = ({ openingHours, ...texts }: ExhibitionTexts): TextField[] => [
  ...itemFields(texts),
  ...inLanguages('openingHours', openingHours),
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
const besideTranslations: readonly string[] = ['price', 'contact', 'openingHours'];

/**
 * The path of a field in what the API takes: `translations.az.title`, `organisers.0.name.az`, `price.az`, `campaign`.
 */
export const fieldPathOf = ({ locale, field }: Pick<TextField | FieldLocation, 'locale' | 'field'>): string => {
  if (!locale) return field;
  return field.includes('.') || besideTranslations.includes(field)
    ? `${field}.${locale}`
    : `translations.${locale}.${field}`;
};
