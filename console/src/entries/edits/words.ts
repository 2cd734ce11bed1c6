import { russianForm } from '../../words/russian-form.ts';
import type { InLanguages } from '../../words/words.ts';

const en = {
  otherField: 'Not saved, because another field of this entry was refused.',
  wanted: (value: string) => `was to become “${value}”.`,
  empty: 'empty',
  inLanguage: (field: string, language: string) => `${field} (${language})`,
  retryAll: (count: number) => `Try all again (${count})`,
  dropAll: (count: number) => `Give up all (${count})`,
  copy: 'Copy for a spreadsheet',
  copied: 'Copied.',
  more: (count: number) => `… and ${count} more; all of them are in the copy.`,
  keptHere: (days: number) => `Kept in this browser for ${days} days, or until you sign out.`,
  heads: { entry: 'Entry', field: 'Field', value: 'New value', why: 'Why it was not saved' },
};

type EditWords = typeof en;

const az: EditWords = {
  otherField: 'Saxlanılmayıb, çünki bu əsərin başqa sahəsi qəbul edilməyib.',
  wanted: (value) => `«${value}» olmalı idi.`,
  empty: 'boş',
  inLanguage: (field, language) => `${field} (${language})`,
  retryAll: (count) => `Hamısını yenidən göndər (${count})`,
  dropAll: (count) => `Hamısından imtina et (${count})`,
  copy: 'Cədvəl üçün kopyala',
  copied: 'Kopyalandı.',
  more: (count) => `… və daha ${count}; kopyalanan mətndə hamısı var.`,
  keptHere: (days) => `Bu brauzerdə ${days} gün və ya hesabdan çıxana qədər saxlanılır.`,
  heads: { entry: 'Əsər', field: 'Sahə', value: 'Yeni dəyər', why: 'Niyə saxlanılmayıb' },
};

const ru: EditWords = {
  otherField: 'Не сохранено, потому что не принято другое поле этой работы.',
  wanted: (value) => `должно было стать «${value}».`,
  empty: 'пусто',
  inLanguage: (field, language) => `${field} (${language})`,
  retryAll: (count) => `Отправить все снова (${count})`,
  dropAll: (count) => `Отказаться от всех (${count})`,
  copy: 'Скопировать для таблицы',
  copied: 'Скопировано.',
  more: (count) => `… и ещё ${count}; в копии есть все.`,
  keptHere: (days) =>
    `Хранится в этом браузере ${days} ${russianForm(days, 'день', 'дня', 'дней')} или до выхода из системы.`,
  heads: { entry: 'Работа', field: 'Поле', value: 'Новое значение', why: 'Почему не сохранено' },
};

/** The words of what is not saved in the grid of entries. */
export const editWords: InLanguages<EditWords> = { az, en, ru };
