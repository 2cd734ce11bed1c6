/** What programs that draw keep of a drawing: who has made it, and where it lay. */
const telling = [
  /<!--[\s\S]*?-->/g,
  /<((?:\w+:)?metadata)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1\s*>)/g,
  /<((?:sodipodi|inkscape):\w+)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1\s*>)/g,
  /\s(?:sodipodi|inkscape):[\w-]+=(?:"[^"]*"|'[^']*')/g,
];

const pictureWithin = /(data:image\/[\w.+-]+;base64,)([A-Za-z\d+/=\s]+)/g;

/** True of a drawing in SVG. */
export const isSvg = (bytes: Buffer): boolean =>
  /^[\ufeff\s]*<[?!s][\s\S]*<svg\b/.test(bytes.toString('utf8', 0, 4_000));

/** A drawing in SVG without what it tells, and the pictures in it as `clean` gives them. */
export const svgWithoutMetadata = (bytes: Buffer, clean: (picture: Buffer) => Uint8Array): Buffer => {
  const drawn = telling.reduce((svg, pattern) => svg.replace(pattern, ''), bytes.toString('utf8'));
  return Buffer.from(
    drawn.replace(
      pictureWithin,
      (_, head: string, picture: string) =>
        head + Buffer.from(clean(Buffer.from(picture, 'base64'))).toString('base64'),
    ),
  );
};
