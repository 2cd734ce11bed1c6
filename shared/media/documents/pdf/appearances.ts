import { PDFDict, type PDFDocument, PDFName, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { dictOf, partsOf } from './objects.ts';

/** How a document is written: at once, and with nothing that it did not have. */
export const asOneFile = {
  ...{ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false },
  objectsPerTick: Number.POSITIVE_INFINITY,
};

/** How notes, stamps and fields look (ISO 32000-2, 12.5.5): one drawing, or one for each state. */
const appearancesOf = (dict: PDFDict): PDFRef[] => {
  const looks = dictOf(dict.lookup(PDFName.of('AP')));
  return ['N', 'R', 'D'].flatMap((key) => {
    const look = looks?.get(PDFName.of(key));
    const found = dict.context.lookup(look);
    if (found instanceof PDFStream) return look instanceof PDFRef ? [look] : [];
    const states = found instanceof PDFDict ? found.values() : [];
    return states.flatMap((state) =>
      state instanceof PDFRef && dict.context.lookup(state) instanceof PDFStream ? [state] : [],
    );
  });
};

/** The page that a drawing is read on: what lies outside is not read, and one begins anywhere. */
const anywhere = [-1_000_000, -1_000_000, 1_000_000, 1_000_000];

/** Most of these drawings that are read. */
const maxLooks = 5_000;

/** Where the words of notes, stamps and fields can be read as those of pages are. */
export interface NotesAsPages {
  /** The document with a page more for each of them, behind its own. Absent where there are none. */
  readonly file?: Uint8Array;
  /** True where there are more than are read, or the document takes no more pages. */
  readonly isCut?: boolean;
}

/** Puts each of these drawings on a page of its own: what readers see of a stamp is none of its page. */
export const notesAsPages = async (document: PDFDocument): Promise<NotesAsPages> => {
  const { context } = document;
  const looks = new Map<string, PDFRef>();
  for (const [, object] of context.enumerateIndirectObjects())
    for (const part of partsOf(object)) {
      const dict = dictOf(part);
      for (const look of dict?.has(PDFName.of('AP')) ? appearancesOf(dict) : []) looks.set(look.tag, look);
    }
  if (looks.size === 0) return {};
  try {
    for (const look of [...looks.values()].slice(0, maxLooks)) {
      // Readers draw it whatever it says that it is; on a page, only a form is drawn.
      dictOf(context.lookup(look))?.set(PDFName.of('Subtype'), PDFName.of('Form'));
      const { node } = document.addPage();
      node.set(PDFName.of('MediaBox'), context.obj(anywhere));
      node.set(PDFName.of('Resources'), context.obj({ XObject: { Look: look } }));
      node.set(PDFName.of('Contents'), context.register(context.stream('/Look Do')));
    }
    return { file: await document.save(asOneFile), isCut: looks.size > maxLooks };
  } catch {
    // Its list of pages is damaged, although it can be read.
    return { isCut: true };
  }
};
