import type { InternationalString, MetadataItem } from '@iiif/presentation-3';
import type { Locale } from '../../model/languages/locale.ts';
import { escapeMarkup, inLanguages } from './iiif-language.ts';

type Word = Readonly<Record<Locale, string>> & { readonly en: string };

const words = {
  exhibitions: { az: 'Sərgilər', en: 'Exhibitions', ru: 'Выставки' },
  organisers: { az: 'Təşkilatçılar', en: 'Organisers', ru: 'Организаторы' },
  host: { az: 'Təşkilatçı', en: 'Host', ru: 'Организатор' },
  partner: { az: 'Tərəfdaş', en: 'Partner', ru: 'Партнёр' },
  sponsor: { az: 'Sponsor', en: 'Sponsor', ru: 'Спонсор' },
  venue: { az: 'Məkan', en: 'Venue', ru: 'Место проведения' },
  opensOn: { az: 'Açılış', en: 'Opening', ru: 'Открытие' },
  closesOn: { az: 'Bağlanış', en: 'Closing', ru: 'Закрытие' },
  artist: { az: 'Müəllif', en: 'Artist', ru: 'Автор' },
  age: { az: 'Yaş', en: 'Age', ru: 'Возраст' },
  school: { az: 'Məktəb', en: 'School', ru: 'Школа' },
  region: { az: 'Bölgə', en: 'Region', ru: 'Регион' },
  medium: { az: 'Texnika', en: 'Medium', ru: 'Техника' },
  year: { az: 'İl', en: 'Year', ru: 'Год' },
  alt: { az: 'Nə təsvir olunub', en: 'What it shows', ru: 'Что изображено' },
  description: { az: 'Təsvir', en: 'Description', ru: 'Описание' },
} as const satisfies Record<string, Word>;

/** The labels of a IIIF viewer that Sergi words itself. */
type LabelName = keyof typeof words;

/** A label in a language, or in English where there is no translation. */
export const labelText = (name: LabelName, locale: Locale): string => {
  const labelIn: Word = words[name];
  return labelIn[locale] ?? labelIn.en;
};

/** A label in each of the languages that it is translated into, or in English where none of them is. */
const labelIn = (name: LabelName, locales: readonly Locale[]): InternationalString => {
  const known: Word = words[name];
  return inLanguages(locales, (locale) => known[locale]) ?? { en: [known.en] };
};

/** An entry that a viewer shows as `label: value`; none where there is no value. */
export const metadataEntry = (
  name: LabelName,
  locales: readonly Locale[],
  value: InternationalString | undefined,
): MetadataItem[] => (value ? [{ label: labelIn(name, locales), value: escapeMarkup(value) }] : []);
