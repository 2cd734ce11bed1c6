import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSheet } from '../../../shared/sheet/decode-sheet.ts';
import { readSheet } from '../../../shared/sheet/read-sheet.ts';
import { rowContent } from '../../../shared/sheet/row-content.ts';
import { SheetError } from '../../../shared/sheet/sheet-error.ts';
import { sheetTemplate } from '../../../shared/sheet/template.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Rows as `[number, {column: text}]`. */
const read = (text: string) =>
  readSheet(decodeSheet(bytes(text), 'en'), 'en').map(({ row, cells }) => [
    row,
    Object.fromEntries(cells.map(({ column, text: cell }) => [column.name, cell])),
  ]);

/** What the one row of a sheet describes. */
const content = (cells: Readonly<Record<string, string>>) => {
  const [row] = readSheet(`${Object.keys(cells).join(';')}\n${Object.values(cells).join(';')}`, 'en');
  if (!row) throw new Error('The row is empty.');
  return rowContent(row, 'en');
};

describe('decoding a sheet', () => {
  it('takes UTF-8 with and without a byte order mark', () => {
    expect(decodeSheet(bytes('\uFEFFşəkil'), 'en')).toBe('şəkil');
    expect(decodeSheet(bytes('şəkil'), 'en')).toBe('şəkil');
  });

  it.each([
    ['Windows-1254', Uint8Array.of(0x66, 0xfe, 0x2c, 0x31), /Windows-1254.*CSV UTF-8/],
    ['UTF-16 with its mark', Uint8Array.of(0xff, 0xfe, 0x66, 0), /UTF-16.*CSV UTF-8/],
    ['UTF-16 without', Uint8Array.from(Buffer.from('file;title.az', 'utf16le')), /UTF-16.*CSV UTF-8/],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /workbook.*CSV UTF-8/],
  ])('says what to do about %s', (_name, given, message) => {
    expect(() => decodeSheet(given, 'en')).toThrow(SheetError);
    expect(() => decodeSheet(given, 'en')).toThrow(message);
  });
});

