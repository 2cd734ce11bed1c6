const example: readonly (readonly [column: string, value: string])[] = [
  ['file', 'scan-001.jpg'],
  ['entryNumber', '1'],
  ['title.az', 'Mənim şəhərim'],
  ['title.en', 'My city'],
  ['title.ru', 'Мой город'],
  ['description.az', ''],
  ['description.en', ''],
  ['description.ru', ''],
  ['altText.az', 'Dəniz kənarında rəngli evlər'],
  ['altText.en', 'Colourful houses by the sea'],
  ['altText.ru', 'Разноцветные дома у моря'],
  ['artist', 'Ad Soyad'],
  ['age', '12'],
  ['school', '1 nömrəli məktəb'],
  ['region', 'Bakı'],
  ['minor', 'bəli'],
  ['guardian', 'Ad Soyad'],
  ['consentGivenOn', '2024-09-01'],
  ['consentExpiresOn', '2029-09-01'],
  ['consentImage', 'bəli'],
  ['consentName', 'initial'],
  ['medium', 'Akvarel'],
  ['year', '2024'],
];

/** A sheet with every column and one example, as spreadsheets in Azerbaijani and Russian open it: semicolons, UTF-8 with its mark. */
export const sheetTemplate: string = `\uFEFF${[0, 1].map((at) => `${example.map((cell) => cell[at]).join(';')}\r\n`).join('')}`;
