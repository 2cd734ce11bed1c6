import { PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readDocumentFile } from '../../../shared/media/documents/read-document-file.ts';
import { docx, odt, pdf, types, xlsx } from '../../support/files/documents.ts';

const relationship = '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>';
const open = (action: object) => (document: Parameters<NonNullable<Parameters<typeof pdf>[1]>>[0]) => {
  document.catalog.set(PDFName.of('OpenAction'), document.context.obj(action as never));
};

describe('a file is refused', () => {
  it.each<[string, string, () => Promise<Buffer>, string?]>([
    ['that is an image', 'not-a-document', async () => Buffer.from('\x89PNG\r\n\x1a\n')],
    ['that is a program', 'not-a-document', async () => Buffer.from('MZ\x90\x00')],
    ['that is a ZIP file of something else', 'not-a-document', () => odt(['x'], { mimetype: 'application/epub+zip' })],
    ['that is a presentation', 'not-a-document', () => docx(['x'], { '[Content_Types].xml': '<Types/>' })],
    ['of Word before 2007', 'not-a-document', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    [
      'of Word with a password',
      'password-protected',
      async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    [
      'of LibreOffice with a password',
      'password-protected',
      () => odt(['x'], { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
    ],
    ['with macros of Word', 'has-macros', () => docx(['x'], { 'word/vbaProject.bin': 'x' })],
    [
      'with macros under another name',
      'has-macros',
      () => docx(['x'], { '[Content_Types].xml': `<Types>${relationship}</Types>` }),
    ],
    ['with macros of Excel 4', 'has-macros', () => xlsx([['x']], { 'xl/macrosheets/sheet1.xml': '<x/>' })],
    ['with Basic', 'has-macros', () => odt(['x'], { 'Basic/Standard/Module1.xml': '<x/>' })],
    [
      'with a link that runs a script',
      'has-macros',
      () => odt(["<text:a xlink:href = 'vnd.sun.star.script:x'>x</text:a>"]),
    ],
    ['with an event that runs a script', 'has-macros', () => odt(['x'], { 'styles.xml': '<script:event-listener/>' })],
    ['with earlier versions inside', 'has-attachments', () => odt(['x'], { 'Versions/Version1': 'x' })],
    ['with a file inside', 'has-attachments', () => docx(['x'], { 'word/embeddings/oleObject1.bin': 'x' })],
    ['with the tables behind a workbook', 'has-attachments', () => xlsx([['x']], { 'xl/model/item.data': 'x' })],
    ['with a script', 'has-script', () => pdf(['x'], (document) => document.addJavaScript('a', 'app.alert(1)'))],
    [
      'that starts a program',
      'has-script',
      () => pdf(['x'], open({ Type: 'Action', S: 'Launch', F: PDFString.of('cmd.exe') })),
    ],
    [
      'that sends a form',
      'has-script',
      () => pdf(['x'], open({ S: 'SubmitForm', F: PDFString.of('https://example.org') })),
    ],
    [
      'with an attachment',
      'has-attachments',
      async () => pdf(['x'], (document) => document.attach(Buffer.from('x'), 'a.txt')),
    ],
    ['that is cut off', 'damaged-document', async () => (await docx(['x'])).subarray(0, 200)],
    ['that is a PDF by its first bytes only', 'damaged-document', async () => Buffer.from('%PDF-1.7\nnothing')],
    ['that is HTML', 'is-markup', async () => Buffer.from('<!DOCTYPE html><p>x'), types.txt],
    ['that is SVG behind a comment', 'is-markup', async () => Buffer.from('\n<!-- a --><svg onload="x">'), types.csv],
    ['that is XML', 'is-markup', async () => Buffer.from('<?xml version="1.0"?><a/>'), types.csv],
    ['that is binary', 'not-utf-8', async () => Buffer.from([0x41, 0, 0x42]), types.txt],
    [
      'in an unknown encoding',
      'not-utf-8',
      async () => Buffer.from([0x41, 0xe7, 0x61, 0x20, 0x42, 0xf6, 0x6c]),
      types.txt,
    ],
  ])('%s', async (_, code, make, declared = types.pdf) => {
    await expect(readDocumentFile(await make(), declared)).rejects.toMatchObject({ code });
  });

  it('that unpacks to more than it should', async () => {
    const bomb = await docx(['x'], { 'word/bomb.xml': 'a'.repeat(101 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(readDocumentFile(bomb, types.docx)).rejects.toMatchObject({ code: 'too-complex' });
  });
});
