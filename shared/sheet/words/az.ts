import type { SheetWords } from './sheet-params.ts';

/** What is said of a sheet and its rows in Azerbaijani. */
export const az: SheetWords = {
  notInFolder: 'Qovluqda belə fayl yoxdur.',
  severalInFolder: ({ count }) => `Qovluqda bu adda ${count} fayl var.`,
  noFileInRow: 'Sətirdə fayl göstərilməyib.',
  notInSheet: 'Faylın cədvəldə sətri yoxdur.',
  fileOfRows: ({ rows }) => `Bu fayl başqa sətirlərdə də göstərilib: ${rows}.`,
  sameBytesAsRows: ({ rows }) => `Faylın məzmunu başqa sətirlərin faylı ilə eynidir: ${rows}.`,
  numberOfRows: ({ rows }) => `başqa sətirlərdə də göstərilib: ${rows}`,
  enteredAlready: ({ file, entryNumber }) => `${file} artıq ${entryNumber} nömrəsi ilə əlavə olunub.`,
  numberOfOtherFile: ({ entryNumber }) => `${entryNumber} nömrəsi başqa fayla məxsusdur.`,
  lostLetter: '� işarəsi var: cədvəl saxlanılarkən hərf itib',
  neitherYesNorNo: 'nə «bəli», nə də «xeyr»dir (yes, no, true, false, 1, 0, да, нет də ola bilər)',
  ambiguousDay:
    'iki müxtəlif gün ola bilər: 2024-09-01 və ya 1.9.2024 yazın, ya da ardıcıllığı sütunun adında göstərin: «consentGrantedOn (d/m/y)»',
  unreadableCell: 'oxuna bilmir',
  unknownColumns: ({ columns }) => `Bu sütunlar tanınmır: ${columns}.`,
  repeatedColumns: ({ columns }) => `Bu sütunlar iki dəfə var (eyni adla və ya köhnə və yeni adla): ${columns}.`,
  fileColumnMissing: '«file» sütunu yoxdur.',
  knownColumns: ({ columns }) => `Tanınan sütunlar: ${columns}.`,
  noKnownColumn: 'Birinci sətirdə tanınan sütun adı yoxdur.',
  unnamedColumn: ({ row, column }) =>
    `${row} nömrəli sətirdə ${column} sütununda dəyər var, lakin bu sütunun 1-ci sətirdə adı yoxdur.`,
  unmatchedQuotes: ({ row }) =>
    `Cədvəl CSV deyil: dırnaq işarələri uyğun gəlmir${row === undefined ? '' : ` (sətir ${row})`}. Onu cədvəl proqramından yenidən saxlayın.`,
  workbook: 'Bu, CSV deyil, iş kitabıdır.',
  damagedWorkbook: 'İş kitabını oxumaq olmur: zədələnib, parolla qorunur və ya iş kitabı deyil.',
  utf16: 'Cədvəl UTF-8 ilə deyil, UTF-16 ilə («Unicode text») saxlanılıb.',
  olderEncoding:
    'Cədvəl UTF-8 ilə deyil, Windows-1254 və ya 1251 kimi köhnə kodlaşdırma ilə saxlanılıb: hərflər itərdi.',
  saveAsCsv:
    'Excel-də: File > Save As > «CSV UTF-8 (Comma delimited)»; LibreOffice-də: Save As > Text CSV, kodlaşdırma «Unicode (UTF-8)».',
  consentNarrowed: 'razılıq məhdudlaşdırılıb: yazıldı',
  fieldWritten: 'yazıldı',
  fieldLeft: 'olduğu kimi qaldı',
  resultEntered: 'əlavə olundu',
  resultUnchanged: 'dəyişməyib',
  resultDiffers: 'fərqlidir',
  resultNarrowed: 'razılıq məhdudlaşdırıldı',
  resultUpdated: 'yeniləndi',
  resultRejected: 'qəbul olunmadı',
  fileEmpty: 'Fayl boşdur.',
  fileTooLarge: ({ size, most }) => `Faylın həcmi: ${size}; ən çoxu ${most} qəbul olunur.`,
};
