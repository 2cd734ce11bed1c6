import { gzipSync } from 'node:zlib';
import { type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readDocumentFile } from '../../../shared/media/documents/read-document-file.ts';
import { documentRefusal } from '../../../shared/publishing/files/document-refusal.ts';
import { docx, odt, pdf, types, xlsx } from '../../support/files/documents.ts';

const author = 'Sevda Rashidova';

const xmp = `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description photoshop:CaptionWriter="Nigar">
<dc:creator><rdf:Seq><rdf:li>${author}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;

const photograph = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#a33' } })
    .withExif({
      IFD0: { Artist: author, Model: 'X100' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 22/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '49/1 50/1 0/1' },
    })
    .jpeg()
    .toBuffer();

const byteRange = [0, 1, 2, 3];

/** Signs by a field of a form. */
const sign = ({ catalog, context }: PDFDocument): void => {
  const value = context.register(context.obj({ ByteRange: byteRange, Contents: PDFString.of('x') }));
  const parent = context.register(context.obj({ FT: 'Sig' }));
  const field = context.register(context.obj({ Parent: parent, V: value }));
  catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field] }));
};

const withoutProperties = (document: PDFDocument): void => {
  document.context.trailerInfo.Info = undefined;
};

const withXmp = ({ catalog, context }: PDFDocument): void => {
  const stream = context.flateStream(xmp, { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
};

const signatures = { '_xmlsignatures/sig1.xml': '<Signature><SignatureValue>eA==</SignatureValue></Signature>' };

describe('a signed PDF', () => {
  it('says what its XMP tells of its authors', async () => {
    const signed = await pdf(['Text'], (document) => {
      sign(document);
      withXmp(document);
      withoutProperties(document);
    });
    const found = await readDocumentFile(signed, types.pdf);
    expect(Buffer.from(found.file).equals(signed)).toBe(true);
    expect(found.metadata).toEqual([
      { name: 'photoshop:CaptionWriter', value: 'Nigar' },
      { name: 'dc:creator', value: author },
    ]);
    expect(documentRefusal(found)).toMatchObject({ code: 'fileShowsAuthors' });
    expect(found.content).toContain(author);
  });

  it('says what the pictures in it tell of their place and maker', async () => {
    const picture = await photograph();
    const signed = await pdf(['Text'], async (document) => {
      document.getPage(0).drawImage(await document.embedJpg(picture));
      sign(document);
      withoutProperties(document);
    });
    const { metadata } = await readDocumentFile(signed, types.pdf);
    expect(metadata).toEqual(
      expect.arrayContaining([
        { name: 'Exif', value: 'X100' },
        { name: 'Artist', value: author },
        { name: 'GPS', value: '40.37500, 49.83333' },
      ]),
    );
  });

  it('must be confirmed although it says nothing', async () => {
    const signed = await pdf(['Text'], (document) => {
      sign(document);
      withoutProperties(document);
    });
    const found = await readDocumentFile(signed, types.pdf);
    expect(found.metadata).toEqual([]);
    expect(documentRefusal(found)).toMatchObject({ code: 'fileSigned' });
    expect(documentRefusal({ ...found, text: 'none' })).toMatchObject({ code: 'fileNotRead' });
  });

  it('says who has written notes, and no more than can be looked at', async () => {
    const signed = await pdf(['Text'], (document) => {
      sign(document);
      document.setTitle('x'.repeat(100_000));
      const notes = Array.from({ length: 1_000 }, (_, n) => ({
        Subtype: 'Text',
        Rect: [0, 0, 9, 9],
        T: PDFString.of(`Writer ${n}`),
      }));
      document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj(notes as never));
    });
    const { metadata = [] } = await readDocumentFile(signed, types.pdf);
    expect(metadata).toContainEqual({ name: 'Annotation', value: expect.stringMatching(/^Writer \d+$/) });
    expect(JSON.stringify(metadata).length).toBeLessThan(50_000);
  });
});

describe('a PDF that only looks signed', () => {
  it('loses what it tells', async () => {
    const before = await pdf(['Text'], (document) => {
      withXmp(document);
      document.catalog.set(PDFName.of('Stray'), document.context.obj({ ByteRange: byteRange }));
    });
    const found = await readDocumentFile(before, types.pdf);
    expect(Buffer.from(found.file).equals(before)).toBe(false);
    expect(found).not.toHaveProperty('metadata');
    expect(documentRefusal(found)).toBeUndefined();
  });
});

describe('a signed Office file', () => {
  it.each([
    ['DOCX', (parts: Record<string, string | Buffer>) => docx(['Text'], { ...signatures, ...parts }), types.docx],
    [
      'ODT',
      (parts: Record<string, string | Buffer>) =>
        odt(['Text'], {
          'META-INF/documentsignatures.xml': signatures['_xmlsignatures/sig1.xml'],
          ...parts,
        }),
      types.odt,
    ],
  ])('of the type %s says what it tells, its pictures too, and must be confirmed', async (_, make, type) => {
    const drawing = `<svg><metadata><dc:creator>${author}a</dc:creator></metadata><g style="fill:url(../Nigar/a.png)"/><image href="/home/Nigar/b.png"/></svg>`;
    const packed = gzipSync('<svg><image href="/home/Nigar/c.png"/></svg>');
    const signed = await make({ 'media/image1.bin': await photograph(), 'media/a.svg': drawing, 'media/b': packed });
    const found = await readDocumentFile(signed, type);
    expect(Buffer.from(found.file).equals(signed)).toBe(true);
    expect(found.metadata).toContainEqual({ name: 'GPS', value: '40.37500, 49.83333' });
    const told = found.metadata?.map(({ value }) => value);
    expect(told).toEqual(
      expect.arrayContaining([author, `${author}a`, '../Nigar/a.png', '/home/Nigar/b.png', '/home/Nigar/c.png']),
    );
    expect(documentRefusal(found)).toMatchObject({ code: 'fileShowsAuthors' });
    const silent = await make({
      'docProps/core.xml': '<x/>',
      'docProps/app.xml': '<x/>',
      'meta.xml': '<x/>',
      'content.xml': '<text:p>Text</text:p>',
      'word/document.xml': '<w:p><w:t>Text</w:t></w:p>',
    });
    const bare = await readDocumentFile(silent, type);
    expect(bare.metadata).toEqual([]);
    expect(documentRefusal(bare)).toMatchObject({ code: 'fileSigned' });
  });

  it('says where it lay, who has refreshed it, and which printer it knew', async () => {
    const sheet = await xlsx([['Text']], {
      ...signatures,
      'xl/pivotCache/pivotCacheDefinition1.xml': '<x refreshedBy="Nigar"/>',
      'xl/externalLinks/externalLink1.xml': `<x path='C:\\Users\\Nigar\\a.xlsx'/>`,
    });
    const { metadata } = await readDocumentFile(sheet, types.xlsx);
    expect(metadata).toContainEqual({ name: 'refreshedBy', value: 'Nigar' });
    expect(metadata).toContainEqual({ name: 'file', value: 'C:\\Users\\Nigar\\a.xlsx' });
    const linked = await docx(['Text'], {
      ...signatures,
      'word/_rels/settings.xml.rels':
        '<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="file:///C:\\Nigar\\a.dotm" TargetMode="External"/><Relationship Id="b" Type="x/hyperlink" Target="https://example.org/a/b" TargetMode="External"/></Relationships>',
      'word/settings.xml':
        '<w:settings><w:mailMerge><w:connectString w:val="Data Source=Nigar"/></w:mailMerge></w:settings>',
    });
    const { metadata: ofText } = await readDocumentFile(linked, types.docx);
    expect(ofText?.filter(({ name }) => name === 'file' || name === 'connectString')).toEqual([
      { name: 'file', value: 'file:///C:\\Nigar\\a.dotm' },
      { name: 'connectString', value: 'Data Source=Nigar' },
    ]);
    const text = await odt(
      ['<draw:image xlink:href="file:///home/nigar/a.jpg"/><draw:image xlink:href="../../nigar/b.jpg"/>'],
      {
        'META-INF/documentsignatures.xml': signatures['_xmlsignatures/sig1.xml'],
        'settings.xml': '<config:config-item config:name="PrinterName">Nigar</config:config-item>',
      },
    );
    const told = (await readDocumentFile(text, types.odt)).metadata;
    expect(told).toContainEqual({ name: 'PrinterName', value: 'Nigar' });
    expect(told).toContainEqual({ name: 'file', value: 'file:///home/nigar/a.jpg' });
    expect(told).toContainEqual({ name: 'file', value: '../../nigar/b.jpg' });
  });

  it('says its own properties, and who has changed its text', async () => {
    const signed = await docx(['Text'], {
      ...signatures,
      'docProps/custom.xml': '<Properties><property name="Owner"><vt:lpwstr>Nigar</vt:lpwstr></property></Properties>',
    });
    const { metadata } = await readDocumentFile(signed, types.docx);
    expect(metadata).toContainEqual({ name: 'Owner', value: 'Nigar' });
    expect(metadata).toContainEqual({ name: 'author', value: author });
  });
});

describe('an Office file that only looks signed', () => {
  it.each([
    ['DOCX', () => docx(['Text'], { '_xmlsignatures/a.xml': '<x/>' }), types.docx],
    ['ODT', () => odt(['Text'], { 'META-INF/documentsignatures.xml': '<document-signatures/>' }), types.odt],
  ])('of the type %s loses what it tells', async (_, make, type) => {
    const before = await make();
    const found = await readDocumentFile(before, type);
    expect(Buffer.from(found.file).equals(before)).toBe(false);
    expect(found).not.toHaveProperty('metadata');
  });
});
