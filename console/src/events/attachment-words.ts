import { russianForm } from '../words/russian-form.ts';
import type { InLanguages } from '../words/words.ts';

const en = {
  picture: {
    title: 'Pictures',
    add: 'Add pictures',
    drop: 'Drop pictures anywhere on this page, or choose them.',
    fromLibrary: 'Pictures from the library …',
  },
  document: {
    title: 'Files',
    add: 'Add files',
    drop: 'Documents that readers can open: PDF, DOCX, XLSX, ODT, ODS, CSV, TXT. Drop them anywhere on this page, or choose them.',
    fromLibrary: 'Files from the library …',
  },
  added: (n: number) => (n === 1 ? '1 is added.' : `${n} are added.`),
  cover: 'Cover',
  firstIsCover: 'The first picture is the cover.',
  nth: (n: number) => `Picture ${n}`,
  nthFile: (n: number) => `File ${n}`,
  alt: (language: string) => `What it shows, for people who cannot see it (${language})`,
  missing: '⚠ Missing: this language cannot be published without it.',
  lackAlt: (n: number) =>
    n === 1
      ? '⚠ 1 picture is not described in every language yet.'
      : `⚠ ${n} pictures are not described in every language yet.`,
  more: 'Caption, credit, what stays in sight',
  caption: (language: string) => `Caption below the picture (${language})`,
  credit: 'Credit',
  creditHelp: 'Who made it, or owns it: the same in every language.',
  together: 'Edit several together …',
  forAll: 'For all of them',
  pattern: (language: string) => `Description where there is none yet (${language})`,
  patternHelp:
    'A # becomes the number of the picture. The credit replaces what is there; descriptions that are there stay.',
  fill: 'Fill in below',
  apply: 'Take over',
  applied: 'The pictures are changed. Save to keep it.',
  fileTitle: (language: string) => `Title that readers see (${language})`,
  open: 'Open the file',
  unread: {
    none: 'This file holds no text, as a scan does. So nobody but you can tell whether it names somebody who may not be named.',
    partial:
      'This file holds more text than can be compared. So nobody but you can tell whether it names somebody who may not be named.',
  },
  hides: (parts: string) => `This file hides something that whoever opens it can show: ${parts}`,
  hiddenParts: {
    sheets: 'sheets',
    rows: 'rows',
    columns: 'columns',
    pivotSource: 'what a pivot table was made of',
    text: 'text',
    deletedText: 'text that was deleted while changes were recorded',
    layers: 'layers',
  },
  shows: (values: string) => `This file is signed, and readers can see what it says of its authors: ${values}`,
  confirm: 'I have read it: it may be published',
  confirmed: 'An editor has read this file: it may be published.',
  saveFirst: 'Save first: then you can confirm that you have read it.',
  byEditors: 'An editor reads it and confirms it before it is published.',
};

type Words = typeof en;

const az: Words = {
  picture: {
    title: 'Şəkillər',
    add: 'Şəkil əlavə et',
    drop: 'Şəkilləri səhifənin istənilən yerinə atın və ya seçin.',
    fromLibrary: 'Kitabxanadan şəkillər …',
  },
  document: {
    title: 'Fayllar',
    add: 'Fayl əlavə et',
    drop: 'Oxucuların aça biləcəyi sənədlər: PDF, DOCX, XLSX, ODT, ODS, CSV, TXT. Onları səhifənin istənilən yerinə atın və ya seçin.',
    fromLibrary: 'Kitabxanadan fayllar …',
  },
  added: (n) => `Əlavə olundu: ${n}.`,
  cover: 'Üz şəkli',
  firstIsCover: 'Birinci şəkil üz şəklidir.',
  nth: (n) => `Şəkil ${n}`,
  nthFile: (n) => `Fayl ${n}`,
  alt: (language) => `Görməyənlər üçün: şəkildə nə var (${language})`,
  missing: '⚠ Yazılmayıb: bu dil onsuz dərc oluna bilməz.',
  lackAlt: (n) => `⚠ ${n} şəkil hələ bütün dillərdə təsvir olunmayıb.`,
  more: 'Şəkilaltı yazı, müəllif, görünən hissə',
  caption: (language) => `Şəklin altındakı yazı (${language})`,
  credit: 'Müəllif və ya mənbə',
  creditHelp: 'Kim çəkib və ya kimə məxsusdur: bütün dillərdə eynidir.',
  together: 'Bir neçəsini birlikdə redaktə et …',
  forAll: 'Hamısı üçün',
  pattern: (language) => `Təsviri hələ olmayan şəkillər üçün (${language})`,
  patternHelp: '# işarəsinin yerinə şəklin nömrəsi yazılır. Müəllif hamısında əvəz olunur; mövcud təsvirlər qalır.',
  fill: 'Aşağıda doldur',
  apply: 'Tətbiq et',
  applied: 'Şəkillər dəyişdirildi. Qalması üçün yadda saxlayın.',
  fileTitle: (language) => `Oxucuların gördüyü başlıq (${language})`,
  open: 'Faylı aç',
  unread: {
    none: 'Bu faylda skan kimi mətn yoxdur. Adı çəkilməməli olan birinin burada olub-olmadığını yalnız siz deyə bilərsiniz.',
    partial:
      'Bu faylda müqayisə üçün həddən artıq çox mətn var. Adı çəkilməməli olan birinin burada olub-olmadığını yalnız siz deyə bilərsiniz.',
  },
  hides: (parts) => `Bu faylda onu açan hər kəsin göstərə biləcəyi gizli hissələr var: ${parts}`,
  hiddenParts: {
    sheets: 'vərəqlər',
    rows: 'sətirlər',
    columns: 'sütunlar',
    pivotSource: 'yığma cədvəlin mənbə məlumatı',
    text: 'mətn',
    deletedText: 'dəyişikliklər qeyd olunarkən silinmiş mətn',
    layers: 'laylar',
  },
  shows: (values) => `Bu fayl imzalanıb, oxucular müəllifləri haqqında yazılanları görə bilər: ${values}`,
  confirm: 'Oxudum: dərc oluna bilər',
  confirmed: 'Redaktor bu faylı oxuyub: dərc oluna bilər.',
  saveFirst: 'Əvvəlcə yadda saxlayın: sonra oxuduğunuzu təsdiq edə bilərsiniz.',
  byEditors: 'Dərcdən əvvəl onu redaktor oxuyub təsdiq edir.',
};

