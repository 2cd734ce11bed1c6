const example: readonly (readonly [column: string, value: string])[] = [
  ['file', 'scan-001.jpg'],
  ['entryNumber', '1'],
  ['title.az', 'Mənim şəhərim'],
  ['title.en', 'My city'],
  ['title.ru', 'Мой город'],
  ['description.az', ''],
  ['description.en', ''],
  ['description.ru', ''],
  ['alt.az', 'Dəniz kənarında rəngli evlər'],
  ['alt.en', 'Colourful houses by the sea'],
  ['alt.ru', 'Разноцветные дома у моря'],
  ['artist', 'Ad Soyad'],
  ['age', '12'],
  ['school', '1 nömrəli məktəb'],
  ['region', 'Bakı'],
  ['isMinor', 'bəli'],
  ['guardian', 'Ad Soyad'],
  ['consentGrantedOn', '2024-09-01'],
  ['consentExpiresOn', '2029-09-01'],
  ['consentImage', 'bəli'],
  ['consentName', 'initial'],
  ['consentSchool', 'xeyr'],
  ['consentRegion', 'bəli'],
  ['consentAge', 'xeyr'],
  ['medium', 'Akvarel'],
  ['year', '2024'],
];

/** The example in a column; empty where it has none. */
export const exampleOf = (column: string): string => example.find(([name]) => name === column)?.[1] ?? '';

/**
 * A sheet with every column and one example, for spreadsheet programs in Azerbaijani and Russian: semicolons, UTF-8
 * with a byte order mark.
 */
export const sheetTemplate: string = `\uFEFF${[0, 1].map((at) => `${example.map((cell) => cell[at]).join(';')}\r\n`).join('')}`;
