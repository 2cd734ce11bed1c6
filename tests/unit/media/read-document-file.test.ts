import { PDFName, PDFString } from '@cantoo/pdf-lib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readDocumentFile } from '../../../shared/media/documents/read-document-file.ts';
import { docx, ods, odt, pdf, types, xlsx } from '../../support/files/documents.ts';
import { elsewhere, name } from './document-samples.ts';
import { namedWriters } from './writers-in-samples.ts';

/** Every part of a file of this kind, as text. */
const unpacked = async (file: Uint8Array): Promise<string> => {
  const entries = await new ZipReader(new Uint8ArrayReader(file)).getEntries();
  const texts = await Promise.all(
    entries.map(async (entry) => ('getData' in entry ? Buffer.from(await entry.getData(new Uint8ArrayWriter())) : '')),
  );
  return texts.map(String).join('\n');
};

const inText = (text: string): string => text.replace(/\s+/g, ' ');

const photograph = (format: 'jpeg' | 'png'): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#a33' } })
    .withExif({ IFD0: { Artist: 'Sevda Rashidova' }, IFD3: { GPSLatitude: '40/1 22/1 33/1' } })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer();

describe('a picture inside a document', () => {
  it.each([
    ['DOCX', 'word/media/image1', (parts: Record<string, Buffer>) => docx(['Text'], parts)],
    ['XLSX', 'xl/media/image1', (parts: Record<string, Buffer>) => xlsx([['Text']], parts)],
    ['ODT', 'Pictures/1', (parts: Record<string, Buffer>) => odt(['Text'], parts)],
    ['ODS', 'Pictures/1', (parts: Record<string, Buffer>) => ods([['Text']], parts)],
  ])('of the type %s loses its place and maker, and keeps its pixels and orientation', async (_, part, make) => {
    for (const format of ['jpeg', 'png'] as const) {
      const before = await photograph(format);
      expect(before.toString('latin1')).toContain('Rashidova');
      const { file } = await readDocumentFile(await make({ [`${part}.${format}`]: before }), types.pdf);
      const entries = await new ZipReader(new Uint8ArrayReader(file)).getEntries();
      const entry = entries.find(({ filename }) => filename === `${part}.${format}`);
      const after = Buffer.from((await (entry && 'getData' in entry && entry.getData(new Uint8ArrayWriter()))) || []);
      expect(after.toString('latin1')).not.toContain('Rashidova');
      if (format === 'jpeg') expect((await sharp(after).metadata()).orientation).toBe(6);
      expect((await sharp(after).raw().toBuffer()).equals(await sharp(before).raw().toBuffer())).toBe(true);
    }
  });

  it('of the type PDF loses its place and maker, and keeps its pixels', async () => {
    const before = await photograph('jpeg');
    const { file } = await readDocumentFile(
      await pdf(['Text'], async (document) => {
        document.getPage(0).drawImage(await document.embedJpg(before));
      }),
      types.pdf,
    );
    const bytes = Buffer.from(file);
    expect(bytes.toString('latin1')).not.toContain('Rashidova');
    const after = bytes.subarray(
      bytes.indexOf(Buffer.from([0xff, 0xd8])),
      bytes.indexOf(Buffer.from([0xff, 0xd9])) + 2,
    );
    expect((await sharp(after).raw().toBuffer()).equals(await sharp(before).raw().toBuffer())).toBe(true);
    expect((await readDocumentFile(file, types.pdf)).content).toContain('Text');
  });
});

