import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import { dictOf, itemsIn, nameIn, partsOf } from './objects.ts';

const layersIn = (dict: PDFDict | undefined, key: string): PDFDict[] =>
  dict ? itemsIn(dict, key).flatMap((layer) => dictOf(layer) ?? []) : [];

/** True of a layer that its usage turns off on screens (ISO 32000-2, 8.11.4.4). */
const isTurnedOff = (layer: PDFDict): boolean => {
  const view = dictOf(dictOf(layer.lookup(PDFName.of('Usage')))?.lookup(PDFName.of('View')));
  return view !== undefined && nameIn(view, 'ViewState') === 'OFF';
};

/** True of a condition that shows something only while layers are off (ISO 32000-2, 8.11.2.2). */
const asksForOff = (dict: PDFDict): boolean => {
  if (nameIn(dict, 'Type') !== 'OCMD') return false;
  if (['AnyOff', 'AllOff'].includes(nameIn(dict, 'P') ?? '')) return true;
  const expression = dict.lookup(PDFName.of('VE'));
  if (!(expression instanceof PDFArray)) return false;
  for (const part of partsOf(expression)) if (part instanceof PDFName && part.decodeText() === 'Not') return true;
  return false;
};

/** True where a reader sees some of what pages draw only after turning a layer on or off (ISO 32000-2, 8.11.4.3). */
export const hasHiddenLayers = (context: PDFContext, objects: readonly (readonly [PDFRef, PDFObject])[]): boolean => {
  const catalog = dictOf(context.lookup(context.trailerInfo.Root));
  const properties = dictOf(catalog?.lookup(PDFName.of('OCProperties')));
  const usual = dictOf(properties?.lookup(PDFName.of('D')));
  if (!properties) return false;
  const all = layersIn(properties, 'OCGs');
  const isOff =
    usual !== undefined && nameIn(usual, 'BaseState') === 'OFF'
      ? all.length > layersIn(usual, 'ON').length
      : layersIn(usual, 'OFF').length > 0;
  if (isOff || layersIn(usual, 'AS').some((one) => layersIn(one, 'OCGs').some(isTurnedOff))) return true;
  return objects.some(([, object]) => {
    for (const part of partsOf(object)) if (part instanceof PDFDict && asksForOff(part)) return true;
    return false;
  });
};
