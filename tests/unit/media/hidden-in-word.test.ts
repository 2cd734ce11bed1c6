import { describe } from 'vitest';
import { docx } from '../../support/files/documents.ts';
import { type HidingCase, itHides, itHidesNothing } from '../../support/files/hidden-parts.ts';

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

const withTableStyles = (xml: string) => styledBy(hidingWord.replaceAll('<w:style ', '<w:style w:type="table" '), xml);

const run = '<w:r><w:t>x</w:t></w:r>';

const styledParagraph = `<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>${run}</w:p>`;

const hidingAll = '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>';

const usualStyle = (more: string) =>
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>${more}</w:rPr></w:style>`;

/** A paragraph with a style that is missing, unless a text has it. */
const otherParagraph = `<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr>${run}</w:p>`;

const hidingNormal = usualStyle('<w:vanish/>');

const table = (paragraph: string, properties = '') =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tr><w:tc>${paragraph}</w:tc></w:tr></w:tbl>`;

const styledTable = (paragraph: string) => table(paragraph, '<w:tblStyle w:val="B"/>');

const hidingTables =
  '<w:style w:type="table" w:default="1" w:styleId="T"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="table" w:styleId="U"/>';

/** A text of Word whose writer takes another prefix than Word does. */
const otherwisePrefixed = (styles: string, xml: string) =>
  styledBy('', '', {
    'word/document.xml': `<w:document>${xml}</w:document>`.replaceAll('w:', 'ns0:'),
    'word/styles.xml': `<w:styles>${styles}</w:styles>`.replaceAll('w:', 'ns0:'),
  });

describe('a text of Word', () => {
  itHides([
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
    ['text of DOCX by the style of its table', ['text'], () => withTableStyles(styledTable(`<w:p>${run}</w:p>`))],
    [
      'text of DOCX by the style of its table, although its paragraph has one',
      ['text'],
      () => withTableStyles(styledTable(otherParagraph)),
    ],
    [
      'text of DOCX by the usual style, where that of its paragraph is missing',
      ['text'],
      () => styledBy(hidingNormal, otherParagraph),
    ],
    [
      'text of DOCX by the usual style, which has no name',
      ['text'],
      () => styledBy(hidingNormal.replace(' w:styleId="Normal"', ''), `<w:p>${run}</w:p>`),
    ],
    [
      'text of DOCX by what is said of all text, where the style of its paragraph is missing',
      ['text'],
      () => styledBy(hidingAll + usualStyle(''), otherParagraph),
    ],
    ...[
      '<w:basedOn w:val="D"/>',
      '<w:basedOn w:val="D"/></w:style><w:style w:type="character" w:styleId="D">',
      '<w:basedOn w:val="C"/>',
      '<w:basedOn w:val="D"/></w:style><w:style w:styleId="D"><w:basedOn w:val="C"/>',
    ].map(
      (more): HidingCase => [
        `text of DOCX by what is said of all text, and a style with ${more}`,
        ['text'],
        () => styledBy(`${hidingAll}<w:style w:styleId="C">${more}</w:style>`, otherParagraph),
      ],
    ),
    ['text of DOCX by the usual style of tables', ['text'], () => styledBy(hidingTables, table(`<w:p>${run}</w:p>`))],
    [
      'text of DOCX by the usual style of tables, where that of its table is missing',
      ['text'],
      () => styledBy(hidingTables, styledTable(`<w:p>${run}</w:p>`)),
    ],
    [
      'text of DOCX by the style of a table around one with another style',
      ['text'],
      () => withTableStyles(styledTable(table(`<w:p>${run}</w:p>`, '<w:tblStyle w:val="U"/>'))),
    ],
    ['text of DOCX by a style under another prefix', ['text'], () => otherwisePrefixed(hidingWord, styledParagraph)],
    [
      'text of DOCX around a paragraph with a style',
      ['text'],
      () => word(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict>${otherParagraph}</w:pict></w:r></w:p>`),
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
    ['text of DOCX', ['text'], () => word('<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>')],
    ['deleted text of DOCX', ['deletedText'], () => word('<w:del><w:r><w:delText>x</w:delText></w:r></w:del>')],
    ['moved text of DOCX', ['deletedText'], () => word('<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom>')],
  ]);

  itHidesNothing([
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
    [
      'no text of DOCX whose style is there, although the usual one would',
      () =>
        styledBy(
          `${hidingNormal}<w:style w:styleId="C"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>`,
          otherParagraph,
        ),
    ],
    [
      'no text of DOCX whose table has a style, although the usual one would',
      () => styledBy(hidingTables, table(`<w:p>${run}</w:p>`, '<w:tblStyle w:val="U"/>')),
    ],
    [
      'no text of DOCX whose paragraph names a style of characters that would',
      () => styledBy('<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>', otherParagraph),
    ],
    [
      'no text of DOCX under another prefix, although a style would',
      () => otherwisePrefixed(hidingWord, `<w:p>${run}</w:p>`),
    ],
    [
      'no text of DOCX behind a table with such a style',
      () => withTableStyles(`${styledTable('<w:p/>')}<w:p>${run}</w:p>`),
    ],
    [
      'text of DOCX by the former style of its table',
      () =>
        withTableStyles(
          `<w:tbl><w:tblPr><w:tblPrChange><w:tblPr><w:tblStyle w:val="B"/></w:tblPr></w:tblPrChange></w:tblPr><w:tr><w:tc><w:p>${run}</w:p></w:tc></w:tr></w:tbl>`,
        ),
    ],
    ['no text of DOCX, although a style would', () => styled('<w:p><w:r><w:t>x</w:t></w:r></w:p>')],
    ['a field of DOCX', () => word('<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE "x"</w:instrText></w:r>')],
  ]);
});
