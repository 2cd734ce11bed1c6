import type { Visit } from '../../model/events/visit.ts';
import { addedLocales } from '../../model/languages/unknown-locales.ts';
import type { Site } from '../../model/site/site.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';

/**
 * Of what an event or an exhibition tells those who come: a coordinate without the other, and words in languages that
 * the site does not have and it did not have before.
 */
export const visitErrors = (content: Visit, site: Site, before: Visit | undefined): FieldError[] => {
  const { place = {}, price, contact, organisers } = content;
  const { latitude, longitude } = place;
  const added = (path: string, words: Readonly<Record<string, string>> | undefined, old: typeof words) =>
    addedLocales(path, words, old, site);
  return [
    ...(latitude !== undefined && longitude === undefined
      ? [fieldError('place.longitude', 'requiredBeside', { field: 'place.latitude' })]
      : []),
    ...(longitude !== undefined && latitude === undefined
      ? [fieldError('place.latitude', 'requiredBeside', { field: 'place.longitude' })]
      : []),
    ...added('place.name', place.name, before?.place?.name),
    ...added('place.address', place.address, before?.place?.address),
    ...added('place.accessibility', place.accessibility, before?.place?.accessibility),
    ...added('price', price, before?.price),
    ...added('contact', contact, before?.contact),
    ...organisers.flatMap(({ name }, n) => added(`organisers.${n}.name`, name, before?.organisers[n]?.name)),
  ];
};
