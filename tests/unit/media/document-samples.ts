import { PDFName, PDFString } from '@cantoo/pdf-lib';
import { docx, ods, odt, pdf, xlsx } from '../../support/files/documents.ts';

/** Whom the samples name. */
export const name = 'Aysel Mammadova';

/** Texts of all places of a document beside its body, each with what makes a document of it. */
export const elsewhere: readonly [string, () => Promise<Buffer>][] = [
  ...(
    [
      ['a header', 'header1', `<w:hdr><w:p><w:r><w:t>${name}</w:t></w:r></w:p></w:hdr>`],
      ['a footer', 'footer2', `<w:ftr><w:p><w:r><w:t>${name}</w:t></w:r></w:p></w:ftr>`],
      ['a footnote', 'footnotes', `<w:footnotes><w:footnote><w:p><w:t>${name}</w:t></w:p></w:footnote></w:footnotes>`],
      ['a comment', 'comments', `<w:comments><w:comment><w:p><w:t>${name}</w:t></w:p></w:comment></w:comments>`],
      [
        'a text box, and the text around it',
        'document',
        `<w:document><w:p><w:t>Aysel</w:t><w:txbxContent><w:p><w:t>x</w:t></w:p></w:txbxContent><w:t> Mammadova</w:t></w:p></w:document>`,
      ],
      ['an alternative text', 'document', `<w:document><wp:docPr name="Picture 1" descr="${name}"/></w:document>`],
      ['WordArt', 'document', `<w:document><v:textpath string="${name}"/></w:document>`],
      ['the name of a picture', 'document', `<w:document><wp:docPr id="1" name="${name}.jpg"/></w:document>`],
      ['the name of a place', 'document', `<w:document><w:bookmarkStart w:name="Aysel_Mammadova"/></w:document>`],
      ['the title of a field', 'document', `<w:document><w:sdtPr><w:alias w:val="${name}"/></w:sdtPr></w:document>`],
      [
        'what is kept to be filled in',
        'settings',
        `<w:settings><w:docVars><w:docVar w:name="x" w:val="${name}"/></w:docVars></w:settings>`,
      ],
      ['a chart', 'charts/chart1', `<c:cat><c:v>${name}</c:v><c:v>Leyla</c:v></c:cat>`],
    ] as const
  ).map(([place, part, xml]): [string, () => Promise<Buffer>] => [
    `${place} of DOCX`,
    () => docx(['Text'], { [`word/${part}.xml`]: xml }),
  ]),
  ...[
    '<w:ddList><w:listEntry w:val="?"/></w:ddList>',
    '<w:dropDownList><w:listItem w:displayText="x" w:value="?"/></w:dropDownList>',
    '<w:ffData><w:name w:val="?"/></w:ffData>',
    '<w:ffData><w:helpText w:type="text" w:val="?"/></w:ffData>',
    '<w:ffData><w:statusText w:type="text" w:val="?"/></w:ffData>',
    '<w:textInput><w:default w:val="?"/></w:textInput>',
  ].map((field): [string, () => Promise<Buffer>] => [
    `the field ${field} of DOCX`,
    () => docx(['Text'], { 'word/header1.xml': `<w:hdr>${field.replace('?', name)}</w:hdr>` }),
  ]),
  [
    'the address of a link of DOCX',
    () =>
      docx(['Text'], {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="a" Type="x/hyperlink" Target="https://example.org/Aysel%20Mammadova" TargetMode="External"/></Relationships>',
      }),
  ],
  [
    'the address of a link of DOCX in other quotes',
    () =>
      docx(['Text'], {
        'word/_rels/document.xml.rels': `<Relationships><Relationship Id='a' Type='x/hyperlink' Target='https://example.org/?"Aysel%20&#77;ammadova"' TargetMode='External'/></Relationships>`,
      }),
  ],
  [
    'the address of a link of ODT',
    () => odt(['<text:a xlink:href="https://example.org/100%/Aysel%20Mammadova">Text</text:a>']),
  ],
  [
    'the address of a link of PDF',
    () =>
      pdf(['Text'], ({ catalog }) =>
        catalog.set(PDFName.of('URI'), PDFString.of('https://example.org/Aysel%20Mammadova')),
      ),
  ],
  ['the name of a file within XLSX', () => xlsx([['Text']], { [`xl/media/${name}.emf`]: 'x' })],
  [
    'a drawn button of XLSX',
    () =>
      xlsx([['Text']], {
        'xl/drawings/vmlDrawing1.vml': `<xml><v:textbox><div><font>Aysel</font> <font>Mammadova</font></div></v:textbox></xml>`,
      }),
  ],
  [
    'what SharePoint keeps with DOCX',
    () => docx(['Text'], { 'customXml/item1.xml': '<p><Child>Aysel</Child><Child>Mammadova</Child></p>' }),
  ],
  ...(
    [
      ['the name of a hidden sheet', 'workbook', `<workbook><sheet name="${name}" state="hidden"/></workbook>`],
      [
        'a header',
        'worksheets/sheet2',
        `<worksheet><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12${name}&amp;R1</oddHeader></worksheet>`,
      ],
      ['a formula', 'worksheets/sheet2', `<worksheet><c><f>IF(A1,"${name}","")</f><v>0</v></c></worksheet>`],
      ['a hint', 'worksheets/sheet2', `<worksheet><dataValidation prompt="${name}"/></worksheet>`],
      ['the memory of a pivot table', 'pivotCache/pivotCacheRecords1', `<r><s v="${name}"/></r>`],
      [
        'another file that it read',
        'externalLinks/externalLink1',
        '<row><cell><v>Aysel</v></cell><cell><v>Mammadova</v></cell></row>',
      ],
      [
        'the name of a cell',
        'workbook',
        `<workbook><definedNames><definedName name="Aysel_Mammadova">A1</definedName></definedNames></workbook>`,
      ],
      ['a column of a pivot table', 'pivotCache/pivotCacheDefinition1', `<p><cacheField name="${name}"/></p>`],
      ['what a list is filtered by', 'tables/table1', `<table><filters><filter val="${name}"/></filters></table>`],
      ['the name of a table', 'tables/table1', '<table name="Aysel_Mammadova"/>'],
      [
        'what a scenario puts into a cell',
        'worksheets/sheet2',
        `<worksheet><scenarios><scenario name="x"><inputCells r="A1" val="${name}"/></scenario></scenarios></worksheet>`,
      ],
      [
        'the name of cells that only some may change',
        'worksheets/sheet2',
        `<worksheet><protectedRanges><protectedRange name="${name}"/></protectedRanges></worksheet>`,
      ],
      ['the name of a connection', 'connections', `<connections><connection name="${name}"/></connections>`],
      ['what a connection is for', 'connections', `<connections><connection description="${name}"/></connections>`],
      ['an alternative text', 'drawings/drawing1', `<xdr:sp><xdr:cNvPr descr="${name}"/></xdr:sp>`],
    ] as const
  ).map(([place, part, xml]): [string, () => Promise<Buffer>] => [
    `${place} of XLSX`,
    () => xlsx([['Text']], { [`xl/${part}.xml`]: xml }),
  ]),
  [
    'cells with a prefix of XLSX',
    () =>
      xlsx([], {
        'xl/sharedStrings.xml': '<x:sst><x:si><x:t>Aysel</x:t></x:si><x:si><x:t>Mammadova</x:t></x:si></x:sst>',
        'xl/worksheets/sheet1.xml':
          '<x:worksheet><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c></x:row></x:worksheet>',
      }),
  ],
  [
    'cells of XLSX under other names',
    () =>
      xlsx([], {
        'book/_rels/all.xml.rels':
          '<x><Relationship Type="x/worksheet" Target="one.xml"/><Relationship Type="x/sharedStrings" Target="/book/words.xml"/></x>',
        'book/words.xml': '<sst><si><t>Aysel</t></si><si><t>Mammadova</t></si></sst>',
        'book/one.xml': '<worksheet><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></worksheet>',
      }),
  ],
  ...[
    ...['<text:drop-down text:name="?"/>', '<text:drop-down><text:label text:value="?"/>x</text:drop-down>'],
    '<text:conditional-text text:string-value-if-true="?">x</text:conditional-text>',
    '<text:conditional-text text:string-value-if-false="?">x</text:conditional-text>',
    '<text:text-input text:description="?">x</text:text-input>',
    ...['polyline', 'circle', 'regular-polygon', 'caption', 'measure'].map((shape) => `<draw:${shape} draw:name="?"/>`),
    ...['rectangle', 'circle', 'polygon'].map((area) => `<draw:area-${area} office:name="?"/>`),
  ].map((element): [string, () => Promise<Buffer>] => [`${element} of ODT`, () => odt([element.replace('?', name)])]),
  ['text of ODT behind what is for one program', () => odt([`<?x <!-- ?>${name}<?x --> ?>`])],
  ['text of ODT, as it stands', () => odt([`<![CDATA[<${name}>]]>`])],
  ['a header of ODT', () => odt(['Text'], { 'styles.xml': `<style:header><text:p>${name}</text:p></style:header>` })],
  [
    'the text around a note of ODT',
    () => odt(['Aysel<text:note><text:note-citation>1</text:note-citation><text:p>x</text:p></text:note> Mammadova']),
  ],
  ['an alternative text of ODT', () => odt([`<svg:title>x</svg:title><svg:desc>${name}</svg:desc>`])],
  ['the name of a sheet of ODS', () => ods([['Text', `<table:table table:name="${name}"/>`]])],
  ['the name of cells of ODS', () => ods([[`<table:named-expression table:name="Aysel_Mammadova"/>`]])],
  ['the name of a variable of ODT', () => odt(['<text:variable-decl text:name="Aysel_Mammadova"/>'])],
  ['what a list of ODS is filtered by', () => ods([[`<table:filter-condition table:value="${name}"/>`]])],
  ['a formula of ODS', () => ods([[`<x table:formula='of:=IF([.A1];"${name}";"")'/>`]])],
  ['a value that a cell of ODS shows otherwise', () => ods([[`<x office:string-value="${name}"/>`]])],
  ['the name of a picture of ODT', () => odt([`<draw:frame draw:name="${name}"/>Text`])],
  ['the name of a file within ODT', () => odt(['Text'], { [`Pictures/${name}.wmf`]: 'x' })],
  ['a button of ODS', () => ods([['Text', `<form:button form:label="${name}"/>`]])],
  ...['Subj', 'E', 'Name', 'URI', 'CA', 'T'].map((key): [string, () => Promise<Buffer>] => [
    `the entry ${key} of PDF`,
    () => pdf(['Text'], ({ catalog }) => catalog.set(PDFName.of(key), PDFString.of(name))),
  ]),
  [
    'a choice of a form of PDF',
    () =>
      pdf(['Text'], ({ catalog, context }) =>
        catalog.set(PDFName.of('Opt'), context.obj([['1', name].map((one) => PDFString.of(one))])),
      ),
  ],
  ...[`(${name})`, `<FEFF${Buffer.from(name, 'utf16le').swap16().toString('hex')}>`].map(
    (text, n): [string, () => Promise<Buffer>] => [
      `what is read out in place of letters that a PDF draws, in form ${n + 1}`,
      () =>
        pdf(['Text'], (document) => {
          const { context } = document;
          const drawn = context.flateStream(`/Span <</Lang (az) /ActualText ${text}>> BDC EMC`);
          document.getPage(0).node.addContentStream(context.register(drawn));
        }),
    ],
  ),
  ...(
    [
      ['Form', '0 0'],
      [undefined, '0 0'],
      ['Form', '-9000 -9000'],
    ] as const
  ).map(([subtype, at]): [string, () => Promise<Buffer>] => [
    `a stamp of PDF whose look says ${subtype}, and is drawn at ${at}`,
    () =>
      pdf(['Text'], async (document) => {
        const { context } = document;
        const font = await document.embedFont('Helvetica');
        const look = context.flateStream(`BT /F 12 Tf ${at} Td (${name}) Tj ET`, {
          ...{ Type: 'XObject', ...(subtype && { Subtype: subtype }), BBox: [0, 0, 99, 20] },
          Resources: { Font: { F: font.ref } },
        });
        const stamp = { Subtype: 'Stamp', Rect: [0, 0, 99, 20], AP: { N: { On: context.register(look) } } };
        document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(context.obj(stamp))]));
      }),
  ]),
];
