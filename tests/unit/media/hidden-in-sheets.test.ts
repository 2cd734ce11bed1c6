import { describe, expect, it } from 'vitest';
import { readDocumentFile } from '../../../shared/media/documents/read-document-file.ts';
import { ods, types, xlsx } from '../../support/files/documents.ts';
import { itHides, itHidesNothing } from '../../support/files/hidden-parts.ts';

const sheet = (xml: string) => xlsx([['Text']], { 'xl/worksheets/sheet2.xml': `<worksheet>${xml}</worksheet>` });

const cell = (text: string, more = '') => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;

/** So many columns and cells that to look at each of the ones for each of the others would take minutes. */
const many = 100_000;

describe('a workbook', () => {
  itHides([
    [
      'sheets of XLSX',
      ['sheets'],
      () => xlsx([['x']], { 'xl/workbook.xml': '<workbook><sheet name="a" state="veryHidden"/></workbook>' }),
    ],
    [
      'sheets and rows of XLSX under other names',
      ['sheets', 'rows'],
      () =>
        xlsx([['x']], {
          '_rels/.rels': '<x><Relationship Type="x/officeDocument" Target="book/all.xml"/></x>',
          'book/all.xml': '<workbook><sheet name="a" state="hidden"/></workbook>',
          'book/_rels/all.xml.rels': '<x><Relationship Type="x/worksheet" Target="one.xml"/></x>',
          'book/one.xml': '<worksheet><row hidden="1"><c><v>7</v></c></row></worksheet>',
        }),
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
    [
      'what the columns of a pivot table held',
      ['pivotSource'],
      () =>
        xlsx([['x']], {
          'xl/pivotCache/pivotCacheDefinition1.xml':
            '<x><cacheField><sharedItems><s v="a"/></sharedItems></cacheField></x>',
        }),
    ],
    [
      'what cells of another workbook held',
      ['linkedValues'],
      () => xlsx([['x']], { 'xl/externalLinks/externalLink1.xml': '<x><row><cell r="A1"><v>7</v></cell></row></x>' }),
    ],
    [
      'what cells held before',
      ['deletedText'],
      () => xlsx([['x']], { 'xl/revisions/revisionLog1.xml': '<x><rcc><oc r="A1"><v>7</v></oc></rcc></x>' }),
    ],
    ['rows of XLSX without a height', ['rows'], () => sheet('<row ht="0" customHeight="1"><c><v>7</v></c></row>')],
    [
      'drawings of XLSX',
      ['drawings'],
      () => xlsx([['x']], { 'xl/drawings/drawing1.xml': '<x><xdr:cNvPr id="2" hidden="1"/></x>' }),
    ],
    [
      'sheets of ODS',
      ['sheets'],
      () =>
        ods([], {
          'content.xml':
            '<x><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style><table:table table:style-name="ta2"/></x>',
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
  ]);

  it.each([
    [
      'XLSX',
      () =>
        sheet(
          `<cols>${'<col min="2" max="2" hidden="1"/>'.repeat(2 * many)}</cols>${'<c r="A1"><v>1</v></c>'.repeat(2 * many)}`,
        ),
    ],
    [
      'ODS',
      () =>
        ods([], {
          'content.xml': `<table:table>${'<table:table-column table:visibility="collapse"/><table:table-column/>'.repeat(many)}<table:table-row><table:table-cell table:number-columns-repeated="${2 * many}"/>${cell('a').repeat(many)}</table:table-row></table:table>`,
        }),
    ],
  ])('of the type %s may hide as many columns as it has cells', async (_, make) => {
    expect(await readDocumentFile(await make(), types.pdf)).not.toHaveProperty('hidden');
  });

  itHidesNothing([
    ['rows of XLSX without a value', () => sheet('<row hidden="1"/><row hidden="1"><c s="3"/></row>')],
    [
      'columns of XLSX without a value',
      () => sheet('<cols><col min="9" max="16384" hidden="1"/></cols><row><c r="A1"><v>1</v></c></row>'),
    ],
    [
      'the drawing behind a button of XLSX',
      () =>
        xlsx([['x']], {
          'xl/drawings/drawing1.xml':
            '<x><xdr:cNvPr id="2" hidden="1"><a:extLst><a:ext><a14:compatExt spid="_x0000_s1"/></a:ext></a:extLst></xdr:cNvPr></x>',
        }),
    ],
    [
      'rows and columns of ODS without a text',
      () =>
        ods([], {
          'content.xml': `<table:table><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>${cell('a')}<table:table-cell/></table:table-row><table:table-row table:visibility="collapse"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`,
        }),
    ],
  ]);
});
