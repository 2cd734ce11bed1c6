import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const program = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** What a picture of a QR code says, read by ZXing, another program than the one that makes them. */
export const decodeQr = async (image: Uint8Array): Promise<string | undefined> => {
  // By itself it would load its program from another site.
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(await readFile(program)).buffer } });
  const [found] = await readBarcodes(image, { formats: ['QRCode'] });
  return found?.text;
};
