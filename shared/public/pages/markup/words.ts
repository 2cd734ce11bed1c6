import type { Locale } from '../../../model/languages/locale.ts';

type Word = Readonly<Record<Locale, string>> & { readonly en: string };

const words = {
  skip: { az: 'Məzmuna keç', en: 'Skip to content', ru: 'Перейти к содержанию' },
  notices: { az: 'Bildirişlər', en: 'Notices', ru: 'Объявления' },
  menu: { az: 'Menyu', en: 'Menu', ru: 'Меню' },
  page: { az: 'Səhifə', en: 'Page', ru: 'Страница' },
  languages: { az: 'Dillər', en: 'Languages', ru: 'Языки' },
  quotation: { az: 'Sitat', en: 'Quotation', ru: 'Цитата' },
  when: { az: 'Vaxt', en: 'When', ru: 'Когда' },
  views: { az: 'Baxış sayı', en: 'Views', ru: 'Просмотры' },
  print: { az: 'Çap et', en: 'Print', ru: 'Печать' },
  home: { az: 'Ana səhifə', en: 'Home', ru: 'Главная' },
  untranslated: { az: 'tərcüməsi yoxdur: ana səhifə', en: 'not translated: home page', ru: 'нет перевода: главная' },
  categories: { az: 'Bölmələr', en: 'Sections', ru: 'Разделы' },
  filterSections: { az: 'Bölməyə görə', en: 'By section', ru: 'По разделу' },
  campaigns: { az: 'Kampaniyalar', en: 'Campaigns', ru: 'Кампании' },
  all: { az: 'Hamısı', en: 'All', ru: 'Все' },
  older: { az: 'Daha əvvəlkilər', en: 'Older', ru: 'Более ранние' },
  toFirst: { az: 'Ən yenilərə qayıt', en: 'Back to the newest', ru: 'К последнему' },
  nothing: { az: 'Burada hələ heç nə yoxdur.', en: 'There is nothing here yet.', ru: 'Здесь пока ничего нет.' },
  newest: { az: 'Ən yenilər', en: 'Newest', ru: 'Последнее' },
  published: { az: 'Dərc olunub', en: 'Published', ru: 'Опубликовано' },
  notYet: { az: 'hələ yox', en: 'not yet', ru: 'ещё нет' },
  onNow: { az: 'İndi və tezliklə', en: 'On now and next', ru: 'Сейчас и скоро' },
  latest: { az: 'Son xəbərlər', en: 'Latest news', ru: 'Последние новости' },
  currentExhibitions: { az: 'Açıq sərgilər', en: 'Current exhibitions', ru: 'Открытые выставки' },
  everything: { az: 'Bütün xəbərlər və tədbirlər', en: 'All news and events', ru: 'Все новости и мероприятия' },
  allExhibitions: { az: 'Bütün sərgilər', en: 'All exhibitions', ru: 'Все выставки' },
  eventList: { az: 'Xəbərlər və tədbirlər', en: 'News and events', ru: 'Новости и мероприятия' },
  calendar: { az: 'Təqvim', en: 'Calendar', ru: 'Календарь' },
  wholeCalendar: { az: 'Bütün təqvim', en: 'Whole calendar', ru: 'Весь календарь' },
  month: { az: 'Ay', en: 'Month', ru: 'Месяц' },
  thisMonth: { az: 'Bu ay', en: 'This month', ru: 'Этот месяц' },
  upcoming: { az: 'Qarşıdan gələnlər', en: 'Upcoming', ru: 'Предстоящее' },
  ongoing: { az: 'Davam edir', en: 'Ongoing', ru: 'Продолжается' },
  past: { az: 'Keçmiş', en: 'Past', ru: 'Прошедшее' },
  nothingThisMonth: {
    az: 'Bu ay üçün heç nə yoxdur.',
    en: 'There is nothing in this month.',
    ru: 'В этом месяце ничего нет.',
  },
  nothingMoreThisMonth: {
    az: 'Bu ayın qalan günlərində heç nə yoxdur.',
    en: 'There is nothing more in this month.',
    ru: 'В этом месяце больше ничего не будет.',
  },
  earlierThisMonth: {
    az: 'Bu ayın əvvəlki günləri',
    en: 'Earlier this month',
    ru: 'Ранее в этом месяце',
  },
  publishedIn: { az: 'Dərc olunduğu ay', en: 'Month of publication', ru: 'Месяц публикации' },
  allMonths: { az: 'Bütün aylar', en: 'All months', ru: 'Все месяцы' },
  show: { az: 'Göstər', en: 'Show', ru: 'Показать' },
  subscribe: { az: 'Təqvimə abunə ol', en: 'Subscribe to the calendar', ru: 'Подписаться на календарь' },
  search: { az: 'Axtarış', en: 'Search', ru: 'Поиск' },
  find: { az: 'Axtar', en: 'Search', ru: 'Найти' },
  found: { az: 'Nəticələr', en: 'Results', ru: 'Результаты' },
  nothingFound: {
    az: 'Heç nə tapılmadı. Daha az və ya başqa sözlərlə axtarın.',
    en: 'Nothing was found. Try fewer or other words.',
    ru: 'Ничего не найдено. Попробуйте меньше слов или другие.',
  },
  continueReading: { az: 'Davamını oxu', en: 'Continue reading', ru: 'Читать дальше' },
  searchWithoutFilters: {
    az: 'Süzgəcsiz axtarın',
    en: 'Search without filters',
    ru: 'Искать без фильтров',
  },
  kinds: { az: 'Növünə görə', en: 'By kind', ru: 'По виду' },
  newsKind: { az: 'Xəbərlər', en: 'News', ru: 'Новости' },
  eventKind: { az: 'Tədbirlər', en: 'Events', ru: 'Мероприятия' },
  pageKind: { az: 'Səhifələr', en: 'Pages', ru: 'Страницы' },
  fromDay: { az: 'Tarixdən', en: 'From', ru: 'С даты' },
  toDay: { az: 'Tarixədək', en: 'To', ru: 'По дату' },
  allArtworks: { az: 'Tapılan bütün əsərlər', en: 'All artworks found', ru: 'Все найденные работы' },
  more: { az: 'Daha çox', en: 'More', ru: 'Ещё' },
  trail: { az: 'Siz buradasınız', en: 'You are here', ru: 'Вы здесь' },
  whenAndWhere: { az: 'Vaxt və yer', en: 'When and where', ru: 'Когда и где' },
  moreDates: { az: 'Digər tarixlər', en: 'More dates', ru: 'Ещё даты' },
  pastDates: { az: 'Keçmiş tarixlər', en: 'Past dates', ru: 'Прошедшие даты' },
  tags: { az: 'Açar sözlər', en: 'Tags', ru: 'Метки' },
  tag: { az: 'Açar söz:', en: 'Tag:', ru: 'Метка:' },
  openingHours: { az: 'İş saatları', en: 'Opening hours', ru: 'Часы работы' },
  doors: { az: 'qapılar açılır', en: 'doors open', ru: 'вход с' },
  where: { az: 'Yer', en: 'Where', ru: 'Где' },
  map: { az: 'Xəritədə göstər', en: 'Show on a map', ru: 'Показать на карте' },
  online: { az: 'Onlayn qoşul', en: 'Join online', ru: 'Присоединиться онлайн' },
  accessibility: { az: 'Əlçatanlıq', en: 'Accessibility', ru: 'Доступность' },
  price: { az: 'Qiymət', en: 'Price', ru: 'Цена' },
  contact: { az: 'Əlaqə', en: 'Contact', ru: 'Контакты' },
  organisers: { az: 'Təşkilatçılar', en: 'Organisers', ru: 'Организаторы' },
  addToCalendar: { az: 'Təqvimə əlavə et', en: 'Add to calendar', ru: 'Добавить в календарь' },
  book: { az: 'Yer sifariş et', en: 'Book', ru: 'Забронировать' },
  postponed: { az: 'Təxirə salınıb', en: 'Postponed', ru: 'Отложено' },
  rescheduled: { az: 'Vaxtı dəyişib', en: 'Rescheduled', ru: 'Перенесено' },
  cancelled: { az: 'Ləğv edilib', en: 'Cancelled', ru: 'Отменено' },
  soldOut: { az: 'Yerlər bitib', en: 'Sold out', ru: 'Мест нет' },
  files: { az: 'Fayllar', en: 'Files', ru: 'Файлы' },
  gallery: { az: 'Şəkillər', en: 'Pictures', ru: 'Фотографии' },
  photographs: { az: 'Fotoşəkillər', en: 'Photographs', ru: 'Фотографии' },
  photograph: { az: 'Foto', en: 'Photo', ru: 'Фото' },
  related: { az: 'Əlaqəli', en: 'Related', ru: 'По теме' },
  share: { az: 'Paylaş', en: 'Share', ru: 'Поделиться' },
  address: { az: 'Bu səhifənin ünvanı', en: 'Address of this page', ru: 'Адрес этой страницы' },
  copy: { az: 'Kopyala', en: 'Copy', ru: 'Скопировать' },
  copied: { az: 'Kopyalandı', en: 'Copied', ru: 'Скопировано' },
  feeds: { az: 'Lentlər', en: 'Feeds', ru: 'Ленты' },
  draft: {
    az: 'Qaralama: bu səhifə dərc olunmayıb.',
    en: 'Draft: this page has not been published.',
    ru: 'Черновик: эта страница не опубликована.',
  },
  accessibilityStatement: {
    az: 'Əlçatanlıq bəyannaməsi',
    en: 'Accessibility statement',
    ru: 'Заявление о доступности',
  },
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
