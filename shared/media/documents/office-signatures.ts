import type { ZipParts } from './zip-parts.ts';

/** The value of a signature (XML Signature 1.1, 4.3). */
const signatureValue = /<(?:\w+:)?SignatureValue\b[^<>]*>\s*[^<\s]/;

/** True where one of the parts with such a name is a signature: one without a value signs nothing. */
export const isSignedBy = async (parts: ZipParts, name: RegExp): Promise<boolean> => {
  for (const part of parts.names.filter((one) => name.test(one)))
    if (signatureValue.test(await parts.text(part))) return true;
  return false;
};
