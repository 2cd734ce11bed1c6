import { describe } from 'vitest';
import { odt } from '../../support/files/documents.ts';
import { type HidingCase, itHides, itHidesNothing } from '../../support/files/hidden-parts.ts';

/** Styles of LibreOffice of which one hides its text, and the other is based on it. */
const hidingStyles = (family: string) =>
  `<office:styles><style:style style:name="B" style:parent-style-name="A" style:family="${family}"/><style:style style:name="A" style:family="${family}"><style:text-properties text:display="none"/></style:style></office:styles>`;

/** A style that a program has named: it hides its text, or is based on another one. */
const automaticStyle = (family: string, display: string, parent = '') =>
  `<office:automatic-styles><style:style style:name="T1" style:family="${family}" style:parent-style-name="${parent}"><style:text-properties ${display}/></style:style></office:automatic-styles>`;

const [none, red] = ['text:display="none"', 'fo:color="#ff0000"'];

const styledSpan = '<text:p><text:span text:style-name="T1">x</text:span></text:p>';

describe('a text of LibreOffice', () => {
  itHides([
    ...['drawooo:display="none"', 'drawooo:display="printer"', 'draw:display="none"'].map(
      (display): HidingCase => [
        `drawings of ODT by ${display}`,
        ['drawings'],
        () => odt([`<draw:custom-shape ${display}><text:p>x</text:p></draw:custom-shape>`]),
      ],
    ),
    [
      'text of ODT by its style',
      ['text'],
      () => odt(['<text:span text:style-name="B">x</text:span>'], { 'styles.xml': hidingStyles('text') }),
    ],
    [
      'text of the header of ODT by its style',
      ['text'],
      () =>
        odt(['x'], {
          'styles.xml': `<x>${hidingStyles('paragraph')}<style:header><text:p text:style-name="A">x</text:p></style:header></x>`,
        }),
    ],
    [
      'text of ODT by a style of that name in its own part only',
      ['text'],
      () =>
        odt([], {
          'content.xml': `<x>${automaticStyle('text', none)}${styledSpan}</x>`,
          'styles.xml': automaticStyle('text', red),
          'Object 1/content.xml': automaticStyle('text', red),
        }),
    ],
    [
      'text of an object in ODT by its own style',
      ['text'],
      () =>
        odt(['x'], {
          'styles.xml': automaticStyle('text', red),
          'Object 1/content.xml': styledSpan,
          'Object 1/styles.xml':
            '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>',
        }),
    ],
    [
      'text of ODT by a style of that name in its own family only',
      ['text'],
      () =>
        odt([], {
          'content.xml': `<x>${automaticStyle('text', none)}${automaticStyle('paragraph', red)}${styledSpan}</x>`,
        }),
    ],
    [
      'text of ODT by the style that one of the same name is based on',
      ['text'],
      () =>
        odt([], {
          'content.xml': `<x>${automaticStyle('text', red, 'T1')}${styledSpan}</x>`,
          'styles.xml': `<x><style:style style:name="T1" style:family="text"><style:text-properties ${none}/></style:style>${automaticStyle('text', red)}</x>`,
        }),
    ],
    [
      'text of ODT by what is said of all paragraphs',
      ['text'],
      () =>
        odt(['x'], {
          'styles.xml': `<style:default-style style:family="paragraph"><style:text-properties ${none}/></style:default-style>`,
        }),
    ],
    [
      'a section of ODT',
      ['text'],
      () => odt(['<text:section text:display="condition" text:is-hidden="true"><text:p>x</text:p></text:section>']),
    ],
    ['text of ODT', ['text'], () => odt(['<text:hidden-text text:string-value="x"/>'])],
    [
      'deleted text of ODT',
      ['deletedText'],
      () => odt(['<text:tracked-changes><text:deletion/></text:tracked-changes>']),
    ],
  ]);

  itHidesNothing([
    ['no text of ODT, although a style would', () => odt(['x'], { 'styles.xml': hidingStyles('paragraph') })],
    [
      'no text of ODT, although a style of that name does in another part',
      () =>
        odt([], {
          'content.xml': `<x>${automaticStyle('text', red)}${styledSpan}</x>`,
          'styles.xml': `<x>${automaticStyle('text', none)}<text:p>x</text:p></x>`,
        }),
    ],
    [
      'no text of ODT, although a style of that name in another family does',
      () => odt([], { 'content.xml': `<x>${automaticStyle('paragraph', none)}${styledSpan}</x>` }),
    ],
    [
      'a section of ODT while something else holds',
      () => odt(['<text:section text:display="condition"><text:p>x</text:p></text:section>']),
    ],
    ['no drawing of ODT', () => odt(['<draw:frame drawooo:display="screen"/><draw:frame draw:display="always"/>'])],
  ]);
});