describe('a document', () => {
  it.each(elsewhere)('has its text compared in %s', async (_, make) => {
    const { content } = await readDocumentFile(await make(), types.pdf);
    expect(content.split('\n\n').map(inText).join('\n')).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it.each(namedWriters)('loses who has written it in %s', async (_, make) => {
    const { file, content } = await readDocumentFile(await make(), types.pdf);
    expect(`${content} ${await unpacked(file)}`).not.toContain('Rashidova');
  });

  it('whose words stand beside a scan only, is a scan all the same', async () => {
    const scan = await docx([], { 'word/document.xml': `<w:document><wp:docPr descr="${name}"/></w:document>` });
    expect(await readDocumentFile(scan, types.docx)).toMatchObject({ text: 'none', content: name });
    const bookmarked = await pdf([''], ({ catalog }) => catalog.set(PDFName.of('Title'), PDFString.of(name)));
    expect(await readDocumentFile(bookmarked, types.pdf)).toMatchObject({ text: 'none', content: name });
  });

  it('of the type PDF may have a list longer than a call takes arguments', async () => {
    const long = await pdf(['Text'], ({ context, catalog }) =>
      catalog.set(PDFName.of('K'), context.obj(Array.from({ length: 300_000 }, (_, n) => n))),
    );
    expect(await readDocumentFile(long, types.pdf)).toMatchObject({ text: 'extracted' });
  });

  it('of the type PDF whose notes have more text than is read says so', async () => {
    const noted = await pdf(['Text'], async (document) => {
      const { context } = document;
      const font = await document.embedFont('Helvetica');
      const notes = Array.from({ length: 3 }, () => {
        const look = context.flateStream(
          `BT /F 12 Tf ${`1 0 0 1 0 0 Tm (${'a '.repeat(2_000)}) Tj `.repeat(1_300)} ET`,
          {
            ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 99, 20] },
            Resources: { Font: { F: font.ref } },
          },
        );
        return context.register(context.obj({ Subtype: 'Stamp', AP: { N: context.register(look) } }));
      });
      document.getPage(0).node.set(PDFName.of('Annots'), context.obj(notes));
    });
    expect(await readDocumentFile(noted, types.pdf)).toMatchObject({ text: 'partial' });
  });

  it('may have XML up to the bound, however often a part of it is read', async () => {
    const large = await docx([], { 'word/document.xml': `<w:p>${'1 '.repeat(27 * 1024 * 1024)}</w:p>` });
    expect(await readDocumentFile(large, types.docx)).toMatchObject({ text: 'none' });
  });
});

