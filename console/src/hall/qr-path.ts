import { encode } from 'uqr';

/** Modules that stay white around a code: with fewer, readers do not find it (ISO/IEC 18004). */
const quiet = 4;

/** The black modules of a QR code as the path of an SVG, and how wide and high the whole is in modules. */
export const qrPath = (text: string): { path: string; size: number } => {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = data.flatMap((row, y) =>
    row.flatMap((isBlack, x) => (isBlack ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])),
  );
  return { path: path.join(''), size: size + 2 * quiet };
};