describe('reading a sheet', () => {
  it('numbers rows as the spreadsheet does, whatever stands in them', () => {
    const text =
      '\uFEFFFile;Entry Number;TITLE. az;;\r\n1.jpg;1;"Bir\r\niki; ""üç""";;\r\n;;;;\r\n\r\n2.jpg;;İki;;\r\n;;\r\n\r\n';
    expect(read(text)).toEqual([
      [2, { file: '1.jpg', entryNumber: '1', 'title.az': 'Bir\niki; "üç"' }],
      [5, { file: '2.jpg', 'title.az': 'İki' }],
    ]);
  });

  it.each([
    ['sep=;\n', ';'],
    ['\uFEFFsep=;\r\n', ';'],
    ['SEP=,\n', ','],
    ['"sep=|"\r\n', '|'],
    ['sep=\t\r\n', '\t'],
  ])('follows the line %j of Excel, which is no row', (line, sep) => {
    const text = `${line}file${sep}entryNumber${sep}title.az\nşəkil 1+.jpg${sep}1${sep}"a, b; ""c"" ${sep}"`;
    expect(read(text)).toEqual([
      [2, { file: 'şəkil 1+.jpg', entryNumber: '1', 'title.az': `a, b; "c" ${sep}`.trim() }],
    ]);
  });

  it('reads a sheet that Excel has saved with its own first line', () => {
    const text =
      'sep=;\r\nfile;entryNumber;title.az;altText.az;artist;age;minor;guardian;consentGivenOn;consentExpiresOn;consentImage;consentName\r\n' +
      'şəkil 1+.jpg;1;"Mənim ""şəhərim"" ; dəniz";"Ev";Ad Soyad;12;BƏLİ;Ana;01.09.2024;1.9.2029;bəli;initial\r\n';
    const [row] = readSheet(decodeSheet(bytes(text), 'en'), 'en');
    const { content: artwork, errors } = row ? rowContent(row, 'en') : { errors: [] };
    expect(errors).toEqual([]);
    expect(artwork).toMatchObject({
      translations: { az: { title: 'Mənim "şəhərim" ; dəniz', alt: 'Ev' } },
      artist: { isMinor: true, consent: { grantedOn: '2024-09-01', expiresOn: '2029-09-01' } },
    });
  });

  it('reads what it has written, in every way in which spreadsheets write', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'ə', 'İ', 'ж', ' ', ',', ';', '\t', '"', '\n', '\r\n', "'", '1') })
      .map((text) => text.trim());
    const sheet = fc.record({
      rows: fc.array(fc.record({ file: cell, 'title.az': cell, artist: cell, medium: cell }), { maxLength: 6 }),
      delimiter: fc.constantFrom(',', ';', '\t'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\uFEFF'),
      quotesAll: fc.boolean(),
      header: fc.constantFrom(['file', 'title.az', 'artist', 'medium'], ['FILE', ' Title . AZ', 'Artist ', 'me dium']),
      emptyColumns: fc.nat(3),
      emptyRows: fc.nat(3),
      endsLine: fc.boolean(),
    });
    fc.assert(
      fc.property(sheet, (given) => {
        const { rows, delimiter, lineEnd, mark, quotesAll, header, emptyColumns, emptyRows, endsLine } = given;
        const written = (value: string) =>
          quotesAll || /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
        const empty = Array<string>(emptyColumns).fill('');
        const lines = [header, ...rows.map((row) => Object.values(row))].map((cells) =>
          [...cells.map(written), ...empty].join(delimiter),
        );
        const end = Array<string>(emptyRows).fill([...header.map(() => ''), ...empty].join(delimiter));
        const text = mark + [...lines, ...end].join(lineEnd) + (endsLine ? lineEnd : '');
        const expected = rows.flatMap((row, index) => {
          const cells = Object.entries(row).filter(([, value]) => value !== '');
          const plain = cells.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]);
          return cells.length > 0 ? [[index + 2, Object.fromEntries(plain)]] : [];
        });
        expect(read(text)).toEqual(expected);
      }),
    );
  });

  it('names the columns that it does not know, and those that it does', () => {
    expect(() => read('file,title.az,Name,title.\n')).toThrow(
      /not known: Name, title\.\. .*entryNumber, title\.<locale>/,
    );
  });

  it.each([
    ['title.az,artist\n', /The column "file" is missing/],
    ['file,Title.az,title.AZ\n', /there twice.*: Title\.az, title\.AZ\./],
    ['file,alt.az,Alt Text.az\n', /there twice.*: alt\.az, Alt Text\.az\./],
    ['file,minor,isMinor\n', /there twice.*: minor, isMinor\./],
    ['file,\n1.jpg,x\n', /Row 2 has a value in column B/],
    ['', /The first row names no column/],
    ['file,title.az\n1.jpg,"Bir\n2.jpg,İki\n', /quotation marks do not match in row 2/],
  ])('refuses %j', (text, message) => {
    expect(() => read(text)).toThrow(SheetError);
    expect(() => read(text)).toThrow(message);
  });

  it('does not say what stands in a row that was taken for the header', () => {
    expect(() => read('1.jpg,Aysel Məmmədova\n')).toThrow(/^(?!.*Aysel)/);
  });

  it('takes the names that columns had in 0.1.0', () => {
    const names = 'file;minor;consentGivenOn;AltText.az';
    const columns = { file: 'a', isMinor: 'yes', consentGrantedOn: '2024-09-01', 'alt.az': 'Dəniz' };
    expect(read(`${names}\n${Object.values(columns).join(';')}`)).toEqual([[2, columns]]);
  });

  it('reads its own template', () => {
    const [row] = readSheet(decodeSheet(bytes(sheetTemplate), 'en'), 'en');
    expect(row && rowContent(row, 'en')).toMatchObject({ errors: [], content: { artist: { isMinor: true } } });
  });
});