const ru: Words = {
  picture: {
    title: 'Изображения',
    add: 'Добавить изображения',
    drop: 'Перетащите изображения в любое место этой страницы или выберите их.',
    fromLibrary: 'Изображения из библиотеки …',
  },
  document: {
    title: 'Файлы',
    add: 'Добавить файлы',
    drop: 'Документы, которые могут открыть читатели: PDF, DOCX, XLSX, ODT, ODS, CSV, TXT. Перетащите их в любое место этой страницы или выберите.',
    fromLibrary: 'Файлы из библиотеки …',
  },
  added: (n) => `Добавлено: ${n}.`,
  cover: 'Обложка',
  firstIsCover: 'Первое изображение — обложка.',
  nth: (n) => `Изображение ${n}`,
  nthFile: (n) => `Файл ${n}`,
  alt: (language) => `Что изображено, для тех, кто не видит (${language})`,
  missing: '⚠ Не заполнено: без этого нельзя опубликовать на этом языке.',
  lackAlt: (n) =>
    `⚠ Ещё не на всех языках ${russianForm(n, 'описано', 'описаны', 'описано')} ${n} ${russianForm(n, 'изображение', 'изображения', 'изображений')}.`,
  more: 'Подпись, автор, что остаётся на виду',
  caption: (language) => `Подпись под изображением (${language})`,
  credit: 'Автор или источник',
  creditHelp: 'Кто снял или кому принадлежит: одинаково на всех языках.',
  together: 'Изменить несколько вместе …',
  forAll: 'Для всех',
  pattern: (language) => `Описание там, где его ещё нет (${language})`,
  patternHelp: 'Вместо # встанет номер изображения. Автор заменит прежнего; готовые описания останутся.',
  fill: 'Заполнить ниже',
  apply: 'Применить',
  applied: 'Изображения изменены. Сохраните, чтобы это осталось.',
  fileTitle: (language) => `Название для читателей (${language})`,
  open: 'Открыть файл',
  unread: {
    none: 'В этом файле нет текста, как в скане. Поэтому только вы можете сказать, не назван ли в нём тот, чьё имя не публикуется.',
    partial:
      'В этом файле слишком много текста, чтобы сравнить его весь. Поэтому только вы можете сказать, не назван ли в нём тот, чьё имя не публикуется.',
  },
  hides: (parts) => `В этом файле скрыто то, что может показать любой, кто его откроет: ${parts}`,
  hiddenParts: {
    sheets: 'листы',
    rows: 'строки',
    columns: 'столбцы',
    pivotSource: 'исходные данные сводной таблицы',
    text: 'текст',
    deletedText: 'текст, удалённый при записи исправлений',
    layers: 'слои',
  },
  shows: (values) => `Этот файл подписан, и читатели увидят, что в нём сказано об авторах: ${values}`,
  confirm: 'Я прочёл: его можно публиковать',
  confirmed: 'Редактор прочёл этот файл: его можно публиковать.',
  saveFirst: 'Сначала сохраните: тогда можно подтвердить, что вы его прочли.',
  byEditors: 'Перед публикацией его читает и подтверждает редактор.',
};

/** The words of pictures and files in the editor. */
export const attachmentWords: InLanguages<Words> = { az, en, ru };
