import { Problem } from '../../http/problem.ts';
import type { Locale } from '../../model/locale.ts';

/** What the public gets of something that it names by an id or a slug. */
export type Answer<T> =
  | { readonly kind: 'found'; readonly value: T }
  /** It had the slug once: this is where it is now. */
  | { readonly kind: 'moved'; readonly locale: Locale; readonly slug: string }
  /** It was public, and was withdrawn. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'missing' };

/** The refusal that says where something is now. */
export const movedProblem = (location: string): Problem =>
  new Problem('moved', `This is now at ${location}.`, { headers: { location } });

/**
 * What was found; throws a 404, a 410, or a 301 to the address that `urlOf` gives. `name` is what the reader asked for, with its kind
 * before it: `event spring`.
 */
export const requireFound = <T>(
  answer: Answer<T>,
  name: string,
  urlOf: (locale: Locale, slug: string) => string,
): T => {
  if (answer.kind === 'found') return answer.value;
  if (answer.kind === 'moved') throw movedProblem(urlOf(answer.locale, answer.slug));
  if (answer.kind === 'gone') throw new Problem('gone', `The ${name} was withdrawn.`);
  throw new Problem('not-found', `There is no ${name}.`);
};
