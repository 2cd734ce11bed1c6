import { russianForm } from '../../words/russian-form.ts';
import type { InLanguages } from '../../words/words.ts';

const en = {
  when: {
    zone: (zone: string, offset: string) => `All times are ${zone} time (${offset}), wherever you are.`,
    newsHelp: 'News needs no time.',
    allDay: 'Whole days',
    add: 'Add a time',
    byRule: 'Add many by a rule …',
    count: (n: number) => (n === 1 ? 'One time' : `${n} times`),
    unset: 'No date yet',
    copy: 'Copy',
    copyThis: (what: string) => `Copy: ${what}`,
    edit: (what: string) => `Change: ${what}`,
    all: (n: number) => `Show all ${n} times`,
    fewer: 'Show fewer',
    removed: (what: string) => `Removed: ${what}`,
    copied: (what: string) => `Added: ${what}`,
    full: (max: number) => `An event has at most ${max} times.`,
    occurrences: {
      planned: 'Yes, as planned',
      postponed: 'Not yet: it is postponed, and the new time is not known',
      rescheduled: 'Yes, at another time than first announced',
      cancelled: 'No, it is cancelled',
    },
    occurrenceHelp:
      'Pages, feeds and calendars say so. What is cancelled stays public, so that nobody comes for nothing.',
  },
  rule: {
    title: 'Many times by a rule',
    firstDay: 'From',
    lastDay: 'Until, included',
    weekdays: 'On',
    weeks: 'How often',
    weekChoices: {
      every: 'Every week',
      everyOther: 'Every other week',
      first: 'The first of each month',
      second: 'The second of each month',
      third: 'The third of each month',
      fourth: 'The fourth of each month',
      last: 'The last of each month',
    },
    allDay: 'Whole days, without times',
    from: 'Begins at',
    until: 'Ends at (optional)',
    doors: 'Doors open at (optional)',
    preview: 'What is written',
    previewHelp: 'Untick the days that are to be left out.',
    incomplete: 'Choose the days and when it begins.',
    nothing: 'No day fits.',
    tooMany: (max: number, room: number) =>
      room === max
        ? `These are more than ${max} times, and an event has at most ${max}. Choose an earlier end.`
        : `An event has at most ${max} times, and there is room for ${room}. Choose an earlier end.`,
    known: 'is there already',
    add: (n: number) => (n === 1 ? 'Add this time' : `Add these ${n} times`),
    addNone: 'Add',
    added: (n: number) => (n === 1 ? 'One time was added.' : `${n} times were added.`),
  },
};

type ShowingWords = typeof en;

const az: ShowingWords = {
  when: {
    zone: (zone, offset) => `Harada olmağınızdan asılı olmayaraq, bütün vaxtlar ${zone} vaxtı ilədir (${offset}).`,
    newsHelp: 'Xəbər üçün vaxt göstərmək lazım deyil.',
    allDay: 'Bütün gün',
    add: 'Vaxt əlavə et',
    byRule: 'Qayda ilə əlavə et …',
    count: (n) => `${n} vaxt`,
    unset: 'Hələ tarix yoxdur',
    copy: 'Surətini çıxar',
    copyThis: (what) => `Surətini çıxar: ${what}`,
    edit: (what) => `Dəyiş: ${what}`,
    all: (n) => `Bütün ${n} vaxtı göstər`,
    fewer: 'Az göstər',
    removed: (what) => `Silindi: ${what}`,
    copied: (what) => `Əlavə olundu: ${what}`,
    full: (max) => `Tədbirin ən çoxu ${max} vaxtı ola bilər.`,
    occurrences: {
      planned: 'Bəli, planlaşdırıldığı kimi',
      postponed: 'Hələ yox: təxirə salınıb, yeni vaxt bəlli deyil',
      rescheduled: 'Bəli, əvvəl elan olunandan başqa vaxtda',
      cancelled: 'Xeyr, ləğv olunub',
    },
    occurrenceHelp:
      'Səhifələr, lentlər və təqvimlər bunu bildirir. Ləğv olunan tədbir saytda qalır ki, heç kim boş yerə gəlməsin.',
  },
  rule: {
    title: 'Qayda ilə çoxlu vaxt',
    firstDay: 'Bu gündən',
    lastDay: 'Bu günədək (daxil olmaqla)',
    weekdays: 'Günlər',
    weeks: 'Nə qədər tez-tez',
    weekChoices: {
      every: 'Hər həftə',
      everyOther: 'İki həftədən bir',
      first: 'Hər ayın birincisi',
      second: 'Hər ayın ikincisi',
      third: 'Hər ayın üçüncüsü',
      fourth: 'Hər ayın dördüncüsü',
      last: 'Hər ayın sonuncusu',
    },
    allDay: 'Bütün gün, saat göstərilmədən',
    from: 'Başlama saatı',
    until: 'Bitmə saatı (istəyə görə)',
    doors: 'Qapıların açılma saatı (istəyə görə)',
    preview: 'Əlavə olunacaq vaxtlar',
    previewHelp: 'Buraxılmalı olan günlərin işarəsini götürün.',
    incomplete: 'Günləri və başlama saatını seçin.',
    nothing: 'Uyğun gün yoxdur.',
    tooMany: (max, room) =>
      room === max
        ? `Bu, ${max} vaxtdan çoxdur; tədbirin ən çoxu ${max} vaxtı ola bilər. Daha erkən son gün seçin.`
        : `Tədbirin ən çoxu ${max} vaxtı ola bilər, ${room} vaxt üçün yer qalıb. Daha erkən son gün seçin.`,
    known: 'artıq var',
    add: (n) => (n === 1 ? 'Bu vaxtı əlavə et' : `Bu ${n} vaxtı əlavə et`),
    addNone: 'Əlavə et',
    added: (n) => `${n} vaxt əlavə olundu.`,
  },
};

