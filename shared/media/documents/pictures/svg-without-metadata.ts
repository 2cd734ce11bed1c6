import { withoutFolders, withoutFoldersInStyles, withoutLinkedFolders } from '../shared/local-places.ts';
import { elementsOf, inTags, quoted, withoutPieces } from '../shared/xml-tags.ts';

/** What programs that draw keep of a drawing: who has made it, and where it lay. */
const telling = [
  { begin: /<!--/g, endOf: () => /-->/g },
  elementsOf('metadata'),
  elementsOf(String.raw`\w[\w.-]*`, '(?:sodipodi|inkscape):'),
];

const ofProgram = new RegExp(String.raw`\s(?:sodipodi|inkscape):[\w-]+\s*=\s*(?:${quoted})`, 'g');

const pictureWithin = /(data:image\/[\w.+-]+;base64,)([A-Za-z\d+/=\s]+)/g;

/** True of a drawing in SVG. */
export const isSvg = (bytes: Buffer): boolean =>
  /^[\ufeff\s]*<[?!s][\s\S]*<svg\b/.test(bytes.toString('utf8', 0, 4_000));

/** A drawing in SVG without what it tells, and the pictures in it as `clean` gives them. */
export const svgWithoutMetadata = (bytes: Buffer, clean: (picture: Buffer) => Uint8Array): Buffer => {
  const left = telling.reduce((svg, piece) => withoutPieces(svg, piece), bytes.toString('utf8'));
  const placeless = [withoutFolders, withoutLinkedFolders, withoutFoldersInStyles].reduce(
    (svg, clean) => clean(svg),
    left,
  );
  const drawn = inTags(placeless, (tag) => tag.replace(ofProgram, ''));
  return Buffer.from(
    drawn.replace(
      pictureWithin,
      (_, head: string, picture: string) =>
        head + Buffer.from(clean(Buffer.from(picture, 'base64'))).toString('base64'),
    ),
  );
};
