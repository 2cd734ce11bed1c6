import type { InLanguages } from '../words/words.ts';

const en = {
  drag: 'Drag to another place',
  first: 'To the front',
  earlier: 'Forward',
  later: 'Back',
  remove: 'Remove',
  moved: (n: number, of: number) => `Now at place ${n} of ${of}.`,
  removed: (name: string) => `${name} is removed from the list.`,
};

/** What is said where people put things in order. */
export const orderWords: InLanguages<typeof en> = {
  en,
  az: {
    drag: 'Başqa yerə çəkin',
    first: 'Ən önə',
    earlier: 'İrəli',
    later: 'Geri',
    remove: 'Çıxar',
    moved: (n, of) => `İndiki yeri: ${n} / ${of}.`,
    removed: (name) => `Siyahıdan çıxarıldı: ${name}.`,
  },
  ru: {
    drag: 'Перетащите на другое место',
    first: 'В начало',
    earlier: 'Вперёд',
    later: 'Назад',
    remove: 'Убрать',
    moved: (n, of) => `Теперь на месте ${n} из ${of}.`,
    removed: (name) => `Убрано из списка: ${name}.`,
  },
};
