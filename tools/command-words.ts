import type { Language } from '../shared/refusals/language.ts';
import { commandLanguage } from './command-language.ts';

/** The refusals of commands, with their parameters. */
interface CommandParams {
  usage: { readonly usage: string };
  bothOrNeither: undefined;
  noSite: undefined;
  tokenExpired: undefined;
  noAnswer: { readonly host: string };
  busy: { readonly host: string; readonly status: number };
  tryingAgain: { readonly because: string };
  answered: { readonly what: string; readonly status: number };
  runAgain: undefined;
  stopped: undefined;
  noFolder: { readonly path: string };
  fileNotFound: { readonly path: string };
  fileForbidden: { readonly path: string };
  isFolder: { readonly path: string };
  notInFolder: undefined;
  severalInFolder: { readonly count: number };
  noFileInRow: undefined;
  notInSheet: undefined;
  fileOfRows: { readonly rows: string };
  sameBytesAsRows: { readonly rows: string };
  numberOfRows: { readonly rows: string };
  fileChanged: undefined;
  uploadExpired: undefined;
  uploadStillProcessing: undefined;
  enteredAlready: { readonly file: string; readonly entryNumber: number };
  numberOfOtherFile: { readonly entryNumber: number };
  lostLetter: undefined;
  neitherYesNorNo: undefined;
  unreadableCell: undefined;
  unknownColumns: { readonly columns: string };
  repeatedColumns: { readonly columns: string };
  fileColumnMissing: undefined;
  knownColumns: { readonly columns: string };
  noKnownColumn: undefined;
  unnamedColumn: { readonly row: number; readonly column: string };
  unmatchedQuotes: { readonly row: number | undefined };
  workbook: undefined;
  utf16: undefined;
  olderEncoding: undefined;
  saveAsCsv: undefined;
}

type Wording<P> = P extends undefined ? string : (params: P) => string;

type Words = { readonly [C in keyof CommandParams]: Wording<CommandParams[C]> };

/** Rows by their numbers, `3, 5`. */
const rowsOf = (rows: string): string => `${rows.includes(',') ? 'rows' : 'row'} ${rows}`;

const en: Words = {
  usage: ({ usage }) => `Usage: ${usage}`,
  bothOrNeither: 'Set both SERGI_URL and SERGI_TOKEN, or neither of them.',
  noSite: 'Start Sergi on this machine (npm start), or set SERGI_URL and SERGI_TOKEN.',
  tokenExpired: 'The token is not valid, or no longer: a token lasts an hour. Get a new one.',
  noAnswer: ({ host }) => `${host} does not answer.`,
  busy: ({ host, status }) => `${host} is busy (it answered ${status}).`,
  tryingAgain: ({ because }) => `${because} Trying again.`,
  answered: ({ what, status }) => `${what} answered ${status}.`,
  runAgain: 'Run the same command again: it goes on where it was.',
  stopped: 'Stopped.',
  noFolder: ({ path }) => `${path} is no folder.`,
  fileNotFound: ({ path }) => `There is no file or folder ${path}.`,
  fileForbidden: ({ path }) => `You may not read ${path}.`,
  isFolder: ({ path }) => `${path} is a folder, not a file.`,
  notInFolder: 'There is no such file in the folder.',
  severalInFolder: ({ count }) => `${count} files in the folder have this name.`,
  noFileInRow: 'The row names no file.',
  notInSheet: 'The file has no row in the sheet.',
  fileOfRows: ({ rows }) => `The file is that of ${rowsOf(rows)} too.`,
  sameBytesAsRows: ({ rows }) => `The file holds the same bytes as that of ${rowsOf(rows)}.`,
  numberOfRows: ({ rows }) => `is that of ${rowsOf(rows)} too`,
  fileChanged: 'The file has changed while it was being sent. Run the command again.',
  uploadExpired: 'The upload has expired. Run the command again.',
  uploadStillProcessing: 'The image is still being worked on. Run the command again later.',
  enteredAlready: ({ file, entryNumber }) => `${file} is entered already, with the number ${entryNumber}.`,
  numberOfOtherFile: ({ entryNumber }) => `The entry number ${entryNumber} is taken by another file.`,
  lostLetter: 'holds �: a letter was lost when the sheet was saved',
  neitherYesNorNo: 'is neither yes nor no (nor true, false, 1, 0, bəli, xeyr, да, нет)',
  unreadableCell: 'cannot be read',
  unknownColumns: ({ columns }) => `These columns are not known: ${columns}.`,
  repeatedColumns: ({ columns }) =>
    `These columns are there twice, by one name or by an old and a new one: ${columns}.`,
  fileColumnMissing: 'The column "file" is missing.',
  knownColumns: ({ columns }) => `Known are: ${columns}.`,
  noKnownColumn: 'The first row names no column that we know.',
  unnamedColumn: ({ row, column }) => `Row ${row} has a value in column ${column}, which has no name in row 1.`,
  unmatchedQuotes: ({ row }) =>
    `The sheet is no CSV: quotation marks do not match${row === undefined ? '' : ` in row ${row}`}. Save it from the spreadsheet again.`,
  workbook: 'The sheet is a workbook, not CSV.',
  utf16: 'The sheet is saved as UTF-16 ("Unicode text"), not as UTF-8.',
  olderEncoding:
    'The sheet is not saved as UTF-8 but in an older encoding such as Windows-1254 or 1251, in which letters would be lost.',
  saveAsCsv:
    'In Excel choose File > Save As > "CSV UTF-8 (Comma delimited)"; in LibreOffice, Save As > Text CSV with the character set "Unicode (UTF-8)".',
};

