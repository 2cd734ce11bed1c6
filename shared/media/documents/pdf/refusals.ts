import { type PDFDict, PDFName } from '@cantoo/pdf-lib';
import { RejectedFileError } from '../../rejected-file-error.ts';
import { dictOf, itemsIn, nameIn, textIn } from './objects.ts';

/** Actions that only move within the document or follow a link (ISO 32000-2, 12.6.4). */
const harmlessActions = new Set([
  ...['GoTo', 'URI', 'Named', 'Hide', 'Thread', 'Trans', 'GoTo3DView', 'SetOCGState', 'ResetForm', 'GoToDp'],
]);

/** Actions by whose name alone they are known, wherever they stand: no structure of a text is called so. */
const harmfulActions = new Set([
  ...['Launch', 'JavaScript', 'ImportData', 'SubmitForm', 'GoToR', 'GoToE', 'Rendition', 'RichMediaExecute'],
]);

/** Actions that share their names with what a structure may be called, and the entries that tell them apart. */
const [mediaActions, actionEntries] = [new Set(['Movie', 'Sound']), ['F', 'D', 'URI', 'N', 'Sound', 'Operation']];

/** Where actions stand (ISO 32000-2, 12.6.2 and 12.6.3); the last has one for each of several triggers. */
const [actionKeys, triggersKey] = [['OpenAction', 'A', 'PA', 'Next', 'AA'], 'AA'];

/** What a link may lead to: a page of the web, or an address to write to or to call. */
const harmlessSchemes = new Set(['http', 'https', 'mailto', 'tel']);

/** Media that are played, and annotations that hold a file. */
const mediaAnnotations = new Set(['RichMedia', 'Screen', 'Movie', 'Sound', '3D', 'FileAttachment']);

/** The actions under the keys of a dictionary. `Type` says nothing of them: writers may leave it out. */
function* actionsIn(dict: PDFDict): Generator<PDFDict> {
  for (const key of actionKeys)
    for (const item of itemsIn(dict, key)) {
      const found = dictOf(item);
      if (!found) continue;
      yield found;
      if (key !== triggersKey) continue;
      for (const trigger of found.keys()) {
        const action = dictOf(found.lookup(trigger));
        if (action) yield action;
      }
    }
}

const isHarmful = (action: string | undefined): boolean => action !== undefined && !harmlessActions.has(action);

/** True where readers would do more than open a page. Browsers leave out blanks and control characters. */
const isHarmfulLink = (uri: string): boolean => {
  const address = uri.replace(/[\p{Cc}\s]/gu, '');
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(address) ?? [];
  return scheme ? !harmlessSchemes.has(scheme.toLowerCase()) : /^[\\/]{2}/.test(address);
};

const hasScript = (dict: PDFDict): boolean => {
  const has = (key: string): boolean => dict.has(PDFName.of(key));
  if (has('JS') || has('JavaScript') || has('XFA')) return true;
  const action = nameIn(dict, 'S');
  if (action !== undefined && harmfulActions.has(action)) return true;
  if (nameIn(dict, 'Type') === 'Action' && isHarmful(action)) return true;
  if (action !== undefined && mediaActions.has(action) && actionEntries.some(has)) return true;
  for (const found of actionsIn(dict)) if (isHarmful(nameIn(found, 'S'))) return true;
  return [textIn(dict, 'URI'), textIn(dict, 'Base')].some((uri) => uri !== undefined && isHarmfulLink(uri));
};

const hasAttachment = (dict: PDFDict): boolean =>
  ['EmbeddedFiles', 'EF'].some((key) => dict.has(PDFName.of(key))) ||
  nameIn(dict, 'Type') === 'EmbeddedFile' ||
  mediaAnnotations.has(nameIn(dict, 'Subtype') ?? '');

/**
 * Refuses a dictionary of a PDF that holds a script, an action that leaves the document, a link that is none to a page,
 * or a file. Throws `RejectedFileError`.
 */
export const refuseActive = (dict: PDFDict): void => {
  if (hasScript(dict)) throw new RejectedFileError('has-script');
  if (hasAttachment(dict)) throw new RejectedFileError('has-attachments');
};
