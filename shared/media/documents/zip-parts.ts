import {
  configure,
  type FileEntry,
  TextReader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js';
import { RejectedFileError } from '../rejected-file-error.ts';
import { pictureWithoutMetadata } from './pictures/picture-without-metadata.ts';
import { decodeXml, inUtf8 } from './shared/decode-xml.ts';

// It runs in a thread of its own already.
configure({ useWebWorkers: false });

/** Most parts of a document, most bytes of all of them once unpacked, and of those that are read as text. */
const [maxParts, maxUnpackedBytes, maxTextBytes] = [10_000, 500 * 1024 * 1024, 100 * 1024 * 1024];

/** The parts of a document that is a ZIP file. */
export interface ZipParts {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** A part that is XML or text. Throws `RejectedFileError` where it is too large, damaged or in no known encoding. */
  text(name: string): Promise<string>;
  /** What the parts hold that were not read as text, pictures among them, one by one. Throws `RejectedFileError`. */
  others(): AsyncGenerator<Buffer>;
  /**
   * The file with other texts in place of some parts, and without those that are `undefined` there; pictures without
   * what they tell of their place and maker, the others as they are. Throws `RejectedFileError` where a picture tells
   * what cannot be taken out.
   */
  replace(changes: ReadonlyMap<string, string | undefined>): Promise<Uint8Array>;
}

const damaged = (cause: unknown): RejectedFileError =>
  cause instanceof RejectedFileError ? cause : new RejectedFileError('damaged-document', { cause });

const bytesOf = async (entry: FileEntry, budget: { left: number }): Promise<Buffer> => {
  // What a part says of its size need not be true: what comes out of it is counted.
  const chunks: Uint8Array[] = [];
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      budget.left -= chunk.length;
      if (budget.left < 0) throw new RejectedFileError('too-complex');
      chunks.push(chunk);
    },
  });
  try {
    await entry.getData(sink, { checkSignature: true });
    return Buffer.concat(chunks);
  } catch (error) {
    throw budget.left < 0 ? new RejectedFileError('too-complex') : damaged(error);
  }
};

const textOf = async (entry: FileEntry, budget: { left: number }): Promise<string> => {
  const bytes = await bytesOf(entry, budget);
  try {
    return decodeXml(bytes);
  } catch (error) {
    throw damaged(error);
  }
};

const readEntries = async (bytes: Uint8Array): Promise<FileEntry[]> => {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { strictness: 'balanced', checkOverlappingEntry: true });
  const entries: FileEntry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entry.encrypted) throw new RejectedFileError('password-protected');
      if (entry.directory) continue;
      entries.push(entry);
      if (entries.length > maxParts) throw new RejectedFileError('too-complex');
    }
  } catch (error) {
    throw damaged(error);
  }
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > maxUnpackedBytes) throw new RejectedFileError('too-complex');
  if (new Set(entries.map(({ filename }) => filename)).size < entries.length) throw damaged('two parts have one name');
  return entries;
};

/** Opens a ZIP file. Throws `RejectedFileError`. */
export const openZip = async (bytes: Uint8Array): Promise<ZipParts> => {
  const entries = await readEntries(bytes);
  const byName = new Map(entries.map((entry) => [entry.filename, entry]));
  const budget = { left: maxTextBytes };
  // Unpacking takes longer than anything that is done with a text: each is kept.
  const read = new Map<string, string>();
  return {
    names: [...byName.keys()],
    has: (name) => byName.has(name),
    text: async (name) => {
      const entry = byName.get(name);
      if (!entry) throw damaged(`there is no ${name}`);
      const text = read.get(name) ?? (await textOf(entry, budget));
      read.set(name, text);
      return text;
    },
    others: async function* () {
      const left = { left: maxUnpackedBytes };
      for (const entry of entries) if (!read.has(entry.filename)) yield await bytesOf(entry, left);
    },
    replace: async (changes) => {
      const writer = new ZipWriter(new Uint8ArrayWriter(), { keepOrder: true, extendedTimestamp: false });
      const pictures = { left: maxUnpackedBytes };
      for (const entry of entries) {
        const { filename } = entry;
        const change = changes.get(filename);
        if (change !== undefined)
          await writer.add(filename, new TextReader(inUtf8(change)), { lastModDate: entry.lastModDate });
        else if (!changes.has(filename)) {
          // What was read as text is none: anything else is a picture by its bytes, whatever it is called.
          const before = read.has(filename) ? undefined : await bytesOf(entry, pictures);
          const picture = before && pictureWithoutMetadata(before);
          if (picture && picture !== before) {
            await writer.add(filename, new Uint8ArrayReader(picture), { lastModDate: entry.lastModDate });
            continue;
          }
          const raw = await entry.getData(new Uint8ArrayWriter(), { passThrough: true });
          await writer.add(filename, new Uint8ArrayReader(raw), { passThrough: true, entry });
        }
      }
      return writer.close();
    },
  };
};
