import { PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readDocumentFile } from '../../../shared/media/documents/read-document-file.ts';
import { documentRefusal } from '../../../shared/publishing/files/document-refusal.ts';
import { wordReason } from '../../../shared/refusals/word-reason.ts';
import { docx, ods, odt, pdf, types, xlsx } from '../../support/files/documents.ts';

const sheet = (xml: string) => xlsx([['Text']], { 'xl/worksheets/sheet2.xml': `<worksheet>${xml}</worksheet>` });

const word = (xml: string) => docx(['Text'], { 'word/footnotes.xml': `<w:footnotes>${xml}</w:footnotes>` });

/** A text of Word with styles of its own. */
const styledBy = (styles: string, xml: string, parts: Readonly<Record<string, string>> = {}) =>
  docx(['Text'], {
    'word/document.xml': `<w:document>${xml}</w:document>`,
    'word/styles.xml': `<w:styles>${styles}</w:styles>`,
    ...parts,
  });

/** Styles of which one hides its text, and the other is based on it. */
const hidingWord =
  '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style><w:style w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>';

const styled = (xml: string) => styledBy(hidingWord, xml);

const run = '<w:r><w:t>x</w:t></w:r>';

const styledParagraph = `<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>${run}</w:p>`;

const hidingAll = '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>';

const usualStyle = (more: string) =>
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>${more}</w:rPr></w:style>`;

const styledTable = (paragraph: string) =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="B"/></w:tblPr><w:tr><w:tc>${paragraph}</w:tc></w:tr></w:tbl>`;

/** Styles of LibreOffice of which one hides its text, and the other is based on it. */
const hidingStyles = (family: string) =>
  `<office:styles><style:style style:name="B" style:parent-style-name="A" style:family="${family}"/><style:style style:name="A" style:family="${family}"><style:text-properties text:display="none"/></style:style></office:styles>`;

/** A style that a program has named: it hides its text, or is based on another one. */
const automaticStyle = (family: string, display: string, parent = '') =>
  `<office:automatic-styles><style:style style:name="T1" style:family="${family}" style:parent-style-name="${parent}"><style:text-properties ${display}/></style:style></office:automatic-styles>`;

const [none, red] = ['text:display="none"', 'fo:color="#ff0000"'];

const styledSpan = '<text:p><text:span text:style-name="T1">x</text:span></text:p>';

const layered = (usual: object, usage: object = {}) =>
  pdf(['Text'], ({ catalog, context }) => {
    const layer = context.register(context.obj({ Type: 'OCG', Usage: usage as never }));
    const given = (one: object): object =>
      Object.fromEntries(
        Object.entries(one).map(([key, value]) => [
          key,
          value === 'layer' ? [layer] : key === 'AS' ? (value as object[]).map(given) : value,
        ]),
      );
    catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: given(usual) } as never));
  });

const cell = (text: string, more = '') => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;

/** So many columns and cells that to look at each of the ones for each of the others would take minutes. */
const many = 100_000;

