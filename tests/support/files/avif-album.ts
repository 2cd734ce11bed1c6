import sharp from 'sharp';

const u16 = (value: number): Buffer => Buffer.of(value >> 8, value & 255);

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** A box of ISO/IEC 14496-12: length, type and content. */
const box = (type: string, ...content: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
};

const versionedBox = (type: string, version: number, ...content: readonly Buffer[]): Buffer =>
  box(type, u32(version << 24), ...content);

/** The contents of the boxes that follow each other, by their types. */
const boxesIn = (bytes: Buffer) => {
  const found = new Map<string, Buffer>();
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
    found.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + bytes.readUInt32BE(at)));
  }
  return (type: string): Buffer => found.get(type) ?? Buffer.alloc(0);
};

const avifOf = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 400, channels: 3, background } })
    .avif({ effort: 0 })
    .toBuffer();

/** An AVIF of two pictures of 640 × 400 pixels, each of a colour: the second one is the primary. */
export const avifAlbum = async (first: string, primary: string): Promise<Buffer> => {
  const one = boxesIn(await avifOf(first));
  const meta = boxesIn(one('meta').subarray(4));
  const properties = boxesIn(meta('iprp'));
  const associations = properties('ipma').subarray(10);
  const pictures = [one('mdat'), boxesIn(await avifOf(primary))('mdat')];
  const ids = [u16(1), u16(2)];
  const count = u16(ids.length);
  const sizes = pictures.map(({ length }) => length);
  const headFor = (start: number): Buffer => {
    const places = ids.flatMap((id, n) => {
      const at = start + (n === 0 ? 0 : (sizes[0] ?? 0));
      return [id, u16(0), u16(1), u32(at), u32(sizes[n] ?? 0)];
    });
    const infos = ids.map((id) => versionedBox('infe', 2, id, u16(0), Buffer.from('av01\0')));
    const propertiesOf = ids.flatMap((id) => [id, associations]);
    return Buffer.concat([
      box('ftyp', one('ftyp')),
      versionedBox(
        'meta',
        0,
        box('hdlr', meta('hdlr')),
        versionedBox('pitm', 0, u16(2)),
        versionedBox('iloc', 0, Buffer.of(0x44, 0), count, ...places),
        versionedBox('iinf', 0, count, ...infos),
        box('iprp', box('ipco', properties('ipco')), versionedBox('ipma', 0, u32(ids.length), ...propertiesOf)),
      ),
    ]);
  };
  // Its length is the same wherever the pictures begin.
  const start = headFor(0).length + 8;
  return Buffer.concat([headFor(start), box('mdat', ...pictures)]);
};
