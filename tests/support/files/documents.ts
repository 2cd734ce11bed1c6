import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** A PDF with a text on each page. Its font has the letters of Western Europe only. */
export const pdf = async (
  pages: readonly string[],
  change: (document: PDFDocument) => void | Promise<void> = () => {},
): Promise<Buffer> => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of pages) document.addPage().drawText(text, { x: 50, y: 700, font, size: 12 });
  document.setAuthor('Sevda Rashidova');
  document.setTitle('Microsoft Word - qaydalar.doc');
  await change(document);
  return Buffer.from(await document.save());
};

type Parts = Readonly<Record<string, string | Uint8Array>>;

const zip = async (parts: Parts): Promise<Buffer> => {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, part] of Object.entries(parts))
    await writer.add(name, typeof part === 'string' ? new TextReader(part) : new Uint8ArrayReader(part), {
      level: name === 'mimetype' ? 0 : 6,
    });
  return Buffer.from(await writer.close());
};

const openXml = 'application/vnd.openxmlformats-officedocument';

export const types = {
  pdf: 'application/pdf',
  docx: `${openXml}.wordprocessingml.document`,
  xlsx: `${openXml}.spreadsheetml.sheet`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
  txt: 'text/plain',
} as const;

const contentTypes = (main: string, part: string, others = ''): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="${main}.main+xml"/>${others}</Types>`;

const core =
  '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Sevda Rashidova</dc:creator><cp:lastModifiedBy>Sevda Rashidova</cp:lastModifiedBy></cp:coreProperties>';

/**
 * A document of Word with a paragraph for each text, which is in two runs; `parts` come beside or in place of its own.
 */
export const docx = (paragraphs: readonly string[], parts: Parts = {}): Promise<Buffer> =>
  zip({
    '[Content_Types].xml': contentTypes(types.docx, '/word/document.xml'),
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${paragraphs
      .map((text) => {
        const half = Math.floor(text.length / 2);
        return `<w:p><w:r><w:t>${text.slice(0, half)}</w:t></w:r><w:ins w:author="Sevda Rashidova"><w:r><w:t>${text.slice(half)}</w:t></w:r></w:ins></w:p>`;
      })
      .join('')}</w:body></w:document>`,
    'docProps/core.xml': core,
    'docProps/app.xml': '<Properties><Company>Rashidova MMC</Company></Properties>',
    ...parts,
  });

/** A table of Excel with shared strings, each row of cells in the order given. */
export const xlsx = (rows: readonly (readonly string[])[], parts: Parts = {}): Promise<Buffer> => {
  // In another order than in the sheet, as Excel keeps them.
  const strings = [...new Set(rows.flat())].sort().reverse();
  return zip({
    '[Content_Types].xml': contentTypes(types.xlsx, '/xl/workbook.xml'),
    'xl/workbook.xml': '<workbook/>',
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows
      .map(
        (row) =>
          `<row>${row.map((text) => `<c t="s"><v>${strings.indexOf(text)}</v></c>`).join('')}<c><v>7</v></c></row>`,
      )
      .join('')}</sheetData></worksheet>`,
    'docProps/core.xml': core,
    ...parts,
  });
};

const meta =
  '<office:document-meta><office:meta><meta:initial-creator>Sevda Rashidova</meta:initial-creator></office:meta></office:document-meta>';

/** A text of LibreOffice. */
export const odt = (paragraphs: readonly string[], parts: Parts = {}): Promise<Buffer> =>
  zip({
    mimetype: types.odt,
    'content.xml': `<office:document-content><office:body><office:text>${paragraphs.map((text) => `<text:p>${text}</text:p>`).join('')}<office:annotation><dc:creator>Sevda Rashidova</dc:creator></office:annotation></office:text></office:body></office:document-content>`,
    'meta.xml': meta,
    ...parts,
  });

/** A table of LibreOffice. */
export const ods = (rows: readonly (readonly string[])[], parts: Parts = {}): Promise<Buffer> =>
  zip({
    mimetype: types.ods,
    'content.xml': `<office:document-content>${rows
      .map(
        (row) =>
          `<table:table-row>${row.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`,
      )
      .join('')}</office:document-content>`,
    'meta.xml': meta,
    ...parts,
  });
