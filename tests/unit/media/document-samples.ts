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
      ['a chart', 'charts/chart1', `<c:cat><c:v>${name}</c:v><c:v>Leyla</c:v></c:cat>`],
    ] as const
  ).map(([place, part, xml]): [string, () => Promise<Buffer>] => [
    `${place} of DOCX`,
    () => docx(['Text'], { [`word/${part}.xml`]: xml }),
  ]),
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
  ['a header of ODT', () => odt(['Text'], { 'styles.xml': `<style:header><text:p>${name}</text:p></style:header>` })],
  [
    'the text around a note of ODT',
    () => odt(['Aysel<text:note><text:note-citation>1</text:note-citation><text:p>x</text:p></text:note> Mammadova']),
  ],
  ['an alternative text of ODT', () => odt([`<svg:title>x</svg:title><svg:desc>${name}</svg:desc>`])],
  ['the name of a sheet of ODS', () => ods([['Text', `<table:table table:name="${name}"/>`]])],
  ['a value that a cell of ODS shows otherwise', () => ods([[`<x office:string-value="${name}"/>`]])],
  [
    'the subject of a note of PDF',
    () => pdf(['Text'], ({ catalog }) => catalog.set(PDFName.of('Subj'), PDFString.of(name))),
  ],
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
  ['a field of ODT', () => odt(['Text <text:author-name text:fixed="false">Rashidova</text:author-name>'])],
];
