import { createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { say } from '../../command/command-words.ts';
import { ConversionNotes, type ConvertedLine } from './converted.ts';
import { fromFeed } from './feed.ts';
import { fromWordPress } from './wordpress.ts';

/** What is converted, and how. */
interface Conversion {
  readonly from: string;
  readonly path: string;
  readonly out: string | undefined;
  readonly locale: string | undefined;
  readonly types: readonly string[];
}

const formats = { wordpress: fromWordPress, rss: fromFeed } as const;

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const countNames = (counts: Map<string, number>, names: readonly string[] = []): void => {
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
};

/**
 * Writes an archive that `npm run import` takes from the export of another system, and gives what is to be said of it.
 * A file that is there is never overwritten.
 */
export const convert = async ({ from, path, out, locale, types }: Conversion): Promise<string> => {
  const format = formats[from as keyof typeof formats];
  if (!format) throw new Error(say('unknownSource', { from, known: Object.keys(formats).join(', ') }));
  const target = out ?? `${path.replace(/\.(?:xml|rss|rdf|atom)$/i, '')}.jsonl`;
  if (await isThere(target)) throw new Error(say('fileIsThere', { path: target }));
  const notes = new ConversionNotes();
  const names = new Map<string, number>();
  const languages = new Map<string, number>();
  let count = 0;
  const lines = async function* (): AsyncGenerator<string> {
    for await (const line of format(path, { locale, types }, notes) as AsyncGenerator<ConvertedLine>) {
      count += 1;
      countNames(names, [...(line.categories ?? []), ...(line.tags ?? [])]);
      countNames(languages, Object.keys(line.translations));
      yield `${JSON.stringify(line)}\n`;
    }
  };
  // Under another name until it is whole.
  const partial = `${target}.part`;
  try {
    await pipeline(Readable.from(lines()), createWriteStream(partial));
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  const listed = (counts: ReadonlyMap<string, number>) =>
    [...counts].toSorted(([, a], [, b]) => b - a).map(([name, many]) => `${name} (${many})`);
  return [
    ...notes.lines(),
    say('convertedCategories', { names: listed(names).join(', ') }),
    say('converted', { count, path: target, languages: listed(languages).join(', ') }),
  ].join('\n');
};
