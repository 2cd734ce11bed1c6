import { docx, ods, odt, types, xlsx } from '../../support/files/documents.ts';

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
