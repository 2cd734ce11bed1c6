import { cacheTagHeader, longestFileSeconds } from '../../shared/freshness/edge.ts';
import { publishedPrefix } from '../../shared/media/keys.ts';
import { say } from '../command/command-words.ts';
import type { Seen } from './ask-edge.ts';
import {
  DisprovedError,
  type Finding,
  found,
  letKeep,
  random,
  type Subject,
  seenAt,
  tolerance,
  tried,
  waitUntil,
  watchedOf,
} from './proof.ts';

/** Where probes lie: the CDN serves them as it serves pictures, and nothing that is published has such a name. */
export const probesPath = `/${publishedPrefix}smoke/`;

/** A file that is not there yet, with a tag like those of pictures; ids of events are ULIDs. */
const newProbe = () => {
  const name = random();
  return { path: `${probesPath}${name}.txt`, tag: `event-smoke-${name}` } as const;
};

/**
 * How many milliseconds a probe may be kept that is not to end while it is watched. What no run has deleted does not
 * stay in the CDN either.
 */
const longEnough = 600_000;

/** After how many seconds a probe ends whose end is watched, at most. */
const longestEnd = 20;

/**
 * After how many seconds the CDN is told again: it forgets within five, in 95 of 100 cases, and one cache before the
 * other.
 */
const toldAgain = 5;

const forReaders = 'public, max-age=86400';

/**
 * Proves that readers are told to keep a file for a day, by any method, and nothing else; and that what is missing is
 * said to be missing.
 */
const proveWhatReadersSee = async ({ ask, put, clock }: Subject): Promise<void> => {
  const { path, tag } = newProbe();
  const etag = await put(path, { tag, until: clock.now() + longEnough });
  const known = await ask(path, { headers: { 'if-none-match': etag } });
  for (const seen of [await ask(path), known, await ask(path, { method: 'HEAD' })]) {
    const { expires, 'cache-control': age, [cacheTagHeader]: tags } = seen.headers;
    if (seen.status < 400 && expires === undefined && tags === undefined && age === forReaders) continue;
    throw new DisprovedError(seenAt(path, seen, ['cache-control', 'expires', cacheTagHeader]));
  }
  if (known.status !== 304) throw new DisprovedError(seenAt(path, known, ['etag']));
  // A bucket that may not say what it has answers 403: then no withdrawal is ever seen to be forgotten.
  const missing = newProbe().path;
  const seen = await ask(missing);
  if (seen.status !== 404) throw new DisprovedError(seenAt(missing, seen));
};

/**
 * Proves that the CDN keeps files, shows what has come in place of one, and that it has gone, once its tag is
 * forgotten, and leaves another.
 */
const proveForgetting = (subject: Subject, life: number): Promise<void> =>
  tried(async () => {
    const { ask, put, remove, forget, clock } = subject;
    const [watched, until] = [watchedOf(life), clock.now() + longEnough];
    const [probe, other] = [newProbe(), newProbe()];
    const isSeen = async (from: number, isExpected: (seen: Seen) => boolean): Promise<boolean> => {
      while (clock.now() + toldAgain * 1_000 <= from + watched * 1_000) {
        await forget(probe.tag);
        await clock.pause(toldAgain);
        if (isExpected(await ask(probe.path))) return true;
      }
      return false;
    };
    const begun = clock.now();
    const stays = await put(other.path, { ...other, until });
    await put(probe.path, { ...probe, until });
    await letKeep(subject, other.path);
    await letKeep(subject, probe.path);
    await put(other.path, { ...other, until });
    const replacement = await put(probe.path, { ...probe, until });
    if (!(await isSeen(begun, ({ headers }) => headers.etag === replacement))) {
      return say('smokeNotForgotten', { seconds: watched });
    }
    if ((await ask(other.path)).headers.etag !== stays) return say('smokeForgotTooMuch');
    const shown = clock.now();
    await remove(probe.path);
    const isGone = await isSeen(shown, ({ status }) => status === 404);
    return isGone ? undefined : say('smokeNotForgotten', { seconds: watched });
  });

/** Proves that a file ends at its moment, at the other edge too, where one is known. */
const proveEnd = (subject: Subject, life: number): Promise<void> =>
  tried(async () => {
    const { ask, put, otherEdge, clock } = subject;
    const { path, tag } = newProbe();
    const seconds = Math.min(longestEnd, Math.floor(0.8 * life));
    const begun = clock.now();
    // S3 knows whole seconds.
    const end = Math.ceil(begun / 1_000 + seconds) * 1_000;
    const edges = otherEdge === undefined ? [undefined] : [undefined, otherEdge];
    const areAll = async (etag: string) =>
      (await Promise.all(edges.map((edge) => ask(path, { edge })))).every(({ headers }) => headers.etag === etag);
    const ending = await put(path, { tag, until: end });
    await letKeep(subject, path);
    await waitUntil(subject, begun + seconds * 500);
    if (!(await areAll(ending))) return say('smokeDisturbed');
    const replacement = await put(path, { tag, until: end + longEnough });
    await waitUntil(subject, begun + seconds * 800);
    // Somebody has made it forget: of its end that tells nothing.
    if (!(await areAll(ending))) return say('smokeDisturbed');
    await waitUntil(subject, end + tolerance * 1_000);
    if (!(await areAll(replacement))) throw new DisprovedError(say('smokeKeptTooLong', { seconds }));
    return undefined;
  });

/**
 * Proves of files, as pictures are, what `edgeSeconds` above its default relies on, by probes of its own; `edgeSeconds`
 * is for how long the CDN keeps anything at most.
 */
export async function* proveFiles(subject: Subject, edgeSeconds: number): AsyncGenerator<Finding> {
  const life = Math.min(edgeSeconds, longestFileSeconds);
  yield found(say('smokeFileReaders'), () => proveWhatReadersSee(subject));
  yield found(say('smokeFileTags'), () => proveForgetting(subject, life));
  yield found(say(subject.otherEdge === undefined ? 'smokeFileEnd' : 'smokeFileEndElsewhere'), () =>
    proveEnd(subject, life),
  );
}
