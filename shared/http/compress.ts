import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The content codings that answers come in, the best first. */
const encoders = {
  // As small as gzip at its best, in less time.
  br: (text: string) =>
    brotliCompressSync(text, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
    }),
  gzip: (text: string) => gzipSync(text),
};

type Coding = keyof typeof encoders;

/** Fewest bytes, as CloudFront counts them: what is longer it would compress itself, and weaken the tag. Shorter ones fit into a packet. */
const shortest = 1000;

/** What of an `Accept-Encoding` is read: no client sends more, and taking apart a long row of spaces takes its square. */
const longestHeader = 500;

const isAccepted = (header: string, coding: Coding): boolean =>
  header
    .slice(0, longestHeader)
    .split(',')
    .some((range) => {
      const [name = '', weight = 'q=1'] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return name === coding && Number(weight.replace('q=', '')) > 0;
    });

/** The coding in which a text is sent to whoever accepts what `Accept-Encoding` says (RFC 9110, section 12.5.3), if any. */
export const codingFor = (acceptEncoding: string | undefined, text: string): Coding | undefined =>
  acceptEncoding === undefined || Buffer.byteLength(text) < shortest
    ? undefined
    : (['br', 'gzip'] as const).find((coding) => isAccepted(acceptEncoding, coding));

/** A body as Lambda answers it. */
export const encoded = (
  text: string,
  coding: Coding | undefined,
): { readonly body: string; readonly isBase64Encoded?: true } =>
  coding ? { body: encoders[coding](text).toString('base64'), isBase64Encoded: true } : { body: text };
