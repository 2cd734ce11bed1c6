import type { InLanguages } from '../words/words.ts';

const en = {
  selected: (count: number) => `Selected: ${count}`,
  field: 'Change together',
  value: 'To',
  apply: (count: number) => `Change (${count})`,
  unselect: 'Select none',
  done: (changed: number, all: number) =>
    changed === all
      ? `Changed: ${all}.`
      : `Changed: ${changed} of ${all}. The others are still selected; why stands above the list.`,
};

type BulkWords = typeof en;

const az: BulkWords = {
  selected: (count) => `Seçilib: ${count}`,
  field: 'Birlikdə dəyiş',
  value: 'Yeni dəyər',
  apply: (count) => `Dəyiş (${count})`,
  unselect: 'Seçimi ləğv et',
  done: (changed, all) =>
    changed === all
      ? `Dəyişdirildi: ${all}.`
      : `${all} əsərdən ${changed} dəyişdirildi. Qalanları seçilmiş qalır; səbəbi siyahının üstündədir.`,
};

const ru: BulkWords = {
  selected: (count) => `Выбрано: ${count}`,
  field: 'Изменить вместе',
  value: 'Новое значение',
  apply: (count) => `Изменить (${count})`,
  unselect: 'Снять выбор',
  done: (changed, all) =>
    changed === all
      ? `Изменено: ${all}.`
      : `Изменено: ${changed} из ${all}. Остальные по-прежнему выбраны; причины — над списком.`,
};

/** The words of changing many entries together. */
export const bulkWords: InLanguages<BulkWords> = { az, en, ru };
