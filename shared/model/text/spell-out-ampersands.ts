import type { Locale } from '../languages/locale.ts';

/** How languages say "and". */
const words: Readonly<Record<string, string>> = {
  ...{ az: 'və', en: 'and', ru: 'и', tr: 've', de: 'und', fr: 'et', es: 'y', pt: 'e', it: 'e', ca: 'i', ro: 'și' },
  ...{ nl: 'en', da: 'og', nb: 'og', nn: 'og', no: 'og', sv: 'och', is: 'og', fi: 'ja', et: 'ja', lv: 'un', lt: 'ir' },
  ...{ pl: 'i', cs: 'a', sk: 'a', sl: 'in', hr: 'i', bs: 'i', sr: 'и', mk: 'и', bg: 'и', uk: 'і', be: 'і' },
  ...{ hu: 'és', el: 'και', sq: 'dhe', mt: 'u', ga: 'agus', ka: 'და', hy: 'և', kk: 'және', ky: 'жана', uz: 'va' },
  ...{ tk: 'we', tt: 'һәм', tg: 'ва', ar: 'و', fa: 'و', he: 'ו', ku: 'û', id: 'dan', ms: 'dan', sw: 'na', eu: 'eta' },
};

/**
 * A title with `&` as the word of its language: "Rəsm & musiqi" is read, and addressed, as "Rəsm və musiqi". Where the
 * language is not known here, it parts words and says nothing.
 */
export const spellOutAmpersands = (title: string, locale: Locale): string => {
  const word = words[locale.replace(/-.*/, '')] ?? '';
  return title.replace(/[&＆﹠]/g, ` ${word} `);
};
