import type { ConsoleContext } from '../console-context.ts';
import { fieldName } from '../events/field-name.ts';
import { showingWords } from '../events/fields/showing-words.ts';
import { fieldWords } from '../events/fields/words.ts';
import { exhibitionFieldWords } from '../exhibitions/fields/words.ts';
import { dayInWords, momentInWords } from '../ui/dates.ts';
import { labelOf } from '../words/label-of.ts';
import { languageName } from '../words/language-name.ts';
import { historyWords } from './words.ts';

type Surroundings = Pick<ConsoleContext, 'words' | 'language' | 'site'>;

/** The words of a choice, by the end of its path. */
const choicesIn = ({
  words,
  language,
  site,
}: Surroundings): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  const { organisers, notice } = fieldWords[language];
  const { when } = showingWords[language];
  const labels = (all: typeof site.categories) =>
    Object.fromEntries(all.map((one) => [one.slug, labelOf(one, language, site.defaultLocale)]));
  return {
    ...{ kind: words.fields.kinds, occurrence: when.occurrences, role: organisers.roles, level: notice.levels },
    rights: exhibitionFieldWords[language].rights,
    ...{ category: labels(site.categories), campaign: labels(site.campaigns) },
  };
};

/**
 * A value of a field as people say it: days, moments and choices in words, what has several parts one after the other.
 */
export const valueInWords = (path: string, value: unknown, surroundings: Surroundings): string => {
  const { words, language, site } = surroundings;
  const texts = historyWords[language];
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (Array.isArray(value)) return value.map((one) => valueInWords(path, one, surroundings)).join('; ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, inner]) => {
        const label = site.locales.includes(name)
          ? languageName(name, language)
          : fieldName(`${path}.${name}`, { words, language, locales: site.locales });
        return `${label}: ${valueInWords(`${path}.${name}`, inner, surroundings)}`;
      })
      .join('; ');
  }
  const text = String(value);
  const choice = choicesIn(surroundings)[path.split('.').at(-1) ?? '']?.[text];
  if (choice) return choice;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayInWords(text, language);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text)) return momentInWords(text, language, site.timeZone);
  return text;
};