const az: Words = {
  usage: ({ usage }) => `İstifadəsi: ${usage}`,
  bothOrNeither: 'SERGI_URL və SERGI_TOKEN dəyişənlərinin hər ikisini verin, ya da heç birini verməyin.',
  noSite: 'Bu kompüterdə Sergi-ni işə salın (npm start), ya da SERGI_URL və SERGI_TOKEN dəyişənlərini verin.',
  tokenExpired: 'Token etibarsızdır və ya vaxtı bitib: token bir saat qüvvədədir. Yenisini alın.',
  noAnswer: ({ host }) => `${host} cavab vermir.`,
  busy: ({ host, status }) => `${host} məşğuldur (cavab: ${status}).`,
  tryingAgain: ({ because }) => `${because} Yenidən cəhd edilir.`,
  answered: ({ what, status }) => `${what}: cavab ${status}.`,
  runAgain: 'Eyni əmri yenidən işə salın: qaldığı yerdən davam edəcək.',
  stopped: 'Dayandırıldı.',
  noFolder: ({ path }) => `${path} qovluq deyil.`,
  fileNotFound: ({ path }) => `${path} adlı fayl və ya qovluq yoxdur.`,
  fileForbidden: ({ path }) => `${path} faylını oxumağa icazəniz yoxdur.`,
  isFolder: ({ path }) => `${path} fayl deyil, qovluqdur.`,
  notInFolder: 'Qovluqda belə fayl yoxdur.',
  severalInFolder: ({ count }) => `Qovluqda bu adda ${count} fayl var.`,
  noFileInRow: 'Sətirdə fayl göstərilməyib.',
  notInSheet: 'Faylın cədvəldə sətri yoxdur.',
  fileOfRows: ({ rows }) => `Bu fayl başqa sətirlərdə də göstərilib: ${rows}.`,
  sameBytesAsRows: ({ rows }) => `Faylın məzmunu başqa sətirlərin faylı ilə eynidir: ${rows}.`,
  numberOfRows: ({ rows }) => `başqa sətirlərdə də göstərilib: ${rows}`,
  fileChanged: 'Fayl göndərilərkən dəyişib. Əmri yenidən işə salın.',
  uploadExpired: 'Yükləmənin vaxtı bitib. Əmri yenidən işə salın.',
  uploadStillProcessing: 'Şəkil hələ emal olunur. Əmri bir azdan yenidən işə salın.',
  enteredAlready: ({ file, entryNumber }) => `${file} artıq ${entryNumber} nömrəsi ilə əlavə olunub.`,
  numberOfOtherFile: ({ entryNumber }) => `${entryNumber} nömrəsi başqa fayla məxsusdur.`,
  lostLetter: '� işarəsi var: cədvəl saxlanılarkən hərf itib',
  neitherYesNorNo: 'nə «bəli», nə də «xeyr»dir (yes, no, true, false, 1, 0, да, нет də ola bilər)',
  unreadableCell: 'oxuna bilmir',
  unknownColumns: ({ columns }) => `Bu sütunlar tanınmır: ${columns}.`,
  repeatedColumns: ({ columns }) => `Bu sütunlar iki dəfə var (eyni adla və ya köhnə və yeni adla): ${columns}.`,
  fileColumnMissing: '«file» sütunu yoxdur.',
  knownColumns: ({ columns }) => `Tanınan sütunlar: ${columns}.`,
  noKnownColumn: 'Birinci sətirdə tanınan sütun adı yoxdur.',
  unnamedColumn: ({ row, column }) =>
    `${row}-ci sətirdə ${column} sütununda dəyər var, lakin bu sütunun 1-ci sətirdə adı yoxdur.`,
  unmatchedQuotes: ({ row }) =>
    `Cədvəl CSV deyil: dırnaq işarələri uyğun gəlmir${row === undefined ? '' : ` (sətir ${row})`}. Onu cədvəl proqramından yenidən saxlayın.`,
  workbook: 'Bu, CSV deyil, iş kitabıdır.',
  utf16: 'Cədvəl UTF-8 ilə deyil, UTF-16 ilə («Unicode text») saxlanılıb.',
  olderEncoding:
    'Cədvəl UTF-8 ilə deyil, Windows-1254 və ya 1251 kimi köhnə kodlaşdırma ilə saxlanılıb: hərflər itərdi.',
  saveAsCsv:
    'Excel-də: File > Save As > «CSV UTF-8 (Comma delimited)»; LibreOffice-də: Save As > Text CSV, kodlaşdırma «Unicode (UTF-8)».',
};

