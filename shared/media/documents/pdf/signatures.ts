import { PDFArray, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { dictOf, nameIn } from './objects.ts';

/** Deepest field of a form. */
const maxDepth = 32;

/** The type of a field, which it may have from one that it stands in (ISO 32000-2, 12.7.4.1). */
const fieldType = (dict: PDFDict): string | undefined => {
  let field: PDFDict | undefined = dict;
  for (let depth = 0; field && depth < maxDepth; depth += 1) {
    const type = nameIn(field, 'FT');
    if (type) return type;
    field = dictOf(field.lookup(PDFName.of('Parent')));
  }
  return undefined;
};

const hasRange = (value: PDFObject | undefined): boolean =>
  value instanceof PDFDict && value.lookup(PDFName.of('ByteRange')) instanceof PDFArray;

/**
 * True of a dictionary that is a signature, is the field of one, or holds those of the whole document (ISO 32000-2,
 * 12.8). A `ByteRange` elsewhere signs nothing.
 */
export const isSignature = (dict: PDFDict): boolean => {
  const type = nameIn(dict, 'Type');
  if ((type === 'Sig' || type === 'DocTimeStamp') && hasRange(dict)) return true;
  const value = dict.lookup(PDFName.of('V'));
  if (hasRange(value) && fieldType(dict) === 'Sig') return true;
  const permissions = dictOf(dict.lookup(PDFName.of('Perms')));
  return ['DocMDP', 'UR3', 'UR'].some((key) => hasRange(permissions?.lookup(PDFName.of(key))));
};
