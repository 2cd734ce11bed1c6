import { deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { drawObject, PDFDocument, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pictureWithoutMetadata } from '../../../shared/media/documents/pictures/picture-without-metadata.ts';
import { readDocumentFile } from '../../../shared/media/documents/read-document-file.ts';
import { docx, odt, pdf, types } from '../../support/files/documents.ts';

const maker = 'Rashidova';
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${maker}</dc:creator></x:xmpmeta>`;

const drawing = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#a33' } });

const photograph = (format: 'jpeg' | 'png' | 'webp' | 'tiff' | 'avif'): Promise<Buffer> =>
  drawing()
    .withExif({ IFD0: { Artist: maker }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 22/1 33/1' } })
    .withMetadata({ orientation: 6 })
    .withXmp(xmp)
    .toFormat(format)
    .toBuffer();

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A block of a GIF that an application or a person has put there. */
const block = (label: number, ...parts: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from([0x21, label]),
    ...parts.map((part) => Buffer.concat([Buffer.from([part.length]), ascii(part)])),
    Buffer.from([0]),
  ]);

const gif = async (): Promise<Buffer> => {
  const plain = await drawing().gif().toBuffer();
  const begin = 13 + 3 * 2 ** (((plain[10] ?? 0) & 7) + 1);
  const extras = [block(0xfe, maker), block(0xff, 'XMP DataXMP', xmp.slice(0, 200))];
  return Buffer.concat([plain.subarray(0, begin), ...extras, plain.subarray(begin)]);
};

const box = (type: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(8 + content.length);
  return Buffer.concat([length, ascii(type), content]);
};

const comment = Buffer.concat([Buffer.from([0xff, 0x64, 0, 13, 0, 1]), ascii(maker)]);
const size = Buffer.from('ff51000400000000', 'hex').subarray(0, 6);
const codestream = (...extras: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from('ff4f', 'hex'), size, ...extras, Buffer.from('ff90000a00000000000e0001ff93ffd9', 'hex')]);

const jpx = (extras: readonly Buffer[], inCode: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('0000000c6a5020200d0a870a', 'hex'),
    box('ftyp', ascii('jp2 \0\0\0\0jp2 ')),
    ...extras,
    box('jp2h', box('ihdr', Buffer.alloc(14))),
    box('jp2c', codestream(...inCode)),
  ]);

const tellingJpx = (): Buffer =>
  jpx([box('uuid', ascii(`JpgTiffExif->JP2II*\0 ${maker}`)), box('xml ', ascii(xmp))], [comment]);

const svg = `<?xml version="1.0"?><!-- ${maker} --><svg inkscape:export-filename="/home/${maker}/a.png"><metadata id="a"><dc:creator>${maker}</dc:creator></metadata><path d="M0 0"/></svg>`;

const ascii85 = (bytes: Buffer): Buffer => {
  const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  let text = '';
  for (let at = 0; at < padded.length; at += 4) {
    const word = padded.readUInt32BE(at);
    const letters = [4, 3, 2, 1, 0].map((n) => String.fromCharCode(33 + (Math.floor(word / 85 ** n) % 85))).join('');
    text += letters === '!!!!!' && at + 4 <= bytes.length ? 'z' : letters.slice(0, Math.min(5, bytes.length - at + 1));
  }
  return ascii(`${text}~>`);
};

const packers: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  ASCIIHexDecode: (bytes) => ascii(`${bytes.toString('hex')}>`),
  ASCII85Decode: ascii85,
  A85: ascii85,
  FlateDecode: (bytes) => deflateSync(bytes),
};

/** A PDF with a picture whose data are packed by filters, the outermost first. */
const withPicture = async (bytes: Buffer, filters: readonly string[], entries: object = {}): Promise<Buffer> => {
  const packed = filters.slice(0, -1).reduceRight((data, name) => packers[name]?.(data) ?? data, bytes);
  return pdf(['Text'], (document) => {
    const { context } = document;
    const dict = context.obj({
      ...{ Type: 'XObject', Subtype: 'Image', Width: 40, Height: 20, BitsPerComponent: 8, ColorSpace: 'DeviceRGB' },
      ...{ Filter: filters.length === 1 ? filters[0] : filters, ...entries },
    } as never) as never;
    const name = document.getPage(0).node.newXObject('Im', context.register(PDFRawStream.of(dict, packed)));
    document.getPage(0).pushOperators(drawObject(name));
  });
};

const pictureOf = async (file: Uint8Array): Promise<{ filter: string; bytes: Buffer }> => {
  const { context } = await PDFDocument.load(file, { updateMetadata: false });
  const isPicture = (object: PDFObject): object is PDFRawStream =>
    object instanceof PDFRawStream && object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image');
  const stream = context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .find(isPicture);
  return { filter: String(stream?.dict.get(PDFName.of('Filter'))), bytes: Buffer.from(stream?.contents ?? []) };
};

const partOf = async (file: Uint8Array, name: string): Promise<Buffer> => {
  const entries = await new ZipReader(new Uint8ArrayReader(file)).getEntries();
  const entry = entries.find(({ filename }) => filename === name);
  return Buffer.from((await (entry && 'getData' in entry && entry.getData(new Uint8ArrayWriter()))) || []);
};

const pixels = (picture: Buffer): Promise<Buffer> => sharp(picture).raw().toBuffer();

describe('a picture that a PDF has packed once more', () => {
  it.each([
    ['in figures', ['ASCIIHexDecode', 'DCTDecode']],
    ['in letters', ['ASCII85Decode', 'DCTDecode']],
    ['in letters, by a short name', ['A85', 'DCTDecode']],
    ['as text is', ['FlateDecode', 'DCTDecode']],
    ['twice', ['ASCII85Decode', 'FlateDecode', 'DCTDecode']],
    ['not at all', ['DCTDecode']],
  ])('%s loses its place and maker, and keeps its pixels', async (_, filters) => {
    const before = await photograph('jpeg');
    const { file } = await readDocumentFile(await withPicture(before, filters), types.pdf);
    const { filter, bytes } = await pictureOf(file);
    expect(filter).toBe('/DCTDecode');
    expect(bytes.includes(maker)).toBe(false);
    expect((await pixels(bytes)).equals(await pixels(before))).toBe(true);
  });

  it('keeps what says how its colours are to be read', async () => {
    const parameters = { DecodeParms: [null, { ColorTransform: 0 }] };
    const before = await withPicture(await photograph('jpeg'), ['FlateDecode', 'DCTDecode'], parameters);
    const { file } = await readDocumentFile(before, types.pdf);
    const { context } = await PDFDocument.load(file, { updateMetadata: false });
    expect(context.enumerateIndirectObjects().map(String).join()).toContain('/ColorTransform 0');
  });

  it('as JPEG 2000 loses what tells of its maker', async () => {
    for (const filters of [['JPXDecode'], ['FlateDecode', 'JPXDecode']]) {
      const { file } = await readDocumentFile(await withPicture(tellingJpx(), filters), types.pdf);
      expect((await pictureOf(file)).bytes.equals(jpx([], []))).toBe(true);
    }
  });

  it('is refused where it cannot be seen, or becomes too much', async () => {
    const jpeg = await photograph('jpeg');
    const predicted = { DecodeParms: [{ Predictor: 12 }, null] };
    for (const file of [
      await withPicture(jpeg, ['Unknown', 'DCTDecode']),
      await withPicture(jpeg, ['FlateDecode', 'DCTDecode'], predicted),
    ])
      await expect(readDocumentFile(file, types.pdf)).rejects.toMatchObject({ code: 'picture-metadata' });
    const bomb = await withPicture(Buffer.alloc(501 * 1024 * 1024), ['FlateDecode', 'DCTDecode']);
    await expect(readDocumentFile(bomb, types.pdf)).rejects.toMatchObject({ code: 'too-complex' });
  });

  it('among what a page draws is refused if it tells of its maker, and kept if not', async () => {
    const draw = (bytes: Buffer): Promise<Buffer> =>
      pdf(['Text'], (document) => {
        const content = Buffer.concat([
          ascii('q BI /W 40 /H 20 /BPC 8 /CS /RGB /F [/A85 /DCT] ID '),
          ascii85(bytes),
          ascii(' EI Q'),
        ]);
        const { context } = document;
        document.getPage(0).node.addContentStream(context.register(context.flateStream(content)));
      });
    const telling = readDocumentFile(await draw(await photograph('jpeg')), types.pdf);
    await expect(telling).rejects.toMatchObject({ code: 'picture-metadata' });
    const silent = Buffer.from(pictureWithoutMetadata(await drawing().jpeg().toBuffer()));
    expect(await readDocumentFile(await draw(silent), types.pdf)).toMatchObject({ text: 'extracted' });
  });
});

describe('a picture in an Office file', () => {
  it.each([
    ['TIFF', () => photograph('tiff')],
    ['WebP', () => photograph('webp')],
    ['GIF', gif],
    ['JPEG', () => photograph('jpeg')],
    ['PNG', () => photograph('png')],
  ])('is known by its bytes as %s, and loses what it tells and nothing else', async (type, make) => {
    const before = await make();
    expect(before.includes(maker)).toBe(true);
    for (const name of ['media/image1', 'media/image1.bin', 'media/image1.png']) {
      const { file } = await readDocumentFile(await docx(['Text'], { [name]: before }), types.docx);
      const after = await partOf(file, name);
      expect(after.includes(maker)).toBe(false);
      expect(await sharp(after).metadata()).not.toHaveProperty('xmp');
      expect((await pixels(after)).equals(await pixels(before))).toBe(true);
      const { orientation, exif = [] } = await sharp(after).metadata();
      if (type !== 'PNG') expect(orientation).toBe((await sharp(before).metadata()).orientation);
      expect(Buffer.from(exif).length).toBeLessThan(60);
    }
  });

  it.each([
    ['the small picture that JFIF may have', 0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01'],
    ['one in an extension of JFIF', 0xe0, 'JFXX\0\x10'],
    ['what is called as Adobe calls its own', 0xee, 'Adobe\0d\0\0\0\0\x01'],
    ['what only mentions a profile', 0xe2, 'FPXR\0ICC_PROFILE\0'],
  ])('as JPEG loses %s', async (_, marker, head) => {
    const plain = await drawing().jpeg().toBuffer();
    const content = ascii(`${head}${maker}`);
    const segment = Buffer.concat([Buffer.from([0xff, marker, 0, content.length + 2]), content]);
    const before = Buffer.concat([plain.subarray(0, 2), segment, plain.subarray(2)]);
    const { file } = await readDocumentFile(await docx(['Text'], { 'media/a': before }), types.docx);
    const after = await partOf(file, 'media/a');
    expect(after.includes(maker)).toBe(false);
    expect((await pixels(after)).equals(await pixels(plain))).toBe(true);
  });

  it.each(['caBX', 'prVW', 'zzZz', 'tIME'])('as PNG loses the chunk %s', async (type) => {
    const plain = await drawing().png().toBuffer();
    const head = Buffer.alloc(4);
    head.writeUInt32BE(maker.length);
    const chunk = Buffer.concat([head, ascii(type), ascii(maker), Buffer.alloc(4)]);
    const before = Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)]);
    const { file } = await readDocumentFile(await docx(['Text'], { 'media/a': before }), types.docx);
    expect((await partOf(file, 'media/a')).equals(plain)).toBe(true);
  });

  it('that is cut off loses what it tells as well', async () => {
    for (const make of [gif, () => photograph('png'), () => photograph('jpeg')]) {
      const picture = await make();
      const part = picture.subarray(0, picture.length - 10);
      const { file } = await readDocumentFile(await docx(['Text'], { 'media/a': part }), types.docx);
      expect((await partOf(file, 'media/a')).includes(maker)).toBe(false);
    }
  });

  it('that is a drawing loses its maker, and so do the pictures in it', async () => {
    const within = (await photograph('jpeg')).toString('base64');
    const drawn = svg.replace('<path', `<image href="data:image/jpeg;base64,${within}"/><path`);
    const { file } = await readDocumentFile(await docx(['Text'], { 'word/media/a.svg': drawn }), types.docx);
    const after = (await partOf(file, 'word/media/a.svg')).toString();
    expect(after).not.toContain(maker);
    expect(after).toContain('<path d="M0 0"/></svg>');
    const [, picture = ''] = /base64,([^"]+)/.exec(after) ?? [];
    expect(Buffer.from(picture, 'base64').includes(maker)).toBe(false);
  });

  it('that is a drawing loses the folders of what it takes in', async () => {
    const linked = `<image xlink:href="file:///C:/Users/${maker}/a.png"/><use href='/home/${maker}/b.svg#x'/><image href="../../${maker}/c.png"/><image href="..\\${maker}\\d.png"/>`;
    const drawn = svg.replace('<path', `${linked}<path`);
    const { file } = await readDocumentFile(await docx(['Text'], { 'word/media/a.svg': drawn }), types.docx);
    expect((await partOf(file, 'word/media/a.svg')).toString()).toContain(
      `<image xlink:href="a.png"/><use href='b.svg#x'/><image href="../../c.png"/><image href="..\\d.png"/>`,
    );
  });

  it.each([
    ['fill:url(file:///C:/Users/{}/a.svg#x)', 'fill:url(a.svg#x)'],
    ["fill: URL( '/home/{}/a.svg' )", "fill: URL( 'a.svg' )"],
    ['fill:url(&quot;smb://server/{}/a.svg&quot;)', 'fill:url(&quot;a.svg&quot;)'],
    ['fill:url(../../{}/a.svg)', 'fill:url(../../a.svg)'],
    ["fill:url('file:///C:/Users/{} (home)/a.svg')", "fill:url('a.svg')"],
    ['fill:url(&quot;../../{}&apos;s &amp; c/a.svg&quot;)', 'fill:url(&quot;../../a.svg&quot;)'],
    ['fill:url(#pattern)', 'fill:url(#pattern)'],
    ['fill:url(https://example.az/{}/a.svg)', 'fill:url(https://example.az/{}/a.svg)'],
  ])('that is a drawing with the style %s keeps %s', async (given, kept) => {
    const [before, after] = [given, kept].map((style) => style.replace('{}', maker));
    const imported = (folder: string) => `<style>@import "${folder}a.css"; p {}</style>`;
    const styled = (style = '', folder = '') => `<g style="${style}"/>${imported(folder)}<path`;
    const drawn = svg.replace('<path', styled(before, `file:///Users/${maker}/`));
    const { file } = await readDocumentFile(await docx(['Text'], { 'word/media/a.svg': drawn }), types.docx);
    expect((await partOf(file, 'word/media/a.svg')).toString()).toContain(styled(after));
  });

  it.each([
    ['with nothing before it', (drawn: string) => Buffer.from(drawn)],
    ['behind a mark', (drawn: string) => Buffer.from(`\ufeff${drawn}`)],
    ['behind a long licence', (drawn: string) => Buffer.from(`<!-- ${'The licence. '.repeat(2_000)} -->${drawn}`)],
    ['with a prefix', (drawn: string) => Buffer.from(drawn.replaceAll(/(<\/?)svg/g, '$1s:svg'))],
    ['in UTF-16', (drawn: string) => Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${drawn}`, 'utf16le')],
    ['that is packed', (drawn: string) => gzipSync(drawn)],
  ])('that is a drawing %s loses its maker', async (_what, make) => {
    const drawn = svg.slice(svg.indexOf('<svg')).replace('<path', `<image href="/home/${maker}/a.png"/><path`);
    const { file } = await readDocumentFile(await docx(['Text'], { 'media/a': make(drawn) }), types.docx);
    const part = await partOf(file, 'media/a');
    const after = (part[0] === 0x1f ? gunzipSync(part) : part).toString();
    expect(after).not.toContain(maker);
    expect(after).toMatch(/<image href="a.png"\/><path d="M0 0"\/><\/(?:s:)?svg>$/);
    expect(after).not.toContain('UTF-16');
  });

  it('that is a drawing loses the folders of its style sheets', async () => {
    const sheet = (folder = '') => `<?xml-stylesheet href="${folder}a.css" type="text/css"?>`;
    const drawn = sheet(`file:///C:/Users/${maker}/`) + svg;
    const { file } = await readDocumentFile(await docx(['Text'], { 'word/media/a.svg': drawn }), types.docx);
    expect((await partOf(file, 'word/media/a.svg')).toString()).toContain(`${sheet()}<?xml`);
  });

  it('that is a drawing keeps all that is drawn', async () => {
    const [before, after] = [
      '<sodipodi:namedview id="b"><inkscape:page x="0"></inkscape:page></sodipodi:namedview>',
      '<text font-family=\'x\'>inkscape:label="a"</text>',
    ];
    const drawn = svg.replace('<path', `${before}${after}<path`);
    const { file } = await readDocumentFile(await docx(['Text'], { 'word/media/a.svg': drawn }), types.docx);
    expect((await partOf(file, 'word/media/a.svg')).toString()).toBe(
      `<?xml version="1.0"?><svg>${after}<path d="M0 0"/></svg>`,
    );
  });

  it('among the text of LibreOffice loses what it tells', async () => {
    const within = (await photograph('jpeg')).toString('base64');
    const before = await odt([`Text<draw:image><office:binary-data>${within}</office:binary-data></draw:image>`]);
    const { file } = await readDocumentFile(before, types.odt);
    const [, after = ''] = /binary-data>([^<]+)</.exec((await partOf(file, 'content.xml')).toString()) ?? [];
    expect(Buffer.from(after, 'base64').includes(maker)).toBe(false);
    expect(await pixels(Buffer.from(after, 'base64'))).toEqual(await pixels(await photograph('jpeg')));
  });

  it.each([
    ['AVIF or HEIC', () => photograph('avif')],
    ['a film', async () => box('ftyp', ascii('isom\0\0\0\0'))],
    ['a damaged TIFF', async () => (await photograph('tiff')).subarray(0, 200)],
    ['a damaged JPEG', async () => Buffer.concat([ascii('\xff\xd8\xff\xe0\0\x02x'), await photograph('jpeg')])],
    ['another kind, and has a photograph inside', async () => Buffer.concat([ascii('EMF '), await photograph('jpeg')])],
    ['another kind, packed', async () => gzipSync(Buffer.concat([ascii('EMF '), await photograph('jpeg')]))],
  ])('that is %s is refused', async (_, make) => {
    const file = await docx(['Text'], { 'word/media/image1.png': await make() });
    await expect(readDocumentFile(file, types.docx)).rejects.toMatchObject({ code: 'picture-metadata' });
  });

  it('that tells nothing stays as it is, whatever its kind', async () => {
    const emf = Buffer.concat([ascii('\x01\0\0\0'), Buffer.alloc(100), ascii(' EMF')]);
    const { file } = await readDocumentFile(await docx(['Text'], { 'word/media/image1.emf': emf }), types.docx);
    expect((await partOf(file, 'word/media/image1.emf')).equals(emf)).toBe(true);
  });
});