describe('a document', () => {
  it.each<[string, string[], () => Promise<Buffer>]>([
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
    ...['drawooo:display="none"', 'drawooo:display="printer"', 'draw:display="none"'].map(
      (display): [string, string[], () => Promise<Buffer>] => [
        `drawings of ODT by ${display}`,
        ['drawings'],
        () => odt([`<draw:custom-shape ${display}><text:p>x</text:p></draw:custom-shape>`]),
      ],
    ),
    ['drawings of DOCX', ['drawings'], () => word('<w:drawing><wp:docPr id="1" hidden="true"/></w:drawing>')],
    [
      'text of DOCX by the style of its letters',
      ['text'],
      () => styled('<w:p><w:r><w:rPr><w:rStyle w:val="B"/></w:rPr><w:t>x</w:t></w:r></w:p>'),
    ],
    ['text of DOCX by the style of its paragraph', ['text'], () => styled(styledParagraph)],
    [
      'text of DOCX by a style that building blocks have, too',
      ['text'],
      () =>
        styledBy(hidingWord, styledParagraph, {
          'word/glossary/styles.xml': '<w:styles><w:style w:styleId="A"/><w:style w:styleId="B"/></w:styles>',
        }),
    ],
    [
      'text of DOCX by a style in a part of another name',
      ['text'],
      () =>
        styledBy('', styledParagraph, {
          'word/_rels/document.xml.rels': '<x><Relationship Type="x/styles" Target="looks.xml"/></x>',
          'word/looks.xml': `<w:styles>${hidingWord}</w:styles>`,
        }),
    ],
    ['text of DOCX by what is said of all text', ['text'], () => styledBy(hidingAll, `<w:p>${run}</w:p>`)],
    [
      'text of DOCX by what is said of all text, and by no style',
      ['text'],
      () => styledBy(hidingAll + usualStyle(''), `<w:p>${run}</w:p>`),
    ],
    ['text of DOCX by the style of its table', ['text'], () => styled(styledTable(`<w:p>${run}</w:p>`))],
    [
      'text of DOCX by the style of its table, although its paragraph has one',
      ['text'],
      () => styled(styledTable(`<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr>${run}</w:p>`)),
    ],
    [
      'text of DOCX around a paragraph with a style',
      ['text'],
      () =>
        word(
          `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict><w:p><w:pPr><w:pStyle w:val="C"/></w:pPr>${run}</w:p></w:pict></w:r></w:p>`,
        ),
    ],
    [
      'text of DOCX around a drawing',
      ['text'],
      () =>
        word(
          '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:drawing><w:p><w:r><w:t>x</w:t></w:r></w:p></w:drawing></w:r></w:p>',
        ),
    ],
    [
      'text of DOCX that was shown before a recorded change',
      ['text'],
      () =>
        word(
          '<w:r><w:rPr><w:vanish/><w:rPrChange><w:rPr><w:vanish w:val="0"/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>',
        ),
    ],
    [
      'rows of DOCX',
      ['rows'],
      () => word('<w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>'),
    ],
    [
      'text of ODT by its style',
      ['text'],
      () => odt(['<text:span text:style-name="B">x</text:span>'], { 'styles.xml': hidingStyles('text') }),
    ],
    [
      'text of the header of ODT by its style',
      ['text'],
      () =>
        odt(['x'], {
          'styles.xml': `<x>${hidingStyles('paragraph')}<style:header><text:p text:style-name="A">x</text:p></style:header></x>`,
        }),
    ],
    [
      'text of ODT by a style of that name in its own part only',
      ['text'],
      () =>
        odt([], {
          'content.xml': `<x>${automaticStyle('text', none)}${styledSpan}</x>`,
          'styles.xml': automaticStyle('text', red),
          'Object 1/content.xml': automaticStyle('text', red),
        }),
    ],
    [
      'text of an object in ODT by its own style',
      ['text'],
      () =>
        odt(['x'], {
          'styles.xml': automaticStyle('text', red),
          'Object 1/content.xml': styledSpan,
          'Object 1/styles.xml':
            '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>',
        }),
    ],
    [
      'text of ODT by a style of that name in its own family only',
      ['text'],
      () =>
        odt([], {
          'content.xml': `<x>${automaticStyle('text', none)}${automaticStyle('paragraph', red)}${styledSpan}</x>`,
        }),
    ],
    [
      'text of ODT by the style that one of the same name is based on',
      ['text'],
      () =>
        odt([], {
          'content.xml': `<x>${automaticStyle('text', red, 'T1')}${styledSpan}</x>`,
          'styles.xml': `<x><style:style style:name="T1" style:family="text"><style:text-properties ${none}/></style:style>${automaticStyle('text', red)}</x>`,
        }),
    ],
    [
      'text of ODT by what is said of all paragraphs',
      ['text'],
      () =>
        odt(['x'], {
          'styles.xml': `<style:default-style style:family="paragraph"><style:text-properties ${none}/></style:default-style>`,
        }),
    ],
    [
      'a section of ODT',
      ['text'],
      () => odt(['<text:section text:display="condition" text:is-hidden="true"><text:p>x</text:p></text:section>']),
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
    [
      'layers of PDF that their usage turns off',
      ['layers'],
      () => layered({ AS: [{ Event: 'View', Category: ['View'], OCGs: 'layer' }] }, { View: { ViewState: 'OFF' } }),
    ],
    ...[{ P: 'AllOff' }, { VE: ['Not', null] }].map((condition): [string, string[], () => Promise<Buffer>] => [
      `what a PDF shows while layers are off, by ${Object.keys(condition)[0]}`,
      ['layers'],
      () =>
        pdf(['Text'], ({ catalog, context }) => {
          const layer = context.register(context.obj({ Type: 'OCG' }));
          catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: {} }));
          const shown = context.obj({ Type: 'OCMD', OCGs: [layer], ...condition } as never);
          catalog.set(PDFName.of('Shown'), context.register(shown));
        }),
    ]),
  ])('that hides %s says so, and an editor must confirm it', async (_, hidden, make) => {
    const found = await readDocumentFile(await make(), types.pdf);
    expect(found.hidden).toEqual(hidden);
    const why = documentRefusal(found);
    expect(why).toMatchObject({ code: 'fileHidesParts', params: { hidden } });
    for (const language of ['az', 'en', 'ru'] as const)
      expect(why && wordReason(why, language)).toContain('confirmedFiles');
  });

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
    [
      'text of DOCX before a recorded change',
      () => word('<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>'),
    ],
    [
      'no text of DOCX whose style is shown again',
      () => styled('<w:p><w:r><w:rPr><w:rStyle w:val="B"/><w:vanish w:val="false"/></w:rPr><w:t>x</w:t></w:r></w:p>'),
    ],
    [
      'no text of DOCX that its style shows again',
      () => styledBy(hidingAll + usualStyle('<w:vanish w:val="0"/>'), `<w:p>${run}</w:p>`),
    ],
    ['no text of DOCX behind a table with such a style', () => styled(`${styledTable('<w:p/>')}<w:p>${run}</w:p>`)],
    [
      'text of DOCX by the former style of its table',
      () =>
        styled(
          `<w:tbl><w:tblPr><w:tblPrChange><w:tblPr><w:tblStyle w:val="B"/></w:tblPr></w:tblPrChange></w:tblPr><w:tr><w:tc><w:p>${run}</w:p></w:tc></w:tr></w:tbl>`,
        ),
    ],
    ['no text of DOCX, although a style would', () => styled('<w:p><w:r><w:t>x</w:t></w:r></w:p>')],
    ['no text of ODT, although a style would', () => odt(['x'], { 'styles.xml': hidingStyles('paragraph') })],
    [
      'no text of ODT, although a style of that name does in another part',
      () =>
        odt([], {
          'content.xml': `<x>${automaticStyle('text', red)}${styledSpan}</x>`,
          'styles.xml': `<x>${automaticStyle('text', none)}<text:p>x</text:p></x>`,
        }),
    ],
    [
      'no text of ODT, although a style of that name in another family does',
      () => odt([], { 'content.xml': `<x>${automaticStyle('paragraph', none)}${styledSpan}</x>` }),
    ],
    [
      'a section of ODT while something else holds',
      () => odt(['<text:section text:display="condition"><text:p>x</text:p></text:section>']),
    ],
    [
      'the drawing behind a button of XLSX',
      () =>
        xlsx([['x']], {
          'xl/drawings/drawing1.xml':
            '<x><xdr:cNvPr id="2" hidden="1"><a:extLst><a:ext><a14:compatExt spid="_x0000_s1"/></a:ext></a:extLst></xdr:cNvPr></x>',
        }),
    ],
    ['no drawing of ODT', () => odt(['<draw:frame drawooo:display="screen"/><draw:frame draw:display="always"/>'])],
    ['a field of DOCX', () => word('<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE "x"</w:instrText></w:r>')],
    [
      'rows and columns of ODS without a text',
      () =>
        ods([], {
          'content.xml': `<table:table><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>${cell('a')}<table:table-cell/></table:table-row><table:table-row table:visibility="collapse"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`,
        }),
    ],
    [
      'a layer of PDF on paper only',
      () => layered({ AS: [{ Event: 'Print', Category: ['Print'], OCGs: 'layer' }] }, { Print: { PrintState: 'OFF' } }),
    ],
    ['no layer of PDF', () => layered({ ON: 'layer', BaseState: 'OFF' })],
  ])('that hides %s hides nothing', async (_, make) => {
    expect(await readDocumentFile(await make(), types.pdf)).not.toHaveProperty('hidden');
  });
});
