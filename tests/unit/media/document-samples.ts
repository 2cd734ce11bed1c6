import { PDFName, PDFString } from '@cantoo/pdf-lib';
import { docx, ods, odt, pdf, types, xlsx } from '../../support/files/documents.ts';

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

/** Where documents name who has written them, beside what each sample has. */
export const namedWriters: readonly [string, () => Promise<Buffer>][] = [
  [
    'the properties of .NET',
    () =>
      docx(['Text'], {
        'package/services/metadata/core-properties/1.psmdcp': '<c><dc:creator>Rashidova</dc:creator></c>',
      }),
  ],
  [
    'a part of Word in another folder',
    () => docx(['Text'], { 'text/it.xml': '<w:p><w:ins w:author="Rashidova"/></w:p>' }),
  ],
  [
    'a comment of XLSX under another name',
    () =>
      xlsx([['Text']], {
        'book/_rels/one.xml.rels': '<x><Relationship Type="x/comments" Target="said.xml"/></x>',
        'book/said.xml': '<comments><authors><author>Rashidova</author></authors></comments>',
      }),
  ],
  ['a second part of Word', () => docx(['Text'], { 'word/document2.xml': '<w:p><w:ins w:author="Rashidova"/></w:p>' })],
  [
    'what SharePoint keeps',
    () => docx(['Text'], { 'customXml/item1.xml': '<p><UserInfo><DisplayName>Rashidova</DisplayName></UserInfo></p>' }),
  ],
  [
    'the folder that a workbook lay in, and who shares it',
    () =>
      xlsx([['Text']], {
        'xl/workbook.xml':
          '<workbook><fileSharing readOnlyRecommended="1" userName="Rashidova"/><x15ac:absPath url="C:\\Users\\Rashidova"/></workbook>',
      }),
  ],
  [
    'properties under another name',
    () =>
      docx(['Text'], {
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="/about/it.xml"/></Relationships>',
        'about/it.xml': '<cp:coreProperties><dc:creator>Rashidova</dc:creator></cp:coreProperties>',
      }),
  ],
  [
    'a small picture of the first page under another name',
    () =>
      docx(['Text'], {
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="pages/first.emf"></Relationship></Relationships>',
        'pages/first.emf': 'Rashidova',
      }),
  ],
  ...[
    'attachedTemplate" Target="file:///C:\\Users\\Rashidova\\Normal.dotm',
    'image" Target="file:///C:\\Users\\Rashidova\\a.jpg',
    'hyperlink" Target="..\\Rashidova\\a.docx',
    ...['smb', 'cifs', 'afp', 'nfs'].map((scheme) => `hyperlink" Target="${scheme}://server/Rashidova/a.docx`),
    'mailMergeSource" Target="file:///C:\\Rashidova.xlsx',
  ].map((target): [string, () => Promise<Buffer>] => [
    `what leads outside as ${target}`,
    () =>
      docx(['Text'], {
        'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="a" Type="http://x/${target}" TargetMode="External"/></Relationships>`,
      }),
  ]),
  [
    'what leads outside in other quotes',
    () =>
      docx(['Text'], {
        'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target='file:///C:\\"a"\\Rashidova\\Normal.dotm' TargetMode='External'/><Relationship Id="b" Type="x/image" Target='file:///C:\\Rashidova\\it"s.jpg' TargetMode='External'/></Relationships>`,
      }),
  ],
  [
    'a small picture of the first page in other quotes',
    () =>
      docx(['Text'], {
        '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${types.docx}.main+xml"/><Override PartName='/pages/Rashidova.emf' ContentType='image/x-emf'></Override></Types>`,
        '_rels/.rels': `<Relationships><Relationship Id='a' Type='x/thumbnail' Target='pages/Rashidova.emf'/></Relationships>`,
        'pages/Rashidova.emf': 'x',
      }),
  ],
  [
    'a mail merge',
    () =>
      docx(['Text'], {
        'word/settings.xml':
          '<w:settings><w:mailMerge><w:connectString w:val="Data Source=C:\\Users\\Rashidova\\a.xlsx"/></w:mailMerge></w:settings>',
      }),
  ],
  [
    'who may change a text that is protected',
    () => docx(['Text'], { 'word/header1.xml': '<w:hdr><w:permStart w:id="1" w:ed="SCHOOL\\Rashidova"/></w:hdr>' }),
  ],
  [
    'a change in other blanks',
    () => docx(['Text'], { 'word/footnotes.xml': `<w:p><w:del w:author = 'Rashidova'/></w:p>` }),
  ],
  [
    'a change behind a value with a bracket',
    () => docx(['Text'], { 'word/footnotes.xml': `<w:p><w:del w:x="a > b" w:author="Rashidova"/></w:p>` }),
  ],
  [
    'what a picture was called, and where it lay',
    () =>
      docx(['Text'], {
        'word/header1.xml':
          '<w:hdr><pic:nvPicPr><pic:cNvPr id="0" name="Rashidova.jpg" descr="C:\\Users\\Rashidova\\a.jpg"/></pic:nvPicPr><w:instrText> INCLUDEPICTURE "C:\\\\Users\\\\Rashidova\\\\a.jpg" </w:instrText></w:hdr>',
      }),
  ],
  ...[
    // In pieces, as Word parts what is typed.
    '<w:instrText> INCLUDEPICTURE "C:\\\\Us</w:instrText></w:r><w:r><w:instrText>ers\\\\Rashidova\\\\a</w:instrText></w:r><w:r><w:instrText>.jpg" </w:instrText>',
    '<w:instrText> INCLUDEPICTURE C:\\\\Users\\\\Rashidova\\\\a.jpg \\d </w:instrText>',
    '<w:instrText>INCLUDEPICTURE "C:\\\\Rashidova\\\\</w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    ...['smb', 'cifs', 'afp', 'nfs'].map(
      (scheme) => `<w:fldSimple w:instr="INCLUDETEXT &quot;${scheme}://server/Rashidova/a.docx&quot;"/>`,
    ),
  ].map((field, n): [string, () => Promise<Buffer>] => [
    `the folder of a field of DOCX, in form ${n + 1}`,
    () => docx(['Text'], { 'word/header1.xml': `<w:hdr><w:p><w:r>${field}</w:r></w:p></w:hdr>` }),
  ]),
  ...[
    `<worksheet><c><f>'C:\\Users\\Rashidova\\[a.xlsx]Sheet 1'!A1</f></c></worksheet>`,
    `<worksheet><c><f>'C:\\Users\\it''s Rashidova''s\\[a.xlsx]Sheet 1'!A1</f></c></worksheet>`,
    '<worksheet><c><f>HYPERLINK( "C:\\Users\\Rashidova\\a.xlsx","x")</f></c></worksheet>',
    '<worksheet><c><f>HYPERLINK("[C:\\Users\\Rashidova\\a.xlsx]Sheet!A1","x")</f></c></worksheet>',
    '<x><definedName name="a">&apos;file:///C:/Rashidova/[a.xlsx]S&apos;!A1</definedName></x>',
  ].map((xml, n): [string, () => Promise<Buffer>] => [
    `the folder of a formula of XLSX, in form ${n + 1}`,
    () => xlsx([['Text']], { 'xl/worksheets/sheet2.xml': xml }),
  ]),
  [
    'the folder of a formula of ODS',
    () =>
      ods([
        ['Text', `<x table:formula="of:=['file:///home/Rashidova/a.ods'#$S.A1]"/>`],
        [`<x table:cell-range-address="&apos;file:///home/Rashidova/a.ods&apos;#$S.A1"/>`],
      ]),
  ],
  ...(
    [
      ['a pivot table', 'pivotCache/pivotCacheDefinition1', '<pivotCacheDefinition refreshedBy="Rashidova"/>'],
      [
        'a scenario',
        'worksheets/sheet2',
        '<x><scenario name="a" user="Rashidova" comment="Created by Rashidova"/></x>',
      ],
      [
        'a view',
        'workbook',
        '<workbook><customWorkbookViews><customWorkbookView name="Rashidova - Personal View"/></customWorkbookViews></workbook>',
      ],
      [
        'what is filtered in a view',
        'worksheets/sheet2',
        '<worksheet><customSheetViews><customSheetView><filter val="Rashidova"/></customSheetView></customSheetViews></worksheet>',
      ],
      [
        'a connection',
        'connections',
        '<x><connection sourceFile="C:\\Users\\Rashidova\\a.csv"><dbPr connection="User ID=Rashidova"/></connection></x>',
      ],
      [
        'another workbook',
        'externalLinks/_rels/externalLink1.xml.rels',
        '<x><Relationship Type="x/externalLinkPath" Target="file:///\\server\\Rashidova\\a.xlsx" TargetMode="External"/></x>',
      ],
    ] as const
  ).map(([place, part, xml]): [string, () => Promise<Buffer>] => [
    `${place} of XLSX`,
    () => xlsx([['Text']], { [part.includes('.') ? `xl/${part}` : `xl/${part}.xml`]: xml }),
  ]),
  [
    'a printer of XLSX',
    () =>
      xlsx([['Text']], {
        'xl/worksheets/sheet2.xml': '<worksheet><pageSetup orientation="portrait" r:id="rId1"/></worksheet>',
        'xl/worksheets/_rels/sheet2.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/printerSettings" Target="../printing/one.bin"/></Relationships>',
        'xl/printing/one.bin': 'Rashidova',
      }),
  ],
  ['the queries of XLSX', () => xlsx([['Text']], { 'customXml/item1.xml': '<DataMashup>Rashidova</DataMashup>' })],
  ['a small picture of the first page of ODT', () => odt(['Text'], { 'Thumbnails/thumbnail.png': 'Rashidova' })],
  [
    'the properties of an object in ODT',
    () => odt(['Text'], { 'Object 1/meta.xml': '<x><dc:creator>Rashidova</dc:creator></x>' }),
  ],
  [
    'the printer of ODT',
    () =>
      odt(['Text'], {
        'settings.xml': '<x><config:config-item config:name="PrinterName">Rashidova</config:config-item></x>',
      }),
  ],
  ...['file:///home/Rashidova/a.jpg', '../../Rashidova/a.jpg', "../Rashidova's/a.jpg", 'C:/Rashidova/a.jpg'].map(
    (address): [string, () => Promise<Buffer>] => [
      `a linked picture of ODT at ${address}`,
      () => odt([`Text <draw:image xlink:href="${address}"/>`]),
    ],
  ),
  ...['<![CDATA[Rashidova]]>', '<![CDATA[Rashidova <s@example.org>]]>', 'Rashi<!-- who wrote it: <b> -->dova'].map(
    (author): [string, () => Promise<Buffer>] => [
      `a comment of ODT, written as ${author}`,
      () => odt([`Text<office:annotation><dc:creator>${author}</dc:creator></office:annotation>`]),
    ],
  ),
  [
    'a comment of XLSX, as it stands',
    () => xlsx([['Text']], { 'xl/comments1.xml': '<comments><author><![CDATA[Rashidova]]></author></comments>' }),
  ],
  [
    'the folder of a formula of XLSX, as it stands',
    () =>
      xlsx([['Text']], {
        'xl/worksheets/sheet2.xml': `<worksheet><f><![CDATA['C:\\Rashidova\\[a.xlsx]S'!A1]]></f></worksheet>`,
      }),
  ],
  ['a field of ODT', () => odt(['Text <text:author-name text:fixed="false">Rashidova</text:author-name>'])],
];
