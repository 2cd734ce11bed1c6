import { cacheTagHeader } from '../../shared/freshness/edge.ts';
import { say } from '../command/command-words.ts';
import {
  DisprovedError,
  type Finding,
  found,
  letKeep,
  longestWatch,
  random,
  type Subject,
  seenAt,
  tolerance,
  tried,
  waitUntil,
  watchedOf,
} from './proof.ts';
import { proveFiles } from './prove-files.ts';

/** The front page in a language of nobody's: an answer that nobody else asks for, with no tag but that of the site. */
const front = '/';
const ownLanguage = () => ({ 'accept-language': `qaa-${random()}` });

/** The newest list, in the language that the front page leads to, as nobody else writes it. */
const ownList = async ({ askApi }: Subject): Promise<string> => {
  const { headers } = await askApi(front);
  return `/v1/feed?locale=${headers.location?.split('/').at(-1)}-x-${random()}`;
};

/** Proves that the API tells the CDN until when an answer is true, and its tags. Gives for how many seconds that is. */
const provedLife = async ({ askApi, clock }: Subject): Promise<number> => {
  for (const [path, tag] of [
    ['/v1/feed', 'lists'],
    [front, 'site'],
  ] as const) {
    const seen = await askApi(path);
    const tags = String(seen.headers[cacheTagHeader]).split(', ');
    if (
      !seen.headers.expires ||
      !tags.includes(tag) ||
      /\b(s-maxage|max-age)=/.test(seen.headers['cache-control'] ?? '')
    ) {
      throw new DisprovedError(seenAt(path, seen, ['expires', cacheTagHeader, 'cache-control']));
    }
  }
  // Before it is asked: where the API is slow, too long a time is better than too short a one.
  const begun = clock.now();
  const { headers } = await askApi(front, ownLanguage());
  return Math.ceil((Date.parse(String(headers.expires)) - begun) / 1_000);
};

/** No lifetime: as the distribution says it, or as the API does where something in the answer comes to its end. */
const forReaders = /^public, (max-age=0, must-revalidate|must-revalidate, stale-if-error=\d+)$/;

/** Proves that readers are told to ask each time, by any method, and nothing else. */
const proveWhatReadersSee = async ({ ask }: Subject): Promise<void> => {
  for (const path of ['/v1/feed', '/v1/feed.rss', '/sitemap.xml', front]) {
    const first = await ask(path);
    const known = first.headers.etag && (await ask(path, { headers: { 'if-none-match': first.headers.etag } }));
    for (const seen of [first, ...(known ? [known] : []), await ask(path, { method: 'HEAD' })]) {
      const { expires, 'cache-control': age, [cacheTagHeader]: tags } = seen.headers;
      if (seen.status < 400 && expires === undefined && tags === undefined && forReaders.test(age ?? '')) continue;
      throw new DisprovedError(seenAt(path, seen, ['cache-control', 'expires', cacheTagHeader]));
    }
    if (known && known.status !== 304) throw new DisprovedError(seenAt(path, known, ['etag']));
  }
};

/**
 * Proves that the CDN keeps answers of the API, forgets one by its tag before it would end, and leaves one that has not
 * that tag.
 */
const proveForgetting = (subject: Subject, life: number): Promise<void> =>
  tried(async () => {
    const { ask, forget, clock } = subject;
    const watched = watchedOf(life);
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
    if (isForgotten && (await ask(front, { headers })).isHit) return undefined;
    return say(isForgotten ? 'smokeForgotTooMuch' : 'smokeNotForgotten', { seconds: watched });
  });

/** Proves that an answer ends at its moment, at an edge that got it from other caches half way, where one is known. */
const proveEnd = (subject: Subject, life: number): Promise<void> =>
  tried(async () => {
    const { ask, otherEdge: edge, clock } = subject;
    const headers = ownLanguage();
    const begun = clock.now();
    const first = await ask(front, { headers });
    const answered = clock.now() - begun;
    if (first.isHit) return say('smokeDisturbed');
    await waitUntil(subject, begun + life * 500);
    await ask(front, { headers, edge });
    await waitUntil(subject, begun + life * 800);
    // Somebody has made it forget: of its end that tells nothing.
    if (!(await ask(front, { headers, edge })).isHit) return say('smokeDisturbed');
    await waitUntil(subject, begun + answered + (life + tolerance) * 1_000);
    // Unless it was forgotten before half of its life, and fetched anew.
    return (await ask(front, { headers, edge })).isHit ? say('smokeKeptTooLong', { seconds: life }) : undefined;
  });

/**
 * Proves on a distribution what nobody documents, and what `edgeSeconds` above its default relies on. Throws where
 * nothing answers, and AWS's errors.
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
  yield* proveFiles(subject, life);
}
