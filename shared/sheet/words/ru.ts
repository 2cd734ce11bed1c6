import type { SheetWords } from './sheet-params.ts';

/** What is said of a sheet and its rows in Russian. */
export const ru: SheetWords = {
  notInFolder: 'Такого файла в папке нет.',
  severalInFolder: ({ count }) => `Файлов с таким именем в папке: ${count}.`,
  noFileInRow: 'В строке не указан файл.',
  notInSheet: 'Для файла нет строки в таблице.',
  fileOfRows: ({ rows }) => `Этот файл указан и в других строках: ${rows}.`,
  sameBytesAsRows: ({ rows }) => `Содержимое файла такое же, как в других строках: ${rows}.`,
  numberOfRows: ({ rows }) => `указан и в других строках: ${rows}`,
  enteredAlready: ({ file, entryNumber }) => `${file} уже добавлен под номером ${entryNumber}.`,
  numberOfOtherFile: ({ entryNumber }) => `Номер ${entryNumber} занят другим файлом.`,
  lostLetter: 'есть знак �: при сохранении таблицы потеряна буква',
  neitherYesNorNo: 'это не «да» и не «нет» (допустимы также yes, no, true, false, 1, 0, bəli, xeyr)',
  ambiguousDay:
    'может означать два разных дня: напишите 2024-09-01 или 1.9.2024 либо укажите порядок в названии столбца: «consentGrantedOn (d/m/y)»',
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
  damagedWorkbook: 'Книгу не удаётся прочитать: она повреждена, защищена паролем или это не книга.',
  utf16: 'Таблица сохранена в UTF-16 («Unicode text»), а не в UTF-8.',
  olderEncoding: 'Таблица сохранена не в UTF-8, а в старой кодировке вроде Windows-1254 или 1251: буквы потерялись бы.',
  saveAsCsv:
    'В Excel: File > Save As > «CSV UTF-8 (Comma delimited)»; в LibreOffice: Save As > Text CSV с кодировкой «Unicode (UTF-8)».',
  consentNarrowed: 'согласие сужено: записано',
  fieldWritten: 'записано',
  fieldLeft: 'оставлено как есть',
  resultEntered: 'добавлена',
  resultUnchanged: 'без изменений',
  resultDiffers: 'отличается',
  resultNarrowed: 'согласие сужено',
  resultUpdated: 'обновлена',
  resultRejected: 'отклонена',
  fileEmpty: 'Файл пуст.',
  fileTooLarge: ({ size, most }) => `Размер файла ${size}; принимается не больше ${most}.`,
};
