import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * How much of a large file is in memory at a time, in bytes. The browser's own SHA-256 is faster, but takes a file as a
 * whole only.
 */
const pieceBytes = 4 * 1024 * 1024;

/** SHA-256 of a file in lower-case hex. Rejects where the file can no longer be read. */
export const hashFile = async (file: Blob): Promise<string> => {
  if (file.size <= pieceBytes)
    return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())));
  const hash = sha256.create();
  for (let begin = 0; begin < file.size; begin += pieceBytes) {
    hash.update(new Uint8Array(await file.slice(begin, begin + pieceBytes).arrayBuffer()));
  }
  return bytesToHex(hash.digest());
};
