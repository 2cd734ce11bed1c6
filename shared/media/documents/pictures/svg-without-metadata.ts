import { RejectedFileError } from '../../rejected-file-error.ts';
import { decodeXml, inUtf8 } from '../shared/decode-xml.ts';
import type { Property } from '../shared/found-document.ts';
import { withoutFolders, withoutFoldersInStyles, withoutLinkedFolders } from '../shared/local-places.ts';
import { elementsOf, inTags, quoted, withoutPieces } from '../shared/xml-tags.ts';
import { xmpProperties } from './xmp-properties.ts';

/** What programs that draw keep of a drawing beside comments: who has made it, and where it lay. */
const telling = [elementsOf('metadata'), elementsOf(String.raw`\w[\w.-]*`, '(?:sodipodi|inkscape):')];

const ofProgram = new RegExp(String.raw`\s(?:sodipodi|inkscape):[\w-]+\s*=\s*(?:${quoted})`, 'g');

/** What takes the folders out of addresses in a drawing. */
const cleaners = [withoutFolders, withoutLinkedFolders, withoutFoldersInStyles];

const pictureWithin = /(data:image\/[\w.+-]+;base64,)([A-Za-z\d+/=\s]+)/g;

/** Most bytes before the first element of a drawing: licences and lists of entities can be long. */
const headLength = 64 * 1024;

/** True of a drawing in SVG, in whichever encoding and with whichever prefix. */
export const isSvg = (bytes: Buffer): boolean =>
  /^[^<]{0,3}\s*(?:<[?!][\s\S]*)?<(?:[\w.-]+:)?svg\b/.test(
    bytes.toString('latin1', 0, headLength).replaceAll('\0', ''),
  );

/** The text of a drawing. Throws `RejectedFileError` where it is not in the encoding that it says. */
const textOf = (bytes: Buffer): string => {
  try {
    return decodeXml(bytes);
  } catch (cause) {
    throw new RejectedFileError('picture-metadata', { cause });
  }
};

/** A drawing in SVG without what it tells, and the pictures in it as `clean` gives them. */
export const svgWithoutMetadata = (bytes: Buffer, clean: (picture: Buffer) => Uint8Array): Buffer => {
  const left = telling.reduce((svg, piece) => withoutPieces(svg, piece), inUtf8(textOf(bytes)));
  const placeless = cleaners.reduce((svg, withoutPlaces) => withoutPlaces(svg), left);
  const drawn = inTags(placeless, (tag) => tag.replace(ofProgram, ''));
  return Buffer.from(
    drawn.replace(
      pictureWithin,
      (_, head: string, picture: string) =>
        head + Buffer.from(clean(Buffer.from(picture, 'base64'))).toString('base64'),
    ),
  );
};

/** What a drawing in SVG tells of its maker, and where it and what it takes in lay. */
export const svgProperties = (bytes: Buffer): Property[] => {
  const svg = textOf(bytes);
  const found = xmpProperties(svg);
  for (const withoutPlaces of cleaners) withoutPlaces(svg, (value) => found.push({ name: 'file', value }));
  return found;
};
