import { createReadStream } from 'node:fs';
import { TextDecoderStream } from 'node:stream/web';
import { Parser } from 'htmlparser2';
import { say } from '../../command/command-words.ts';

/** An element within an item, with what stands in it. */
export interface XmlField {
  /** With its prefix, as the file writes it: `wp:post_id`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: XmlField[];
}

/** What a feed or an export says, one part after the other. */
type XmlPart =
  | { readonly kind: 'item'; readonly number: number; readonly field: XmlField }
  /** More than an item may have; it was not kept. */
  | { readonly kind: 'tooLarge'; readonly number: number }
  /** An element beside the items: the title, the language. */
  | { readonly kind: 'head'; readonly field: XmlField };

/** Most characters of an item. */
const maxItemLength = 4_000_000;

const itemNames = new Set(['item', 'entry']);

/** Elements that hold what a feed says of itself and its items. */
const containers = new Set(['rss', 'channel', 'feed', 'rdf:RDF', 'RDF']);

const encodingOf = (start: Buffer): string => {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return /^\s*<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(start.toString('latin1'))?.[1] ?? 'utf-8';
};

const readStart = async (path: string): Promise<Buffer> => {
  for await (const chunk of createReadStream(path, { end: 199 }) as AsyncIterable<Buffer>) return chunk;
  return Buffer.alloc(0);
};

const decoderFor = async (path: string): Promise<TextDecoderStream> => {
  const encoding = encodingOf(await readStart(path));
  try {
    return new TextDecoderStream(encoding);
  } catch (cause) {
    throw new Error(say('unknownEncoding', { path, encoding }), { cause });
  }
};

/**
 * The items of an XML file, and what stands beside them, in their order. No more than one item is in memory. Entities
 * are those of XML and of characters: what a document type declares is left alone, so that none can grow or name a
 * file. Throws at the end of a file that is cut off: its last item has a part of its text, and what followed is not
 * there.
 */
export const xmlItems = async function* (path: string): AsyncGenerator<XmlPart> {
  const ready: XmlPart[] = [];
  const open: XmlField[] = [];
  let number = 0;
  let length = 0;
  let [hasEnded, isCutOff] = [false, false];
  const grow = (text: string) => {
    length += text.length;
    const current = open.at(-1);
    if (current && length <= maxItemLength) current.text += text;
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length === 0 && containers.has(name)) {
          // A feed in Atom says its language here.
          const language = { name: 'language', attributes: {}, text: attributes['xml:lang'] ?? '', children: [] };
          if (language.text) ready.push({ kind: 'head', field: language });
          return;
        }
        if (open.length === 0) length = 0;
        const field = { name, attributes, text: '', children: [] };
        // A bound for what holds it as well: many empty elements take memory too.
        length += name.length + 50;
        if (length <= maxItemLength) open.at(-1)?.children.push(field);
        open.push(field);
      },
      ontext: grow,
      onclosetag: () => {
        // What the end of the file closes, nothing else has.
        isCutOff ||= hasEnded;
        const field = open.pop();
        if (!field || open.length > 0) return;
        if (!itemNames.has(field.name)) ready.push({ kind: 'head', field });
        else {
          number += 1;
          ready.push(length > maxItemLength ? { kind: 'tooLarge', number } : { kind: 'item', number, field });
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const decoder = await decoderFor(path);
  const text = createReadStream(path);
  const chunks = ReadableStream.from(text as AsyncIterable<Buffer>).pipeThrough(decoder);
  for await (const chunk of chunks as unknown as AsyncIterable<string>) {
    parser.write(chunk);
    yield* ready.splice(0);
  }
  hasEnded = true;
  parser.end();
  if (isCutOff) throw new Error(say('fileCutOff', { path, number }));
  yield* ready.splice(0);
};

/** The text of the first child of that name; empty where there is none. */
export const textOf = (field: XmlField, ...names: readonly string[]): string => {
  for (const name of names) {
    const text = field.children.find((child) => child.name === name)?.text.trim();
    if (text) return text;
  }
  return '';
};

/** The children of that name. */
export const childrenOf = (field: XmlField, name: string): XmlField[] =>
  field.children.filter((child) => child.name === name);
