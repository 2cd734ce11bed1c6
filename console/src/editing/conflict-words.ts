import type { InLanguages } from '../words/words.ts';

const en = {
  choose: (name: string) =>
    `You and ${name} have changed the same. Choose what is to stay; everything else is together already.`,
  own: {
    title: 'You have changed this elsewhere too',
    choose:
      'In another tab or on another device you have changed the same. Choose what is to stay; everything else is together already.',
    mine: 'Written here',
    theirs: 'Written there',
    merged: 'Saved, together with what you have changed in another tab or on another device.',
  },
  takenOut: 'Taken out',
  putIn: 'Put in',
  base: 'What both began from',
  both: 'Both, one after the other',
  order: (field: string) => `${field}: the order`,
  paragraph: (field: string, n: number) => `${field}, paragraph ${n}`,
  pictures: (n: number) => `Picture ${n}`,
  files: (n: number) => `File ${n}`,
  called: (what: string, name: string) => `${what}, “${name}”`,
  of: (what: string, field: string) => `${what}: ${field}`,
  empty: '(empty)',
  removed: 'Removed',
  waits: 'Not saved: you have a choice to make',
  open: 'Choose …',
};

type ConflictWords = typeof en;

/** What the comparison of two contents says of which the person must choose. */
export const conflictWords: InLanguages<ConflictWords> = {
  en,
  az: {
    choose: (name) =>
      `Siz və ${name} eyni yeri dəyişmisiniz. Nəyin qalacağını seçin; qalan hər şey artıq birləşdirilib.`,
    own: {
      title: 'Siz bunu başqa yerdə də dəyişmisiniz',
      choose:
        'Siz eyni yeri başqa vərəqdə və ya başqa cihazda da dəyişmisiniz. Nəyin qalacağını seçin; qalan hər şey artıq birləşdirilib.',
      mine: 'Burada yazılan',
      theirs: 'Orada yazılan',
      merged: 'Yadda saxlanıldı; başqa vərəqdə və ya cihazda etdiyiniz dəyişikliklər də daxil edildi.',
    },
    takenOut: 'Çıxarılıb',
    putIn: 'Əlavə edilib',
    base: 'Dəyişikliklərdən əvvəl',
    both: 'Hər ikisi, ardıcıl',
    order: (field) => `${field}: ardıcıllıq`,
    paragraph: (field, n) => `${field}, abzas ${n}`,
    pictures: (n) => `Şəkil ${n}`,
    files: (n) => `Fayl ${n}`,
    called: (what, name) => `${what}, “${name}”`,
    of: (what, field) => `${what}: ${field}`,
    empty: '(boş)',
    removed: 'Silinib',
    waits: 'Yadda saxlanmayıb: seçim etməlisiniz',
    open: 'Seçim et …',
  },
  ru: {
    choose: (name) => `Вы и ${name} изменили одно и то же. Выберите, что останется; всё прочее уже объединено.`,
    own: {
      title: 'Вы изменили это и в другом месте',
      choose:
        'В другой вкладке или на другом устройстве вы изменили то же самое. Выберите, что останется; всё прочее уже объединено.',
      mine: 'Написано здесь',
      theirs: 'Написано там',
      merged: 'Сохранено вместе с тем, что вы изменили в другой вкладке или на другом устройстве.',
    },
    takenOut: 'Убрано',
    putIn: 'Добавлено',
    base: 'До обоих изменений',
    both: 'Оба варианта, один за другим',
    order: (field) => `${field}: порядок`,
    paragraph: (field, n) => `${field}, абзац ${n}`,
    pictures: (n) => `Изображение ${n}`,
    files: (n) => `Файл ${n}`,
    called: (what, name) => `${what}, «${name}»`,
    of: (what, field) => `${what}: ${field}`,
    empty: '(пусто)',
    removed: 'Удалено',
    waits: 'Не сохранено: нужно сделать выбор',
    open: 'Выбрать …',
  },
};
