import { type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readDocumentFile } from '../../../shared/media/documents/read-document-file.ts';
import { pdf, types } from '../../support/files/documents.ts';

type Change = (document: PDFDocument) => void;

/** A PDF whose catalogue has an entry. */
const withEntry =
  (key: string, value: object): Change =>
  ({ catalog, context }) =>
    catalog.set(PDFName.of(key), context.obj(value as never));

/** A PDF with an annotation on its page. */
const withAnnotation =
  (annotation: object): Change =>
  (document) => {
    const { context } = document;
    const made = context.obj({ Rect: [0, 0, 9, 9], ...annotation } as never);
    document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(made)]));
  };

const link = (uri: string): Change =>
  withAnnotation({ Subtype: 'Link', A: { S: 'URI', URI: PDFHexString.fromText(uri) } });

const launch = { S: 'Launch', Win: { F: PDFString.of('cmd.exe'), P: PDFString.of('/c calc') } };

const read = async (change: Change) => readDocumentFile(await pdf(['Text'], change), types.pdf);

describe('a PDF is refused', () => {
  it.each<[string, Change]>([
    ['that starts a program of Windows when it is opened', withEntry('OpenAction', launch)],
    ['that starts a program of Unix', withEntry('OpenAction', { S: 'Launch', Unix: { F: PDFString.of('/bin/sh') } })],
    [
      'that starts a program after something harmless',
      withEntry('OpenAction', { S: 'Named', N: 'NextPage', Next: [{ S: 'Named', N: 'NextPage', Next: launch }] }),
    ],
    ['that starts a program when it is printed', withEntry('AA', { WP: launch })],
    [
      'that starts a program by an object that is referred to',
      ({ catalog, context }) =>
        catalog.set(PDFName.of('OpenAction'), context.register(context.obj([context.register(context.obj(launch))]))),
    ],
    [
      'whose kind of action is an object that is referred to',
      ({ catalog, context }) =>
        catalog.set(PDFName.of('OpenAction'), context.obj({ S: context.register(PDFName.of('Launch')) })),
    ],
    ['that starts a program by a link', withAnnotation({ Subtype: 'Link', A: launch })],
    ['that plays a rendition', withAnnotation({ Subtype: 'Link', A: { S: 'Rendition', OP: 0 } })],
    ['that runs rich media', withAnnotation({ Subtype: 'Link', PA: { S: 'RichMediaExecute', CMD: {} } })],
    ['with an action that nobody knows', withEntry('OpenAction', { S: 'Explode' })],
    ['that opens another file', withAnnotation({ Subtype: 'Link', A: { S: 'GoToR', D: [0, 'Fit'] } })],
    ['that takes in data', withEntry('OpenAction', { S: 'ImportData' })],
    ['with a script in the names', withEntry('Names', { JavaScript: { Names: [] } })],
    ['with a form of XFA', withEntry('AcroForm', { Fields: [], XFA: [] })],
    ['with a link that is a script', link('javascript:alert(1)')],
    ['with a link that is a script in disguise', link(' java\nscript:alert(1)')],
    ['with a link to a file', link('file:///C:/Users/Rashidova/qaydalar.doc')],
    ['with a link to a file of the network', link('\\\\server\\share\\a.exe')],
    ['with a link that another program opens', link('search-ms:query=a')],
    ['whose links begin with a file', withEntry('URI', { Base: PDFString.of('file:///C:/') })],
  ])('%s', async (_, change) => {
    await expect(read(change)).rejects.toMatchObject({ code: 'has-script' });
  });

  it.each<[string, Change]>([
    ['with an attachment that is an annotation', withAnnotation({ Subtype: 'FileAttachment' })],
    ['with a film', withAnnotation({ Subtype: 'Movie' })],
    ['with a screen', withAnnotation({ Subtype: 'Screen' })],
    ['with rich media that have no place', withEntry('Media', { Subtype: 'RichMedia' })],
    ['with a model', withAnnotation({ Subtype: '3D' })],
  ])('%s', async (_, change) => {
    await expect(read(change)).rejects.toMatchObject({ code: 'has-attachments' });
  });
});

describe('a PDF is taken', () => {
  it.each<[string, Change]>([
    [
      'that opens at a page',
      (document) => {
        const fit = document.context.obj([document.getPage(0).ref, 'Fit']);
        document.catalog.set(PDFName.of('OpenAction'), fit);
      },
    ],
    ['that goes to a page', withEntry('OpenAction', { S: 'GoTo', D: [0, 'Fit'] })],
    ['with a link', link('https://example.org/a?b=file:c')],
    ['with an address of mail', link('mailto:info@example.org')],
    ['with a link within the site', link('../qaydalar#a:b')],
    [
      'with bookmarks',
      withEntry('Outlines', { First: { Title: PDFString.of('One'), Next: { Title: PDFString.of('Two') } } }),
    ],
    [
      'whose structure has attributes',
      withEntry('StructTreeRoot', { K: { S: 'Table', A: [{ O: 'Table', RowSpan: 2 }, 0], K: { S: 'Sound' } } }),
    ],
  ])('%s', async (_, change) => {
    expect(await read(change)).toMatchObject({ text: 'extracted' });
  });
});