const ru: Words = {
  usage: ({ usage }) => `Использование: ${usage}`,
  bothOrNeither: 'Задайте и SERGI_URL, и SERGI_TOKEN, или ни того, ни другого.',
  noSite: 'Запустите Sergi на этом компьютере (npm start) или задайте SERGI_URL и SERGI_TOKEN.',
  tokenExpired: 'Токен недействителен или истёк: он действует час. Получите новый.',
  noAnswer: ({ host }) => `${host} не отвечает.`,
  busy: ({ host, status }) => `${host} занят (ответ ${status}).`,
  tryingAgain: ({ because }) => `${because} Пробуем ещё раз.`,
  answered: ({ what, status }) => `${what}: ответ ${status}.`,
  runAgain: 'Запустите ту же команду ещё раз: она продолжит с того же места.',
  stopped: 'Остановлено.',
  noFolder: ({ path }) => `${path} — не папка.`,
  fileNotFound: ({ path }) => `Файла или папки ${path} нет.`,
  fileForbidden: ({ path }) => `У вас нет права читать ${path}.`,
  isFolder: ({ path }) => `${path} — папка, а не файл.`,
  notInFolder: 'Такого файла в папке нет.',
  severalInFolder: ({ count }) => `Файлов с таким именем в папке: ${count}.`,
  noFileInRow: 'В строке не указан файл.',
  notInSheet: 'Для файла нет строки в таблице.',
  fileOfRows: ({ rows }) => `Этот файл указан и в других строках: ${rows}.`,
  sameBytesAsRows: ({ rows }) => `Содержимое файла такое же, как в других строках: ${rows}.`,
  numberOfRows: ({ rows }) => `указан и в других строках: ${rows}`,
  fileChanged: 'Файл изменился во время отправки. Запустите команду ещё раз.',
  uploadExpired: 'Срок загрузки истёк. Запустите команду ещё раз.',
  uploadStillProcessing: 'Изображение ещё обрабатывается. Запустите команду ещё раз позже.',
  enteredAlready: ({ file, entryNumber }) => `${file} уже добавлен под номером ${entryNumber}.`,
  numberOfOtherFile: ({ entryNumber }) => `Номер ${entryNumber} занят другим файлом.`,
  lostLetter: 'есть знак �: при сохранении таблицы потеряна буква',
  neitherYesNorNo: 'это не «да» и не «нет» (допустимы также yes, no, true, false, 1, 0, bəli, xeyr)',
  unreadableCell: 'не удаётся прочитать',
  unknownColumns: ({ columns }) => `Неизвестные столбцы: ${columns}.`,
  repeatedColumns: ({ columns }) => `Столбцы указаны дважды (одним именем либо старым и новым): ${columns}.`,
  fileColumnMissing: 'Нет столбца «file».',
  knownColumns: ({ columns }) => `Известные столбцы: ${columns}.`,
  noKnownColumn: 'В первой строке нет ни одного известного столбца.',
  unnamedColumn: ({ row, column }) =>
    `В строке ${row} есть значение в столбце ${column}, у которого нет имени в строке 1.`,
  unmatchedQuotes: ({ row }) =>
    `Таблица не в формате CSV: кавычки не закрыты${row === undefined ? '' : ` (строка ${row})`}. Сохраните её из табличного редактора ещё раз.`,
  workbook: 'Это книга Excel, а не CSV.',
  utf16: 'Таблица сохранена в UTF-16 («Unicode text»), а не в UTF-8.',
  olderEncoding: 'Таблица сохранена не в UTF-8, а в старой кодировке вроде Windows-1254 или 1251: буквы потерялись бы.',
  saveAsCsv:
    'В Excel: File > Save As > «CSV UTF-8 (Comma delimited)»; в LibreOffice: Save As > Text CSV с кодировкой «Unicode (UTF-8)».',
};

/** The messages of the commands, in each language; the API words its own refusals. */
export const commandWords: Readonly<Record<Language, Words>> = { en, az, ru };

type Arguments<C extends keyof CommandParams> = CommandParams[C] extends undefined
  ? []
  : [params: Exclude<CommandParams[C], undefined>];

/** A sentence of a command, in the language of the system's locale. */
export const say = <C extends keyof CommandParams>(code: C, ...[params]: Arguments<C>): string => {
  const words: unknown = commandWords[commandLanguage()][code];
  return typeof words === 'function' ? words(params) : String(words);
};

const systemErrors = {
  ENOENT: 'fileNotFound',
  EACCES: 'fileForbidden',
  EPERM: 'fileForbidden',
  EISDIR: 'isFolder',
} as const;

/** An error as the commands print it: a system error about a file in our words, others as they are. */
export const sayError = (error: Error & { readonly code?: string; readonly path?: string }): string => {
  const code = systemErrors[error.code as keyof typeof systemErrors];
  return code && error.path !== undefined ? say(code, { path: error.path }) : error.message;
};
