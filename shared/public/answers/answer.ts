import { lifetimeHeaders } from '../../http/cache-control.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { ApplicationError, GoneError, NotFoundError } from '../../refusals/application-error.ts';
import type { Reason } from '../../refusals/codes.ts';
import { reason } from '../../refusals/reason.ts';

/** What the public gets for an id or a slug. */
export type Answer<T> =
  | { readonly kind: 'found'; readonly value: T }
  /** It had the slug once; `location` is its present address. */
  | { readonly kind: 'moved'; readonly locale: Locale; readonly slug: string }
  /** It was public, and was withdrawn. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'missing' };

/** The refusal that gives the present address of something. */
export const movedTo = (location: string): ApplicationError =>
  new ApplicationError('moved', reason('movedTo', { location }), { headers: { location } });

/**
 * Leads a reader to the page in the language that `Accept-Language` asks for: kept as long as other answers, and per
 * language.
 */
export const inLanguageAt = (location: string): ApplicationError =>
  new ApplicationError('in-language', reason('inLanguageAt', { location }), {
    headers: { location, ...lifetimeHeaders(), vary: 'accept-language' },
  });

/** Why a reader's request finds nothing: the item does not exist, or was withdrawn. */
interface AbsenceReasons {
  readonly missing: Reason;
  readonly gone: Reason;
}

/** The reasons for an event. */
export const eventAbsence = (id: string): AbsenceReasons => ({
  missing: reason('eventNotFound', { id }),
  gone: reason('eventGone', { id }),
});

/** The reasons for an editors' page. */
export const editorsPageAbsence = (id: string): AbsenceReasons => ({
  missing: reason('pageNotFound', { id }),
  gone: reason('pageGone', { id }),
});

/** The reasons for an exhibition. */
export const exhibitionAbsence = (id: string): AbsenceReasons => ({
  missing: reason('exhibitionNotFound', { id }),
  gone: reason('exhibitionGone', { id }),
});

/** The reasons for a page. */
export const pageAbsence = (path: string): AbsenceReasons => ({
  missing: reason('pathNotFound', { path }),
  gone: reason('pathGone', { path }),
});

/**
 * What was found; otherwise throws a 404 or a 410 for one of the reasons, or a 301 to the address that `urlOf` gives.
 */
export const requireFound = <T>(
  answer: Answer<T>,
  { missing, gone }: AbsenceReasons,
  urlOf: (locale: Locale, slug: string) => string,
): T => {
  if (answer.kind === 'found') return answer.value;
  if (answer.kind === 'moved') throw movedTo(urlOf(answer.locale, answer.slug));
  if (answer.kind === 'gone') throw new GoneError(gone);
  throw new NotFoundError(missing);
};
