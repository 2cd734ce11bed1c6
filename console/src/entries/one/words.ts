import { russianForm } from '../../words/russian-form.ts';
import type { InLanguages } from '../../words/words.ts';

const en = {
  title: 'Enter one work',
  photograph: 'Take a photograph',
  photographAgain: 'Take another photograph',
  choose: 'Choose a picture',
  preview: 'The photograph that you have taken',
  textsHelp: (language: string) => `Title and alternative text in ${language}; other languages can follow in the list.`,
  takenUp: 'What you had written here and not entered is here again.',
  sending: 'Reading the picture …',
  sent: (percent: number) => `Sending the picture: ${percent} %`,
  preparing: 'Preparing the picture …',
  enter: 'Enter',
  entered: (n: number) => `The work is entered, with the number ${n}.`,
  next: 'School, region and the days of the consent are kept for the next one.',
  toList: 'To the list of entries',
  keptHere: (days: number) =>
    `Until you enter it, this browser keeps for you what you have written, with the photograph: for ${days} days, or until you sign out.`,
};

type EnterOneWords = typeof en;

const az: EnterOneWords = {
  title: 'Bir əsər əlavə et',
  photograph: 'Şəklini çək',
  photographAgain: 'Yenidən çək',
  choose: 'Şəkil seç',
  preview: 'Çəkdiyiniz şəkil',
  textsHelp: (language) => `Başlıq və alternativ mətn: ${language}. Başqa dillər sonra siyahıda əlavə oluna bilər.`,
  takenUp: 'Burada yazıb əlavə etmədikləriniz yenidən buradadır.',
  sending: 'Şəkil oxunur …',
  sent: (percent) => `Şəkil göndərilir: ${percent} %`,
  preparing: 'Şəkil hazırlanır …',
  enter: 'Əlavə et',
  entered: (n) => `Əsər ${n} nömrəsi ilə əlavə olundu.`,
  next: 'Məktəb, bölgə və razılığın günləri növbəti əsər üçün saxlanılıb.',
  toList: 'Əsərlərin siyahısına',
  keptHere: (days) =>
    `Əlavə edənə qədər yazdıqlarınız şəkillə birlikdə bu brauzerdə yalnız sizin üçün saxlanılır: ${days} gün və ya hesabdan çıxana qədər.`,
};

const ru: EnterOneWords = {
  title: 'Внести одну работу',
  photograph: 'Сфотографировать',
  photographAgain: 'Сфотографировать ещё раз',
  choose: 'Выбрать изображение',
  preview: 'Сделанная фотография',
  textsHelp: (language) => `Название и альтернативный текст: ${language}. Другие языки можно добавить потом в списке.`,
  takenUp: 'То, что вы здесь написали и не внесли, снова здесь.',
  sending: 'Изображение читается …',
  sent: (percent) => `Изображение отправляется: ${percent} %`,
  preparing: 'Изображение обрабатывается …',
  enter: 'Внести',
  entered: (n) => `Работа внесена под номером ${n}.`,
  next: 'Школа, регион и дни согласия сохранены для следующей.',
  toList: 'К списку работ',
  keptHere: (days) =>
    `Пока вы не внесли работу, написанное и фотография хранятся в этом браузере только для вас: ${days} ${russianForm(days, 'день', 'дня', 'дней')} или до выхода из системы.`,
};

/** The words of the form for one work. */
export const enterOneWords: InLanguages<EnterOneWords> = { az, en, ru };
