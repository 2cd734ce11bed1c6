import type { EventContent } from '../../model/events/event.ts';
import { isAllDay, type Showing } from '../../model/events/showing.ts';
import { addedLocales } from '../../model/languages/unknown-locales.ts';
import type { Site } from '../../model/site/site.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { visitErrors } from '../shared/visit-errors.ts';

/** What of a showing contradicts itself: days and times in one, an end or the doors at the wrong side of the start. */
const errorsOfShowing = (showing: Showing, at: string): FieldError[] => {
  const { startsAt, endsAt, doorsAt, allDay } = showing;
  const isDay = isAllDay(showing);
  const like = isDay ? 'dayLike' : 'timeLike';
  const errors: FieldError[] = [];
  if (endsAt && startsAt.length !== endsAt.length) {
    errors.push(fieldError(`${at}.endsAt`, like, { field: `${at}.startsAt` }));
  } else if (endsAt && endsAt < startsAt) {
    errors.push(fieldError(`${at}.endsAt`, 'before', { field: `${at}.startsAt` }));
  }
  if (allDay !== undefined && allDay !== isDay) {
    errors.push(fieldError(`${at}.startsAt`, allDay ? 'dayLike' : 'timeLike', { field: `${at}.allDay` }));
  }
  if (doorsAt && isDay) errors.push(fieldError(`${at}.doorsAt`, 'notBeside', { field: `${at}.startsAt` }));
  else if (doorsAt && startsAt < doorsAt)
    errors.push(fieldError(`${at}.startsAt`, 'before', { field: `${at}.doorsAt` }));
  return errors;
};

/** What is wrong with the times of an event. None may begin when another one does. */
export const showingErrors = (showings: readonly Showing[]): FieldError[] =>
  showings.flatMap((showing, n) => {
    const isTwice = showings.findIndex(({ startsAt }) => startsAt === showing.startsAt) < n;
    const errors = errorsOfShowing(showing, `showings.${n}`);
    return isTwice ? [fieldError(`showings.${n}.startsAt`, 'duplicate'), ...errors] : errors;
  });

/**
 * A coordinate without the other, and words in languages that the site does not have and the event did not have before.
 */
export const detailErrors = (content: EventContent, site: Site, before: EventContent | undefined): FieldError[] => [
  ...visitErrors(content, site, before),
  ...content.tags.flatMap((words, n) => addedLocales(`tags.${n}`, words, before?.tags[n], site)),
];