describe('a document', () => {
  it.each([
    ['PDF', types.pdf, () => pdf([name, 'Second page'])],
    ['DOCX', types.docx, () => docx([name, 'Second paragraph'])],
    ['XLSX', types.xlsx, () => xlsx([name.split(' '), ['Zaur', 'Quliyev']])],
    ['ODT', types.odt, () => odt([name, 'Second paragraph'])],
    ['ODS', types.ods, () => ods([name.split(' '), ['Zaur', 'Quliyev']])],
    ['CSV', types.csv, async () => Buffer.from('first;second\n"Aysel";"Mammadova"\n')],
    ['text', types.txt, async () => Buffer.from(`Winners\n${name}\n`)],
  ])('of the type %s is known by its bytes, and its text is read', async (_, type, make) => {
    const found = await readDocumentFile(await make(), type.startsWith('text/') ? type : types.pdf);
    expect(found).toMatchObject({ type, text: 'extracted' });
    expect(inText(found.content)).toContain(name);
    expect(found.pages).toBe(type === types.pdf ? 2 : undefined);
  });

  it.each([
    [
      'DOCX',
      () =>
        docx([], {
          'word/document.xml':
            '<w:document><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Aysel</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Mammadova</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Zaur</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:document>',
        }),
    ],
    [
      'ODT',
      () =>
        odt([], {
          'content.xml':
            '<office:text><table:table-row><table:table-cell><text:p>Aysel</text:p></table:table-cell><table:table-cell><text:p>Mammadova</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Zaur</text:p></table:table-cell></table:table-row></office:text>',
        }),
    ],
  ])('of the type %s has the cells of a row of a table side by side, and the next row apart', async (_, make) => {
    const { content } = await readDocumentFile(await make(), types.pdf);
    expect(content.split(/\n\n/).map((row) => inText(row).trim())).toEqual([name, 'Zaur']);
  });

  it('has what is changed of it in UTF-8, whatever its parts were in', async () => {
    const part = `<?xml version="1.0" encoding="utf-16"?><p><Author>Rashidova</Author><Other>Şəki</Other></p>`;
    const before = await docx(['Text'], {
      'customXml/item1.xml': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(part, 'utf16le')]),
    });
    const { file } = await readDocumentFile(before, types.docx);
    const after = await unpacked(file);
    expect(after).toContain('<?xml version="1.0"?><p><Author></Author><Other>Şəki</Other></p>');
  });

  it.each<[string, Buffer]>([
    ['UTF-16 without its mark', Buffer.from('<?xml version="1.0"?><p><t>Мамедова</t></p>', 'utf16le')],
    ['UTF-16 of the other order', Buffer.from('<p><t>Мамедова</t></p>', 'utf16le').swap16()],
    [
      'Windows-1251',
      Buffer.concat([
        Buffer.from(`<?xml version='1.0' encoding='windows-1251'?><p><t>`),
        Buffer.from([0xcc, 0xe0, 0xec, 0xe5, 0xe4, 0xee, 0xe2, 0xe0]),
        Buffer.from('</t></p>'),
      ]),
    ],
    ['UTF-8, although it says UTF-16', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><p><t>Мамедова</t></p>')],
  ])('has parts in %s compared', async (_, part) => {
    const { content } = await readDocumentFile(await docx(['Text'], { 'word/header1.xml': part }), types.docx);
    expect(content).toContain('Мамедова');
  });

  it.each<[string, Buffer]>([
    ['UTF-7', Buffer.from('<?xml version="1.0" encoding="UTF-7"?><p>+AG8-</p>')],
    ['four bytes each', Buffer.from('<\0\0\0p\0\0\0>\0\0\0', 'latin1')],
  ])('is refused whose parts have letters in %s, which cannot be read', async (_, part) => {
    const file = await docx(['Text'], { 'word/header1.xml': part });
    await expect(readDocumentFile(file, types.docx)).rejects.toMatchObject({ code: 'damaged-document' });
  });

  it('keeps what it is made of', async () => {
    const relationships =
      '<Relationships><Relationship Id="a" Type="x/image" Target="../media/image1.png"/><Relationship Id="b" Type="x/hyperlink" Target="https://example.org/a/b" TargetMode="External"/><Relationship Id="c" Type="x/hyperlink" Target="#Sheet2!A1" TargetMode="External"/></Relationships>';
    const styles = '<styleSheet><numFmt formatCode="\\\\a\\0"/></styleSheet>';
    const sheet = '<worksheet><pageSetup orientation="portrait" paperSize="9"/></worksheet>';
    const parts = {
      'xl/drawings/_rels/drawing1.xml.rels': relationships,
      'xl/styles.xml': styles,
      'xl/worksheets/sheet2.xml': sheet,
      'xl/drawings/drawing1.xml': '<xdr:sp><xdr:cNvPr id="2" name="Slicer 1"/></xdr:sp>',
    };
    const { file } = await readDocumentFile(await xlsx([['Text']], parts), types.xlsx);
    const after = await unpacked(file);
    for (const part of Object.values(parts)) expect(after).toContain(part);
  });

  it('keeps what readers see, although it looks like what tells of people', async () => {
    const formula = '<f>IF(A1,"C:\\data\\x.txt","it\'s C:\\data")</f>';
    const cell = '<c t="inlineStr"><is><t>path = "C:\\data\\x.txt", path = \'/home/nigar/a\'</t></is></c>';
    const comment = '<comments><text><t>author = "Rashidova"</t></text></comments>';
    const table = await xlsx([['Text']], {
      'xl/worksheets/sheet2.xml': `<worksheet>${cell}${formula}</worksheet>`,
      'xl/comments1.xml': comment,
    });
    const ofTable = await unpacked((await readDocumentFile(table, types.xlsx)).file);
    expect(ofTable).toContain(cell);
    expect(ofTable).toContain(comment);
    expect(ofTable).toContain(formula);
    const paragraph =
      '<w:p><wp:docPr descr="File: rooms 1/2 and 3"/><wp:docPr descr=\'of author="Rashidova"\'/><w:t>author="Rashidova" href="C:\\x\\y"</w:t></w:p>';
    const text = await docx([], { 'word/document.xml': paragraph });
    expect(await unpacked((await readDocumentFile(text, types.docx)).file)).toContain(paragraph);
    const shown =
      '<table:table-cell office:string-value="C:\\data\\x.txt"><text:p>C:\\data\\x.txt, xlink:href="../data/x"</text:p></table:table-cell>';
    const sheet = await ods([], { 'content.xml': shown });
    expect(await unpacked((await readDocumentFile(sheet, types.ods)).file)).toContain(shown);
  });

  it('of the type XLSX loses the names of those who have commented', async () => {
    const comments =
      '<comments><authors><author>Sevda Rashidova</author></authors><commentList><comment><text><t>A note</t></text></comment></commentList></comments>';
    const { file, content } = await readDocumentFile(
      await xlsx([['x']], { 'xl/comments/comment1.xml': comments }),
      types.pdf,
    );
    expect(content).toContain('A note');
    expect(`${content} ${await unpacked(file)}`).not.toContain('Rashidova');
  });

  it.each([
    ['DOCX', () => docx(['Text'])],
    ['XLSX', () => xlsx([['Text']])],
    ['ODT', () => odt(['Text'])],
    ['ODS', () => ods([['Text']])],
  ])('of the type %s loses what tells of its authors, and nothing else', async (_, make) => {
    const before = await make();
    expect(await unpacked(before)).toContain('Rashidova');
    const { file, metadata } = await readDocumentFile(before, types.pdf);
    const after = await unpacked(file);
    expect(after).not.toContain('Rashidova');
    expect(after).toContain('Te');
    expect(metadata).toBeUndefined();
    expect((await readDocumentFile(file, types.pdf)).content).toContain('Text');
  });

  it('of the type PDF loses its properties, what it no longer shows, and the names of those who have written notes', async () => {
    const before = await pdf(['Text'], (document) => {
      const { context } = document;
      context.register(context.obj({ Leftover: PDFString.of('Sevda Rashidova') }));
      const note = {
        Type: 'Annot',
        Subtype: 'Text',
        Rect: [0, 0, 9, 9],
        T: PDFString.of('Sevda Rashidova'),
        Contents: PDFString.of('A note'),
      };
      document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(context.obj(note))]));
    });
    const { file, content } = await readDocumentFile(before, types.pdf);
    expect(content).toContain('A note');
    const again = await readDocumentFile(file, types.pdf);
    expect(again.file.length).toBe(file.length);
    const { PDFDocument } = await import('@cantoo/pdf-lib');
    const { context } = await PDFDocument.load(file, { updateMetadata: false });
    expect(context.trailerInfo.Info).toBeUndefined();
    expect(
      context
        .enumerateIndirectObjects()
        .map(([, object]) => object.toString())
        .join('\n'),
    ).not.toContain('Rashidova');
  });

  it('that is signed stays as it is, and says what it tells', async () => {
    const signed = await pdf([name], ({ context, catalog }) => {
      catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: { Type: 'Sig', ByteRange: [0, 1, 2, 3] } }));
    });
    const found = await readDocumentFile(signed, types.pdf);
    expect(Buffer.from(found.file).equals(signed)).toBe(true);
    expect(found.metadata).toContainEqual({ name: 'Author', value: 'Sevda Rashidova' });
    // Readers see it: so it is compared with names, too.
    expect(found.content).toContain('Sevda Rashidova');
  });

  it('that is signed has the names of those who have written notes compared', async () => {
    const signed = await pdf(['Text'], ({ context, catalog }) => {
      catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: { Type: 'Sig', ByteRange: [0, 1, 2, 3] } }));
      const note = { Subtype: 'Text', Rect: [0, 0, 9, 9], T: PDFString.of(name) };
      catalog.set(PDFName.of('Note'), context.register(context.obj(note)));
    });
    expect((await readDocumentFile(signed, types.pdf)).content).toContain(name);
    const commented = await docx(['Text'], {
      '_xmlsignatures/sig1.xml': '<Signature><SignatureValue>eA==</SignatureValue></Signature>',
      'word/comments.xml': `<w:comments><w:comment w:author="${name}"><w:p/></w:comment></w:comments>`,
    });
    expect((await readDocumentFile(commented, types.docx)).content).toContain(name);
  });

  it('without text says so, as a scan does', async () => {
    expect(await readDocumentFile(await pdf(['']), types.pdf)).toMatchObject({ text: 'none', pages: 1 });
    expect(await readDocumentFile(Buffer.from('1;2\n3;4\n'), types.csv)).toMatchObject({ text: 'none' });
  });

  it('with more text than can be compared says so', async () => {
    const lines = Array.from({ length: 60_000 }, (_, n) => `Sətir ${n} mətnlə`).join('\n');
    const { text, content } = await readDocumentFile(Buffer.from(lines), types.csv);
    expect(text).toBe('partial');
    expect(content.length).toBeLessThanOrEqual(1_000_000);
  });

  it('says so, too, where what is looked at repeats itself and the rest does not', async () => {
    const repeated = 'Sətir və mətn\n'.repeat(800_000);
    for (const type of [types.csv, types.txt])
      expect(await readDocumentFile(Buffer.from(`${repeated}${name}\n`), type)).toMatchObject({ text: 'partial' });
    const figures = '12;34;56\n'.repeat(1_500_000);
    const { text, content } = await readDocumentFile(Buffer.from(`${figures}${name};1\n`), types.csv);
    expect([text, inText(content)]).toEqual(['extracted', `${name} 1`]);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffƏli;Quliyev', 'utf16le')],
    ['Windows-1251', Buffer.from([0xcc, 0xe0, 0xec, 0xe5, 0xe4, 0xee, 0xe2, 0xe0, 0x3b, 0xc0])],
  ])('of text in %s becomes UTF-8', async (_, bytes) => {
    const { file, content } = await readDocumentFile(bytes, types.csv);
    expect(Buffer.from(file).toString('utf8')).toMatch(/^\ufeff(Əli;Quliyev|Мамедова;А)$/);
    expect(content).toMatch(/Əli Quliyev|Мамедова А/);
  });
});
