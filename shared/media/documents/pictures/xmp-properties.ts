import { Parser } from 'htmlparser2';
import type { Property } from '../shared/found-document.ts';

/** Properties of XMP that say who has made something, what it is about, and where it was (ISO 16684-1; IPTC; Exif). */
const telling = new Set([
  ...['dc:creator', 'dc:contributor', 'dc:publisher', 'dc:rights', 'dc:title', 'dc:description', 'dc:subject'],
  ...['pdf:Author', 'pdf:Keywords', 'xmp:Author', 'xmpRights:Owner', 'aux:OwnerName', 'exifEX:CameraOwnerName'],
  ...['photoshop:AuthorsPosition', 'photoshop:CaptionWriter', 'photoshop:Credit', 'photoshop:City'],
  ...['photoshop:Headline', 'photoshop:Source', 'Iptc4xmpCore:Location', 'Iptc4xmpCore:CreatorContactInfo'],
  ...['exif:GPSLatitude', 'exif:GPSLongitude', 'tiff:Artist', 'tiff:Copyright', 'mwg-rs:Name', 'stRef:filePath'],
]);

/** What XMP tells of the author of a file, each property under its name there. */
export const xmpProperties = (xml: string): Property[] => {
  const found: Property[] = [];
  const open: string[] = [];
  const add = (name: string | undefined, text: string): void => {
    const value = text.trim();
    if (name && value) found.push({ name, value });
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push(name);
        for (const [key, value] of Object.entries(attributes)) if (telling.has(key)) add(key, value);
      },
      ontext: (text) =>
        add(
          open.find((name) => telling.has(name)),
          text,
        ),
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return found;
};

const [begin, end] = [Buffer.from('<x:xmpmeta'), Buffer.from('</x:xmpmeta>')];

/** What the XMP within other bytes tells, as pictures hold it. */
export const xmpPropertiesWithin = (bytes: Buffer): Property[] => {
  const found: Property[] = [];
  for (let at = bytes.indexOf(begin); at !== -1; ) {
    const to = bytes.indexOf(end, at);
    if (to === -1) break;
    found.push(...xmpProperties(bytes.toString('utf8', at, to + end.length)));
    at = bytes.indexOf(begin, to);
  }
  return found;
};
