import { russianForm } from '../words/russian-form.ts';
import { type InLanguages, type Language, languages } from '../words/words.ts';

const en = {
  labels: 'Labels',
  list: 'List of works',
  codes: 'Codes of the works',
  certificates: 'Certificates',
  number: 'No.',
  title: 'Title',
  artist: 'Artist',
  name: 'Name',
  age: 'Age',
  school: 'School',
  region: 'Region',
  medium: 'Technique',
  year: 'Year',
  address: 'Page',
  aged: (age: number) => `aged ${age}`,
};

export type SheetWords = typeof en;

const words: InLanguages<SheetWords> = {
  en,
  az: {
    labels: 'Etiketlər',
    list: 'Əsərlərin siyahısı',
    codes: 'Əsərlərin kodları',
    certificates: 'Sertifikatlar',
    number: '№',
    title: 'Ad',
    artist: 'Müəllif',
    name: 'Ad, soyad',
    age: 'Yaş',
    school: 'Məktəb',
    region: 'Bölgə',
    medium: 'Texnika',
    year: 'İl',
    address: 'Səhifə',
    aged: (age) => `${age} yaş`,
  },
  ru: {
    labels: 'Этикетки',
    list: 'Список работ',
    codes: 'Коды работ',
    certificates: 'Грамоты',
    number: '№',
    title: 'Название',
    artist: 'Автор',
    name: 'Имя',
    age: 'Возраст',
    school: 'Школа',
    region: 'Регион',
    medium: 'Техника',
    year: 'Год',
    address: 'Страница',
    aged: (age) => `${age} ${russianForm(age, 'год', 'года', 'лет')}`,
  },
};

/** The language of the words on a sheet: that of the sheet where the console speaks it, else English. */
export const spokenIn = (locale: string): Language => languages.find((one) => one === locale) ?? 'en';

/** What stands on a sheet beside what is written of the works. */
export const sheetWordsIn = (locale: string): SheetWords => words[spokenIn(locale)];
