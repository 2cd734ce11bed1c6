import { russianForm } from '../words/russian-form.ts';
import type { InLanguages } from '../words/words.ts';

const en = {
  title: 'Files on their way',
  dropForEvent: 'Drop the files: they are added to what you are writing.',
  dropForLibrary: 'Drop the files: they are kept in the library of pictures and files.',
  begun: (n: number) => (n === 1 ? 'A file is being sent.' : `${n} files are being sent.`),
  done: (ready: number, of: number) => `${ready} of ${of} ready`,
  problems: (n: number) => (n === 1 ? '1 needs your attention' : `${n} need your attention`),
  all: 'All files together',
  fold: 'Fold',
  unfold: 'Show each file',
  retry: 'Try again',
  retryOf: (name: string) => `Try again: ${name}`,
  retryAll: (n: number) => `Try again what has failed (${n})`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove from this list: ${name}`,
  stopOf: (name: string) => `Stop: ${name}`,
  states: {
    waiting: 'waits',
    signedOut: 'waits until you have signed in again',
    reading: 'is being read',
    sending: (percent: number) => `${percent} % sent`,
    preparing: 'is being prepared',
    ready: 'ready',
    known: 'was there already; it was not sent a second time',
  },
  why: {
    type: 'Files of this type are not taken. Pictures: JPEG, PNG, WebP, AVIF, TIFF, GIF. Documents: PDF, DOCX, XLSX, ODT, ODS, CSV, TXT. Save it as one of these and try again.',
    tooLarge: (size: string, most: string) =>
      `It has ${size}; at most ${most} can be taken. Make it smaller, or split it.`,
    document: 'This is a document, whatever its name says. Choose a picture, or add it to the files.',
    empty: 'The file is empty. Open it, save it again and try once more.',
    unreadable: 'The file cannot be read. Was it moved, or deleted, or is it a folder? Choose it again.',
    interrupted: 'The file has not arrived as a whole. Try again.',
    offline: 'There is no connection. It is sent once there is one, as long as this page is open.',
  },
};

type Words = typeof en;

const az: Words = {
  title: 'Göndərilən fayllar',
  dropForEvent: 'Faylları buraxın: yazdığınız materiala əlavə olunacaq.',
  dropForLibrary: 'Faylları buraxın: şəkil və fayl kitabxanasında saxlanılacaq.',
  begun: (n) => (n === 1 ? 'Fayl göndərilir.' : `${n} fayl göndərilir.`),
  done: (ready, of) => `Hazırdır: ${ready} / ${of}`,
  problems: (n) => `diqqət tələb edir: ${n}`,
  all: 'Bütün fayllar birlikdə',
  fold: 'Yığ',
  unfold: 'Hər faylı göstər',
  retry: 'Yenidən cəhd et',
  retryOf: (name) => `Yenidən cəhd et: ${name}`,
  retryAll: (n) => `Alınmayanları yenidən göndər (${n})`,
  remove: 'Çıxar',
  removeOf: (name) => `Siyahıdan çıxar: ${name}`,
  stopOf: (name) => `Dayandır: ${name}`,
  states: {
    waiting: 'növbədədir',
    signedOut: 'yenidən daxil olmağınızı gözləyir',
    reading: 'oxunur',
    sending: (percent) => `${percent} % göndərilib`,
    preparing: 'hazırlanır',
    ready: 'hazırdır',
    known: 'artıq var idi; ikinci dəfə göndərilmədi',
  },
  why: {
    type: 'Bu növ fayllar qəbul olunmur. Şəkillər: JPEG, PNG, WebP, AVIF, TIFF, GIF. Sənədlər: PDF, DOCX, XLSX, ODT, ODS, CSV, TXT. Faylı bunlardan biri kimi saxlayıb yenidən göndərin.',
    tooLarge: (size, most) =>
      `Faylın həcmi ${size}; ən çoxu ${most} qəbul olunur. Faylı kiçildin və ya hissələrə bölün.`,
    document: 'Adı nə olsa da, bu, sənəddir. Şəkil seçin və ya onu fayllara əlavə edin.',
    empty: 'Fayl boşdur. Onu açıb yenidən saxlayın və bir də göndərin.',
    unreadable: 'Faylı oxumaq olmur. Köçürülüb, silinib, yoxsa qovluqdur? Onu yenidən seçin.',
    interrupted: 'Fayl tam çatmayıb. Yenidən cəhd edin.',
    offline: 'Bağlantı yoxdur. Bu səhifə açıq qalsa, bağlantı bərpa olunanda göndəriləcək.',
  },
};

const files = (n: number): string => russianForm(n, 'файл', 'файла', 'файлов');

const ru: Words = {
  title: 'Отправка файлов',
  dropForEvent: 'Отпустите файлы: они добавятся к тому, что вы пишете.',
  dropForLibrary: 'Отпустите файлы: они попадут в библиотеку изображений и файлов.',
  begun: (n) => (n === 1 ? 'Файл отправляется.' : `Отправляется: ${n} ${files(n)}.`),
  done: (ready, of) => `Готово: ${ready} из ${of}`,
  problems: (n) => `требуют внимания: ${n}`,
  all: 'Все файлы вместе',
  fold: 'Свернуть',
  unfold: 'Показать каждый файл',
  retry: 'Повторить',
  retryOf: (name) => `Повторить: ${name}`,
  retryAll: (n) => `Повторить всё, что не удалось (${n})`,
  remove: 'Убрать',
  removeOf: (name) => `Убрать из списка: ${name}`,
  stopOf: (name) => `Остановить: ${name}`,
  states: {
    waiting: 'в очереди',
    signedOut: 'ждёт, пока вы снова войдёте',
    reading: 'читается',
    sending: (percent) => `отправлено ${percent} %`,
    preparing: 'обрабатывается',
    ready: 'готово',
    known: 'уже был здесь; второй раз не отправлялся',
  },
  why: {
    type: 'Файлы этого типа не принимаются. Изображения: JPEG, PNG, WebP, AVIF, TIFF, GIF. Документы: PDF, DOCX, XLSX, ODT, ODS, CSV, TXT. Сохраните файл в одном из этих форматов и отправьте его.',
    tooLarge: (size, most) => `Размер файла — ${size}, принимается не больше ${most}. Уменьшите его или разделите.`,
    document: 'Это документ, что бы ни говорило его имя. Выберите изображение или добавьте его в файлы.',
    empty: 'Файл пуст. Откройте его, сохраните заново и отправьте ещё раз.',
    unreadable: 'Файл не читается. Возможно, он перемещён или удалён, или это папка. Выберите его снова.',
    interrupted: 'Файл пришёл не полностью. Повторите.',
    offline: 'Нет соединения. Файл отправится, когда оно появится, если эта страница останется открытой.',
  },
};

/** The words of sending files. */
export const uploadWords: InLanguages<Words> = { az, en, ru };
