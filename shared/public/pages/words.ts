import type { Locale } from '../../model/locale.ts';

type Word = Readonly<Record<Locale, string>> & { readonly en: string };

const words = {
  skip: { az: 'Məzmuna keç', en: 'Skip to content', ru: 'Перейти к содержанию' },
  languages: { az: 'Dillər', en: 'Languages', ru: 'Языки' },
  quotation: { az: 'Sitat', en: 'Quotation', ru: 'Цитата' },
  when: { az: 'Vaxt', en: 'When', ru: 'Когда' },
  views: { az: 'Baxış sayı', en: 'Views', ru: 'Просмотры' },
  print: { az: 'Çap et', en: 'Print', ru: 'Печать' },
  categories: { az: 'Bölmələr', en: 'Sections', ru: 'Разделы' },
  all: { az: 'Hamısı', en: 'All', ru: 'Все' },
  older: { az: 'Daha əvvəlkilər', en: 'Older', ru: 'Более ранние' },
  nothing: { az: 'Burada hələ heç nə yoxdur.', en: 'There is nothing here yet.', ru: 'Здесь пока ничего нет.' },
  newest: { az: 'Ən yenilər', en: 'Newest', ru: 'Последнее' },
  eventList: { az: 'Tədbirlər', en: 'Events', ru: 'Мероприятия' },
  exhibitionList: { az: 'Sərgilər', en: 'Exhibitions', ru: 'Выставки' },
  exhibition: { az: 'Sərgi', en: 'Exhibition', ru: 'Выставка' },
  events: { az: 'Sərgi ilə bağlı', en: 'About the exhibition', ru: 'О выставке' },
  artworks: { az: 'Əsərlər', en: 'Artworks', ru: 'Работы' },
  moreArtworks: { az: 'Növbəti əsərlər', en: 'More artworks', ru: 'Следующие работы' },
  previousArtworks: { az: 'Əvvəlki əsərlər', en: 'Previous artworks', ru: 'Предыдущие работы' },
  opensOn: { az: '{day} tarixində açılır', en: 'Opens on {day}', ru: 'Открывается {day}' },
  openUntil: { az: '{day} tarixinədək açıqdır', en: 'Open until {day}', ru: 'Открыта до {day}' },
  closedOn: { az: '{day} tarixində bağlanıb', en: 'Closed on {day}', ru: 'Закрылась {day}' },
  artwork: { az: 'Əsər', en: 'Artwork', ru: 'Работа' },
  previousArtwork: { az: 'Əvvəlki əsər', en: 'Previous artwork', ru: 'Предыдущая работа' },
  nextArtwork: { az: 'Növbəti əsər', en: 'Next artwork', ru: 'Следующая работа' },
  lookCloser: { az: 'Yaxından bax', en: 'Look closer', ru: 'Рассмотреть ближе' },
  zoomIn: { az: 'Böyüt', en: 'Zoom in', ru: 'Увеличить' },
  zoomOut: { az: 'Kiçilt', en: 'Zoom out', ru: 'Уменьшить' },
  close: { az: 'Bağla', en: 'Close', ru: 'Закрыть' },
  breadcrumb: { az: 'Səhifənin yeri', en: 'Breadcrumb', ru: 'Путь к странице' },
  rights: { az: 'Hüquqlar', en: 'Rights', ru: 'Права' },
  manifest: { az: 'IIIF manifesti', en: 'IIIF manifest', ru: 'Манифест IIIF' },
  source: { az: 'Mənbə', en: 'Source', ru: 'Источник' },
  table: { az: 'Cədvəl', en: 'Table', ru: 'Таблица' },
} as const satisfies Record<string, Word>;

/** The texts of a page that Sergi words itself. */
export type PageWord = keyof typeof words;

/** The language of Sergi's own texts on a page in `locale`: that one where there is a translation, else English. */
export const wordLocale = (locale: Locale): Locale => (locale in words.skip ? locale : 'en');

/** A text in a language, or in English where there is no translation. */
export const pageWord = (name: PageWord, locale: Locale): string => {
  const word: Word = words[name];
  return word[locale] ?? word.en;
};

const firstUpper = (text: string, locale: Locale): string => {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
};

/** The name of a language in itself, as `Azərbaycan`; its tag where `Intl` does not know it. */
export const languageName = (locale: Locale): string => {
  try {
    return firstUpper(new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale, locale);
  } catch {
    return locale;
  }
};
