import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { readSheetFile } from '../../../shared/sheet/read-sheet-file.ts';
import { SheetError } from '../../../shared/sheet/sheet-error.ts';

const zipped = async (parts: Readonly<Record<string, string>>): Promise<Uint8Array> => {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, text] of Object.entries(parts)) await writer.add(name, new TextReader(text));
  return writer.close();
};

/** A workbook as Excel writes it, the rows of its second, visible sheet as given. */
const workbook = (rows: string, properties = ''): Promise<Uint8Array> =>
  zipped({
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr ${properties}/><sheets><sheet name="old" sheetId="1" state="hidden" r:id="rId7"/><sheet name="Rəsmlər" sheetId="2" r:id="rId8"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/><Relationship Id="rId8" Target="worksheets/sheet2.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="&quot;day&quot; 0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml':
      '<sst><si><t>file</t></si><si><t xml:space="preserve"> title.az </t></si><si><r><t>G&#252;n</t></r><r><t>əş</t></r><rPh><t>no</t></rPh></si><si><t>Tom &amp; Co</t></si></sst>',
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  });

const head =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>consentGrantedOn</t></is></c><c r="D1" t="str"><v>isMinor</v></c><c r="E1" t="str"><v>entryNumber</v></c></row>';

const cellsOf = async (bytes: Uint8Array) =>
  (await readSheetFile(bytes, 'en')).map(({ row, cells }) => [
    row,
    Object.fromEntries(cells.map(({ column, text }) => [column.name, text])),
  ]);

describe('a workbook', () => {
  it('is read as its sheet that is shown would be as CSV, by the numbers of its rows', async () => {
    const rows = `${head}<row r="3"><c r="A3" t="str"><v>a.jpg</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" s="1"><v>45659</v></c><c r="D3" t="b"><v>1</v></c><c r="E3"><v>7.0</v></c></row><row r="4"><c r="B4" t="s"><v>3</v></c><c r="C4" s="2"><v>45659.5</v></c><c r="E4" s="3"><v>8</v></c></row>`;
    expect(await cellsOf(await workbook(rows))).toEqual([
      [3, { file: 'a.jpg', 'title.az': 'Günəş', consentGrantedOn: '2025-01-02', isMinor: 'yes', entryNumber: '7' }],
      [4, { 'title.az': 'Tom & Co', consentGrantedOn: '2025-01-02', entryNumber: '8' }],
    ]);
  });

  it('holds the characters that Excel writes by their numbers', async () => {
    const cells = [
      '<c r="A2" t="inlineStr"><is><r><t>a_x005F_x000D_</t></r><r><t>.jpg</t></r></is></c>',
      '<c r="B2" t="str"><v>Gün_x000D_\nbatımı_x0009_x_y_x00g0_</v></c>',
    ];
    expect(await cellsOf(await workbook(`${head}<row r="2">${cells.join('')}</row>`))).toEqual([
      [2, { file: 'a_x000D_.jpg', 'title.az': 'Gün\nbatımı\tx_y_x00g0_' }],
    ]);
  });

  it('counts its days from 1904, where it says so', async () => {
    const rows = `${head}<row r="2"><c r="A2" t="str"><v>a.jpg</v></c><c r="C2" s="1"><v>44197</v></c></row>`;
    expect(await cellsOf(await workbook(rows, 'date1904="1"'))).toEqual([
      [2, { file: 'a.jpg', consentGrantedOn: '2025-01-02' }],
    ]);
  });

  it('has days that other programs than Excel write as text', async () => {
    const rows = ['2025-01-02', '2025-01-02T00:00:00.000Z'].map(
      (day, n) =>
        `<row r="${n + 2}"><c r="A${n + 2}" t="str"><v>a.jpg</v></c><c r="C${n + 2}" t="d" s="1"><v>${day}</v></c></row>`,
    );
    expect(await cellsOf(await workbook(`${head}${rows.join('')}`))).toEqual([
      [2, { file: 'a.jpg', consentGrantedOn: '2025-01-02' }],
      [3, { file: 'a.jpg', consentGrantedOn: '2025-01-02' }],
    ]);
  });

  it.each([
    ['another zip archive', () => zipped({ 'a.txt': 'no' }), /cannot be read.*CSV UTF-8/],
    ['a damaged one', async () => Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /cannot be read/],
    [
      'one that names a row that no sheet has',
      () => workbook(`${head}<row r="99999999"><c r="A9" t="str"/></row>`),
      /cannot/,
    ],
    ['one that names a row before the first', () => workbook(`${head}<row r="0"><c r="A2" t="str"/></row>`), /cannot/],
    [
      'one that names a column that no sheet has',
      () => workbook(`${head}<row r="2"><c r="XFE2" t="str"/></row>`),
      /cannot/,
    ],
    [
      'one with more cells than any list of works',
      () => {
        const rows = Array.from({ length: 400 }, (_, n) => `<row><c r="XFD${n + 2}" t="str"><v>x</v></c></row>`);
        return workbook(`${head}${rows.join('')}`);
      },
      /cannot/,
    ],
    ['one without titles', () => workbook('<row r="1"><c r="A1" t="s"><v>3</v></c></row>'), /names no column/],
  ])('says what is wrong with %s, and quotes no cell', async (_name, make, message) => {
    const failure = await readSheetFile(await make(), 'en').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SheetError);
    expect((failure as Error).message).toMatch(message);
    expect((failure as Error).message).not.toContain('Tom');
  });
});
