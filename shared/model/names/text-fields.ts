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

/** Every text of an event. */
export const eventFields = ({
  translations,
  pictures,
  venue,
  campaign,
}: Pick<EventContent, 'translations' | 'pictures' | 'venue' | 'campaign'>): TextField[] => [
  ...fieldOf('venue', venue),
  ...fieldOf('campaign', campaign),
  ...pictures.flatMap(({ alt }, n) =>
    Object.entries(alt).flatMap(([locale, text]) => fieldOf(`pictures.${n}.alt`, text, locale)),
  ),
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
  ...organisers.flatMap(({ name }, n) =>
    Object.entries(name).flatMap(([locale, text]) => fieldOf(`organisers.${n}.name`, text, locale)),
  ),
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

/** The path of a field in what the API takes: `translations.az.title`, `organisers.0.name.az`, `venue`. */
export const fieldPathOf = ({ locale, field }: Pick<TextField | FieldLocation, 'locale' | 'field'>): string => {
  if (!locale) return field;
  return field.includes('.') ? `${field}.${locale}` : `translations.${locale}.${field}`;
};