const times = (n: number): string => russianForm(n, 'показ', 'показа', 'показов');

const ru: ShowingWords = {
  when: {
    zone: (zone, offset) => `Время везде местное: ${zone} (${offset}), где бы вы ни находились.`,
    newsHelp: 'Новости время не нужно.',
    allDay: 'Целые дни',
    add: 'Добавить время',
    byRule: 'Добавить по правилу …',
    count: (n) => `${n} ${times(n)}`,
    unset: 'Дата ещё не указана',
    copy: 'Копировать',
    copyThis: (what) => `Копировать: ${what}`,
    edit: (what) => `Изменить: ${what}`,
    all: (n) => `Показать все (${n})`,
    fewer: 'Показать меньше',
    removed: (what) => `Убрано: ${what}`,
    copied: (what) => `Добавлено: ${what}`,
    full: (max) => `У события не больше ${max} ${times(max)}.`,
    occurrences: {
      planned: 'Да, как запланировано',
      postponed: 'Пока нет: отложено, новое время неизвестно',
      rescheduled: 'Да, но не в то время, что объявили сначала',
      cancelled: 'Нет, отменено',
    },
    occurrenceHelp:
      'Это скажут страницы, ленты и календари. Отменённое остаётся на сайте, чтобы никто не пришёл напрасно.',
  },
  rule: {
    title: 'Много показов по правилу',
    firstDay: 'С',
    lastDay: 'По (включительно)',
    weekdays: 'Дни недели',
    weeks: 'Как часто',
    weekChoices: {
      every: 'Каждую неделю',
      everyOther: 'Через неделю',
      first: 'Первый в каждом месяце',
      second: 'Второй в каждом месяце',
      third: 'Третий в каждом месяце',
      fourth: 'Четвёртый в каждом месяце',
      last: 'Последний в каждом месяце',
    },
    allDay: 'Целые дни, без времени',
    from: 'Начало в',
    until: 'Конец в (необязательно)',
    doors: 'Двери открываются в (необязательно)',
    preview: 'Что будет записано',
    previewHelp: 'Снимите отметку с дней, которые надо пропустить.',
    incomplete: 'Укажите дни и время начала.',
    nothing: 'Ни один день не подходит.',
    tooMany: (max, room) =>
      room === max
        ? `Это больше ${max} показов, а у события их не больше ${max}. Выберите конец раньше.`
        : `У события не больше ${max} показов, осталось место для ${room}. Выберите конец раньше.`,
    known: 'уже есть',
    add: (n) => `Добавить: ${n} ${times(n)}`,
    addNone: 'Добавить',
    added: (n) => `Добавлено: ${n} ${times(n)}.`,
  },
};

/** The words for when an event takes place: `when` for its times, `rule` for many that a rule writes. */
export const showingWords: InLanguages<ShowingWords> = { az, en, ru };
