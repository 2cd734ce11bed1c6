import { PDFName } from '@cantoo/pdf-lib';
import { describe } from 'vitest';
import { pdf } from '../../support/files/documents.ts';
import { type HidingCase, itHides, itHidesNothing } from '../../support/files/hidden-parts.ts';

const layered = (usual: object, usage: object = {}) =>
  pdf(['Text'], ({ catalog, context }) => {
    const layer = context.register(context.obj({ Type: 'OCG', Usage: usage as never }));
    const given = (one: object): object =>
      Object.fromEntries(
        Object.entries(one).map(([key, value]) => [
          key,
          value === 'layer' ? [layer] : key === 'AS' ? (value as object[]).map(given) : value,
        ]),
      );
    catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: given(usual) } as never));
  });

describe('a PDF', () => {
  itHides([
    ['layers of PDF', ['layers'], () => layered({ OFF: 'layer' })],
    [
      'layers of PDF that are off where nothing is said of them',
      ['layers'],
      () => layered({ BaseState: 'OFF', ON: [] }),
    ],
    [
      'layers of PDF that their usage turns off',
      ['layers'],
      () => layered({ AS: [{ Event: 'View', Category: ['View'], OCGs: 'layer' }] }, { View: { ViewState: 'OFF' } }),
    ],
    ...[{ P: 'AllOff' }, { VE: ['Not', null] }].map(
      (condition): HidingCase => [
        `what a PDF shows while layers are off, by ${Object.keys(condition)[0]}`,
        ['layers'],
        () =>
          pdf(['Text'], ({ catalog, context }) => {
            const layer = context.register(context.obj({ Type: 'OCG' }));
            catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: {} }));
            const shown = context.obj({ Type: 'OCMD', OCGs: [layer], ...condition } as never);
            catalog.set(PDFName.of('Shown'), context.register(shown));
          }),
      ],
    ),
  ]);

  itHidesNothing([
    [
      'a layer of PDF on paper only',
      () => layered({ AS: [{ Event: 'Print', Category: ['Print'], OCGs: 'layer' }] }, { Print: { PrintState: 'OFF' } }),
    ],
    ['no layer of PDF', () => layered({ ON: 'layer', BaseState: 'OFF' })],
  ]);
});
