import { getDocumentProxy } from 'unpdf';
import { RejectedFileError } from '../../rejected-file-error.ts';
import { asHidden, type FoundDocument, maxReadLength } from '../shared/found-document.ts';
import { cleanPdf } from './clean-pdf.ts';

/** Most pages of a PDF. */
const maxPages = 5_000;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const open = async (file: Uint8Array): Promise<Pdf> => {
  try {
    // A copy: the library takes the bytes that it gets.
    return await getDocumentProxy(new Uint8Array(file), {
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: 0,
    });
  } catch (cause) {
    const isProtected = cause instanceof Error && cause.name === 'PasswordException';
    throw new RejectedFileError(isProtected ? 'password-protected' : 'damaged-document', { cause });
  }
};

/** The text of a page, line by line; a word that is parted at the end of a line is read as one. */
const textOfPage = async (pdf: Pdf, number: number): Promise<string> => {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
};

/** The texts of the pages from a number on, until they are more than is looked at. Throws `RejectedFileError`. */
const textsOfPages = async (pdf: Pdf, first: number): Promise<string[]> => {
  const found: string[] = [];
  let length = 0;
  for (let number = first; number <= pdf.numPages && length <= maxReadLength; number += 1) {
    try {
      const text = await textOfPage(pdf, number);
      length += text.length;
      found.push(text);
    } catch (cause) {
      throw new RejectedFileError('damaged-document', { cause });
    }
  }
  return found;
};

/** A PDF: its pages are read as they will be published. Throws `RejectedFileError`. */
export const readPdf = async (bytes: Uint8Array): Promise<FoundDocument> => {
  const { file, texts, metadata, notes, hasHiddenLayers } = await cleanPdf(bytes);
  const pdf = await open(file);
  const pages = pdf.numPages;
  if (pages > maxPages) throw new RejectedFileError('too-complex');
  if (pages < 1) throw new RejectedFileError('damaged-document');
  const found = await textsOfPages(pdf, 1);
  const drawn = notes.file && (await open(notes.file));
  const noted = drawn ? await textsOfPages(drawn, pages + 1) : [];
  const isNotedWhole = pages + noted.length === (drawn?.numPages ?? pages) && notes.isCut !== true;
  return {
    type: 'application/pdf',
    file,
    pages,
    content: found.join('\n\n'),
    beside: [...texts, ...noted].join('\n\n'),
    isCut: found.length < pages || !isNotedWhole,
    ...(metadata && { metadata }),
    ...asHidden(hasHiddenLayers ? ['layers'] : []),
  };
};
