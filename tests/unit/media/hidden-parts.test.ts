import { PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readDocumentFile } from '../../../shared/media/documents/read-document-file.ts';
import { documentRefusal } from '../../../shared/publishing/files/document-refusal.ts';
import { wordReason } from '../../../shared/refusals/word-reason.ts';
import { docx, ods, odt, pdf, types, xlsx } from '../../support/files/documents.ts';

const sheet = (xml: string) => xlsx([['Text']], { 'xl/worksheets/sheet2.xml': `<worksheet>${xml}</worksheet>` });

const word = (xml: string) => docx(['Text'], { 'word/footnotes.xml': `<w:footnotes>${xml}</w:footnotes>` });

const layered = (usual: object) =>
  pdf(['Text'], ({ catalog, context }) => {
    const layer = context.register(context.obj({ Type: 'OCG' }));
    const given = Object.fromEntries(
      Object.entries(usual).map(([key, value]) => [key, value === 'layer' ? [layer] : value]),
    );
    catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: given }));
  });

const cell = (text: string, more = '') => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;

describe('a document', () => {
  it.each<[string, string[], () => Promise<Buffer>]>([
    [
      'sheets of XLSX',
      ['sheets'],
      () => xlsx([['x']], { 'xl/workbook.xml': '<workbook><sheet name="a" state="veryHidden"/></workbook>' }),
    ],
    ['rows of XLSX', ['rows'], () => sheet('<row hidden="1"><c><v>7</v></c></row>')],
    [
      'columns of XLSX',
      ['columns'],
      () =>
        sheet('<cols><col min="2" max="3" hidden="1"/></cols><row><c r="A1"><v>1</v></c><c r="C1"><v>7</v></c></row>'),
    ],
    [
      'columns of XLSX whose cells have no address',
      ['columns'],
      () => sheet('<cols><col min="2" max="2" hidden="true"/></cols><row><c><v>1</v></c><c><v>2</v></c></row>'),
    ],
    [
      'what a pivot table was made of',
      ['pivotSource'],
      () => xlsx([['x']], { 'xl/pivotCache/pivotCacheRecords1.xml': '<x><r><s v="a"/></r></x>' }),
    ],
    ['text of DOCX', ['text'], () => word('<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>')],
    ['deleted text of DOCX', ['deletedText'], () => word('<w:del><w:r><w:delText>x</w:delText></w:r></w:del>')],
    ['moved text of DOCX', ['deletedText'], () => word('<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom>')],
    [
      'sheets of ODS',
      ['sheets'],
      () =>
        ods([], {
          'content.xml':
            '<x><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style><table:table table:style-name="ta2"/></x>',
        }),
    ],
    [
      'rows of ODS',
      ['rows'],
      () =>
        ods([], {
          'content.xml': `<table:table><table:table-row table:visibility="filter">${cell('x')}</table:table-row></table:table>`,
        }),
    ],
    [
      'columns of ODS',
      ['columns'],
      () =>
        ods([], {
          'content.xml': `<table:table><table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/><table:table-row>${cell('a', 'table:number-columns-repeated="3"')}${cell('x')}</table:table-row></table:table>`,
        }),
    ],
    ['text of ODT', ['text'], () => odt(['<text:hidden-text text:string-value="x"/>'])],
    [
      'deleted text of ODT',
      ['deletedText'],
      () => odt(['<text:tracked-changes><text:deletion/></text:tracked-changes>']),
    ],
    ['layers of PDF', ['layers'], () => layered({ OFF: 'layer' })],
    [
      'layers of PDF that are off where nothing is said of them',
      ['layers'],
      () => layered({ BaseState: 'OFF', ON: [] }),
    ],
  ])('that hides %s says so, and an editor must confirm it', async (_, hidden, make) => {
    const found = await readDocumentFile(await make(), types.pdf);
    expect(found.hidden).toEqual(hidden);
    const why = documentRefusal(found);
    expect(why).toMatchObject({ code: 'fileHidesParts', params: { hidden } });
    for (const language of ['az', 'en', 'ru'] as const)
      expect(why && wordReason(why, language)).toContain('confirmedFiles');
  });

  it.each([
    ['rows of XLSX without a value', () => sheet('<row hidden="1"/><row hidden="1"><c s="3"/></row>')],
    [
      'columns of XLSX without a value',
      () => sheet('<cols><col min="9" max="16384" hidden="1"/></cols><row><c r="A1"><v>1</v></c></row>'),
    ],
    [
      'the end of a paragraph of DOCX',
      () => word('<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'),
    ],
    ['no text of DOCX', () => word('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>x</w:t></w:r>')],
    ['a field of DOCX', () => word('<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE "x"</w:instrText></w:r>')],
    [
      'rows and columns of ODS without a text',
      () =>
        ods([], {
          'content.xml': `<table:table><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>${cell('a')}<table:table-cell/></table:table-row><table:table-row table:visibility="collapse"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`,
        }),
    ],
    ['no layer of PDF', () => layered({ ON: 'layer', BaseState: 'OFF' })],
  ])('that hides %s hides nothing', async (_, make) => {
    expect(await readDocumentFile(await make(), types.pdf)).not.toHaveProperty('hidden');
  });
});
