import { AsyncLocalStorage } from 'node:async_hooks';

/** What a public answer shows, as caches of the CDN know it: they forget what has a tag. */
export type CacheTag = 'site' | 'lists' | `${'event' | 'exhibition'}-${string}`;

/** What is known of a public answer while it is made. */
export interface AnswerFacts {
  readonly now: Date;
  /** True where the CDN asks for it, which forgets it by its tags. */
  readonly isForEdge: boolean;
  readonly tags: Set<CacheTag>;
  /** From when on it is not true any more, as far as that is planned, in milliseconds since the epoch. */
  end: number;
  /**
   * From when on something in it may not be shown any more, as far as that is planned, in milliseconds since the epoch:
   * not before `end`.
   */
  leaves: number;
}

const current = new AsyncLocalStorage<AnswerFacts>();

/** Makes an answer. What is read for it says meanwhile what it shows and until when that is true. */
export const whileAnswering = <T>(asked: Pick<AnswerFacts, 'now' | 'isForEdge'>, make: () => Promise<T>): Promise<T> =>
  current.run(
    { ...asked, tags: new Set(['site']), end: Number.POSITIVE_INFINITY, leaves: Number.POSITIVE_INFINITY },
    make,
  );

/** The facts of the answer that is being made; `undefined` where none is. */
export const answerFacts = (): AnswerFacts | undefined => current.getStore();

/** Says that the answer shows something, or would show it if it were public. */
export const noteShown = (tag: CacheTag): void => {
  current.getStore()?.tags.add(tag);
};

/** Says that the answer changes by itself at a moment; one that is absent or has passed changes nothing. */
export const noteBoundary = (moment: string | number | undefined): void => {
  const facts = moment === undefined ? undefined : current.getStore();
  if (!facts || moment === undefined) return;
  const time = typeof moment === 'number' ? moment : Date.parse(moment);
  if (time > facts.now.getTime() && time < facts.end) facts.end = time;
};

/**
 * Says that something in the answer, or that would be in it, may not be shown any more from a moment on: its
 * publication ends, or the consent to show it. Other boundaries make an answer old, this one makes it wrong.
 */
export const noteEnd = (moment: string | undefined): void => {
  noteBoundary(moment);
  const facts = moment === undefined ? undefined : current.getStore();
  if (!facts || moment === undefined) return;
  const time = Date.parse(moment);
  if (time > facts.now.getTime() && time < facts.leaves) facts.leaves = time;
};

/** Says all moments at which something begins or ends by itself; for what has only these two. */
export const notePlanned = (publication: {
  readonly publishedAt?: string | undefined;
  readonly unpublishAt?: string | undefined;
}): void => {
  noteBoundary(publication.publishedAt);
  noteEnd(publication.unpublishAt);
};
