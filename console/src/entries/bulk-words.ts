import type { InLanguages } from '../words/words.ts';

const en = {
  selected: (count: number) => `Selected: ${count}`,
  field: 'Change together',
  value: 'To',
  apply: (count: number) => `Change (${count})`,
  unselect: 'Select none',
  done: (count: number) => `Done with ${count}. What was refused stands above the list.`,
};

type BulkWords = typeof en;

const az: BulkWords = {
  selected: (count) => `Seçilib: ${count}`,
  field: 'Birlikdə dəyiş',
  value: 'Yeni dəyər',
  apply: (count) => `Dəyiş (${count})`,
  unselect: 'Seçimi ləğv et',
  done: (count) => `Bitdi: ${count}. Qəbul edilməyənlər siyahının üstündədir.`,
};

const ru: BulkWords = {
  selected: (count) => `Выбрано: ${count}`,
  field: 'Изменить вместе',
  value: 'Новое значение',
  apply: (count) => `Изменить (${count})`,
  unselect: 'Снять выбор',
  done: (count) => `Готово: ${count}. Непринятое — над списком.`,
};

/** The words of changing many entries together. */
export const bulkWords: InLanguages<BulkWords> = { az, en, ru };
