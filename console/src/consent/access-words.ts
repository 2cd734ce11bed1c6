import type { InLanguages } from '../words/words.ts';

const en = {
  title: 'All that is stored of this person',
  help: 'One document with the selected entries: what was written, the consent, the pictures, ratings, and what was done. The sentences of texts and documents that say the name go with it. Jury, staff and other people are left out: in those sentences every other name, and most words with a capital letter, are replaced by […]. Look at it before you send it.',
  saveHtml: 'Save to read and print (HTML)',
  saveJson: 'Save for programs (JSON)',
  saved: 'The document is saved.',
  passages: 'What texts say',
  leftOut: '[…] stands for what may name other people.',
  writtenOn: (when: string) => `Written on ${when}`,
  labels: {
    entered: 'Entered',
    changed: 'Last changed',
    artist: 'Artist',
    shownAs: 'Name in public',
    ageAtEntry: 'Age at entry',
    medium: 'Technique',
    year: 'Year',
    title: 'Title',
    description: 'Description',
    alt: 'Alternative text',
    pictures: 'Pictures',
    ratings: 'Ratings',
    acts: 'What was done',
    no: 'No',
    yes: 'Yes',
  },
};

type AccessWords = typeof en;

const az: AccessWords = {
  title: 'Bu şəxs haqqında saxlanılan hər şey',
  help: 'Seçilmiş əsərlər üzrə bir sənəd: yazılanlar, razılıq, şəkillər, qiymətlər və nə edildiyi. Adın keçdiyi cümlələr də mətnlərdən və sənədlərdən əlavə olunur. Münsiflər, əməkdaşlar və başqa şəxslər göstərilmir: həmin cümlələrdə başqa adlar və böyük hərflə yazılan sözlərin çoxu […] ilə əvəz olunur. Göndərməzdən əvvəl sənədə baxın.',
  saveHtml: 'Oxumaq və çap üçün saxla (HTML)',
  saveJson: 'Proqramlar üçün saxla (JSON)',
  saved: 'Sənəd saxlanıldı.',
  passages: 'Mətnlərdə yazılanlar',
  leftOut: '[…] başqa şəxslərin adı ola biləcək sözlərin yerində durur.',
  writtenOn: (when) => `Tarix: ${when}`,
  labels: {
    entered: 'Daxil edilib',
    changed: 'Son dəyişiklik',
    artist: 'Müəllif',
    shownAs: 'Açıq göstərilən ad',
    ageAtEntry: 'Daxil edildiyi vaxt yaşı',
    medium: 'Texnika',
    year: 'İl',
    title: 'Ad',
    description: 'Təsvir',
    alt: 'Şəklin sözlə təsviri',
    pictures: 'Şəkillər',
    ratings: 'Qiymətlər',
    acts: 'Nə edilib',
    no: 'Xeyr',
    yes: 'Bəli',
  },
};

const ru: AccessWords = {
  title: 'Всё, что хранится об этом человеке',
  help: 'Один документ с выбранными работами: что написано, согласие, изображения, оценки и что сделано. К нему прилагаются предложения из текстов и документов, где сказано имя. Жюри, сотрудников и других людей в нём нет: в этих предложениях другие имена и большинство слов с заглавной буквы заменены на […]. Просмотрите его перед отправкой.',
  saveHtml: 'Сохранить для чтения и печати (HTML)',
  saveJson: 'Сохранить для программ (JSON)',
  saved: 'Документ сохранён.',
  passages: 'Что сказано в текстах',
  leftOut: '[…] стоит вместо того, что может называть других людей.',
  writtenOn: (when) => `Дата: ${when}`,
  labels: {
    entered: 'Внесено',
    changed: 'Последнее изменение',
    artist: 'Автор',
    shownAs: 'Имя для публики',
    ageAtEntry: 'Возраст при подаче',
    medium: 'Техника',
    year: 'Год',
    title: 'Название',
    description: 'Описание',
    alt: 'Описание картинки словами',
    pictures: 'Рисунки',
    ratings: 'Оценки',
    acts: 'Что было сделано',
    no: 'Нет',
    yes: 'Да',
  },
};

/** The words of the document for access, and of the dialogue that saves it. */
export const accessWords: InLanguages<AccessWords> = { en, az, ru };
