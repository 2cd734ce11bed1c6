import { randomBytes } from 'node:crypto';
import { cacheTagHeader } from '../../shared/freshness/edge.ts';
import { say } from '../command-words.ts';
import type { AskOptions, Seen } from './ask-edge.ts';

/** A distribution whose caches are to be proved, and what is needed for it. */
export interface Subject {
  /** Asks through the CDN: the nearest edge, or another one. */
  readonly ask: (path: string, options?: AskOptions) => Promise<Seen>;
  /** Asks the API as the CDN does. */
  readonly askApi: (path: string, headers?: AskOptions['headers']) => Promise<Seen>;
  /** Lets the CDN forget what has a tag. */
  readonly forget: (tag: string) => Promise<void>;
  /** The IP address of another edge, far from here, where one is known. */
  readonly otherEdge?: string | undefined;
  /** Milliseconds since the epoch, and a way to wait for some seconds. */
  readonly clock: { readonly now: () => number; readonly pause: (seconds: number) => Promise<unknown> };
}

/** What a proof has shown: `undefined` where it could not be made. */
export interface Finding {
  readonly what: string;
  readonly isProved: boolean | undefined;
  /** What was seen instead. */
  readonly seen?: string;
}

/** Something is not as it must be: the message says what was seen. */
class Disproof extends Error {}

/** How often what others disturb, who publish at the same time, is tried. */
const mostAttempts = 3;

/** Longest time, in seconds, for which an answer is watched: the promise of a minute. */
const longestWatch = 60;

/** By how many seconds clocks and whole seconds may differ. */
const tolerance = 2;

const random = (): string => randomBytes(4).toString('hex');

/** The front page in a language of nobody's: an answer that nobody else asks for, with no tag but that of the site. */
const front = '/';
const ownLanguage = () => ({ 'accept-language': `qaa-${random()}` });

/** The newest list, in the language that the front page leads to, as nobody else writes it. */
const ownList = async ({ askApi }: Subject): Promise<string> => {
  const { headers } = await askApi(front);
  return `/v1/feed?locale=${headers.location?.split('/').at(-1)}-x-${random()}`;
};

const seenAt = (path: string, { status, headers }: Seen, names: readonly string[]): string =>
  [`${path}: ${status}`, ...names.map((name) => `${name}: ${headers[name] ?? '–'}`)].join(', ');

/** Proves that the API tells the CDN until when an answer is true, and its tags. Gives for how many seconds that is. */
const provedLife = async ({ askApi, clock }: Subject): Promise<number> => {
  for (const [path, tag] of [
    ['/v1/feed', 'lists'],
    [front, 'site'],
  ] as const) {
    const seen = await askApi(path);
    const tags = String(seen.headers[cacheTagHeader]).split(', ');
    if (!seen.headers.expires || !tags.includes(tag) || seen.headers['cache-control'] !== undefined) {
      throw new Disproof(seenAt(path, seen, ['expires', cacheTagHeader, 'cache-control']));
    }
  }
  // Before it is asked: where the API is slow, too long a time is better than too short a one.
  const begun = clock.now();
  const { headers } = await askApi(front, ownLanguage());
  return Math.ceil((Date.parse(String(headers.expires)) - begun) / 1_000);
};

const forReaders = 'public, max-age=0, must-revalidate';

/** Proves that readers are told to ask each time, by any method, and nothing else. */
const proveWhatReadersSee = async ({ ask }: Subject): Promise<void> => {
  for (const path of ['/v1/feed', '/v1/feed.rss', '/sitemap.xml', front]) {
    const first = await ask(path);
    const known = first.headers.etag && (await ask(path, { headers: { 'if-none-match': first.headers.etag } }));
    for (const seen of [first, ...(known ? [known] : []), await ask(path, { method: 'HEAD' })]) {
      const { expires, 'cache-control': age, [cacheTagHeader]: tags } = seen.headers;
      if (seen.status < 400 && expires === undefined && tags === undefined && age === forReaders) continue;
      throw new Disproof(seenAt(path, seen, ['cache-control', 'expires', cacheTagHeader]));
    }
    if (known && known.status !== 304) throw new Disproof(seenAt(path, known, ['etag']));
  }
};

/** Lets the CDN keep an answer. */
const letKeep = async ({ ask, clock }: Subject, path: string, headers: AskOptions['headers'] = {}): Promise<void> => {
  for (let asked = 0; asked < 5; asked += 1) {
    if ((await ask(path, { headers })).isHit) return;
    await clock.pause(1);
  }
  throw new Disproof(say('smokeNotKept', { path }));
};

/** Proves that the CDN keeps answers of the API, forgets one by its tag before it would end, and leaves one that has not that tag. */
const proveForgetting = async (subject: Subject, life: number): Promise<void> => {
  const { ask, forget, clock } = subject;
  const watched = Math.min(life, longestWatch) - tolerance;
  let seen = '';
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const [list, headers] = [await ownList(subject), ownLanguage()];
    const end = clock.now() + watched * 1_000;
    await letKeep(subject, front, headers);
    await letKeep(subject, list);
    await forget('lists');
    let isForgotten = false;
    while (!isForgotten && clock.now() < end) {
      isForgotten = !(await ask(list)).isHit;
      if (!isForgotten) await clock.pause(1);
    }
    if (isForgotten && (await ask(front, { headers })).isHit) return;
    seen = say(isForgotten ? 'smokeForgotTooMuch' : 'smokeNotForgotten', { seconds: watched });
  }
  throw new Disproof(seen);
};

/** Proves that an answer ends at its moment, at an edge that got it from other caches half way, where one is known. */
const proveEnd = async ({ ask, otherEdge: edge, clock }: Subject, life: number): Promise<void> => {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const headers = ownLanguage();
    const begun = clock.now();
    const until = (seconds: number) => clock.pause(Math.max(0, begun / 1_000 + seconds - clock.now() / 1_000));
    const first = await ask(front, { headers });
    const answered = (clock.now() - begun) / 1_000;
    if (first.isHit) continue;
    await until(life / 2);
    await ask(front, { headers, edge });
    await until(0.8 * life);
    // Somebody has made it forget: of its end that tells nothing.
    if (!(await ask(front, { headers, edge })).isHit) continue;
    await until(life + answered + tolerance);
    if (!(await ask(front, { headers, edge })).isHit) return;
    throw new Disproof(say('smokeKeptTooLong', { seconds: life }));
  }
  throw new Disproof(say('smokeDisturbed'));
};

const found = async (what: string, proof: () => Promise<unknown>): Promise<Finding> => {
  try {
    await proof();
    return { what, isProved: true };
  } catch (error) {
    if (!(error instanceof Disproof)) throw error;
    return { what, isProved: false, seen: error.message };
  }
};

/**
 * Proves on a distribution what nobody documents, and what `edgeSeconds` above its default relies on. Throws where nothing answers, and AWS's
 * errors.
 */
export async function* prove(subject: Subject): AsyncGenerator<Finding> {
  let life = 0;
  const api = await found(say('smokeApi'), async () => {
    life = await provedLife(subject);
  });
  yield api;
  yield found(say('smokeReaders'), () => proveWhatReadersSee(subject));
  // What has neither an end nor tags can show nothing of them.
  if (!api.isProved) return;
  yield found(say('smokeTags'), () => proveForgetting(subject, life));
  const end = say(subject.otherEdge === undefined ? 'smokeEnd' : 'smokeEndElsewhere');
  yield life > longestWatch
    ? { what: end, isProved: undefined, seen: say('smokeLivesLong', { seconds: life }) }
    : found(end, () => proveEnd(subject, life));
}