describe('the artwork that a row describes', () => {
  it('has every field at its place', () => {
    const cells = {
      file: 'a.jpg',
      entryNumber: '7',
      'title.az': 'Dəniz',
      'alt.ru': 'Море',
      'description.en': 'The sea',
      artist: 'A B',
      age: '12',
      school: 'S',
      region: 'R',
      isMinor: 'Bəli',
      guardian: 'C D',
      consentGrantedOn: '1.09.2024',
      consentExpiresOn: '2029-09-01',
      consentImage: 'да',
      consentName: 'First',
      medium: 'M',
      year: '2024',
    };
    expect(content(cells)).toEqual({
      errors: [],
      content: {
        entryNumber: 7,
        translations: { az: { title: 'Dəniz' }, ru: { alt: 'Море' }, en: { description: 'The sea' } },
        artist: {
          name: 'A B',
          ageAtEntry: 12,
          school: 'S',
          region: 'R',
          isMinor: true,
          consent: { guardian: 'C D', grantedOn: '2024-09-01', expiresOn: '2029-09-01', image: true, name: 'first' },
        },
        medium: 'M',
        year: 2024,
        status: 'entered',
      },
    });
  });

  it.each([
    ...['yes', 'TRUE', '1', 'bəli', 'BƏLİ', 'BƏLI', 'Да'].map((word) => [word, true] as const),
    ...['No', 'false', '0', 'xeyr', 'XEYR', 'НЕТ'].map((word) => [word, false] as const),
  ])('reads %s as yes or no', (word, isMinor) => {
    expect(content({ file: 'a', artist: 'A', isMinor: word }).content?.artist?.isMinor).toBe(isMinor);
  });

  it('names the columns of what is wrong', () => {
    const { errors } = content({
      file: 'a',
      entryNumber: '0',
      'title.az': 'x'.repeat(301),
      age: 'twelve',
      isMinor: 'perhaps',
      guardian: 'C',
      consentGrantedOn: '31.02.2024',
      consentExpiresOn: '2029',
      consentName: 'nick',
      year: '24',
    });
    expect(Object.fromEntries(errors.map(({ path, message }) => [path, message]))).toEqual({
      entryNumber: 'must be a whole number between 1 and 999999',
      'title.az': 'may have at most 300 characters',
      artist: 'is missing',
      age: 'must be a number',
      isMinor: expect.stringContaining('neither yes nor no'),
      consentGrantedOn: 'is no day such as 2022-11-18',
      consentExpiresOn: 'is no day such as 2022-11-18',
      consentImage: 'is missing',
      consentName: 'is none of full, initial, first, none',
      year: 'must be a whole number between 1000 and 2999',
    });
  });

  it('has no letters that were lost on the way', () => {
    expect(content({ file: 'a', 'title.az': 'D\ufffdniz' }).errors).toEqual([
      { path: 'title.az', message: expect.stringContaining('a letter was lost') },
    ]);
  });
});

describe('a day', () => {
  const granted = (title: string, day: string) => {
    const { content: artwork, errors } = content({
      ...{
        file: '1.jpg',
        'title.az': 'x',
        artist: 'Ad Soyad',
        isMinor: 'no',
        guardian: 'Ana',
        consentExpiresOn: '2029-01-01',
      },
      ...{ consentImage: 'yes', consentName: 'full', [title]: day },
    });
    return artwork?.artist?.consent?.grantedOn ?? errors.map(({ path }) => path).join();
  };

  it.each([
    ['consentGrantedOn', '2024-09-01', '2024-09-01'],
    ['consentGrantedOn', '1.9.2024', '2024-09-01'],
    ['consentGrantedOn (d/m/y)', '1/9/2024', '2024-09-01'],
    ['Consent granted on (M/D/Y)', '9/1/2024', '2024-09-01'],
    ['consentGivenOn (gg/aa/iiii)', '1/9/2024', '2024-09-01'],
    // As Excel in Azerbaijani writes the title in capitals.
    ['CONSENTGİVENON (GG/AA/İİİİ)', '1/9/2024', '2024-09-01'],
    ['consentGrantedOn (ДД-ММ-ГГГГ)', '01-09-2024', '2024-09-01'],
    ['consentGrantedOn', '13/9/2024', '2024-09-13'],
    ['consentGrantedOn', '9/13/2024', '2024-09-13'],
    ['consentGrantedOn', '9/9/2024', '2024-09-09'],
    ['consentGrantedOn', '1/9/2024', 'consentGrantedOn'],
    ['consentGrantedOn', '1-9-2024', 'consentGrantedOn'],
    ['consentGrantedOn (d/m/y)', '9/13/2024', 'consentGrantedOn'],
  ])('in the column %j written %s is %s', (title, day, expected) => {
    expect(granted(title, day)).toBe(expected);
  });

  it('has no other order, and other columns have none', () => {
    expect(() => readSheet('file;consentGrantedOn (y)\n1;2', 'en')).toThrow(SheetError);
    expect(() => readSheet('file;artist (d/m/y)\n1;2', 'en')).toThrow(SheetError);
  });
});
