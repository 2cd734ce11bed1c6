import { reservedSlugs } from '../../contract/reserved-slugs.ts';
import type { EventContent } from '../../model/events/event.ts';
import { type ItemKind, itemKindOf } from '../../model/events/event-kind.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';

/**
 * The fields that pages and notices lack: whatever says when, where, by whom and in which list something takes place.
 */
const fieldsOfEvents = [
  ...([
    'category',
    'campaign',
    'showings',
    'place',
    'occurrence',
    'soldOut',
    'bookingUrl',
    'price',
    'contact',
  ] as const),
  ...(['organisers', 'tags', 'exhibitionId'] as const),
] as const satisfies (keyof EventContent)[];

/** The fields that things of a kind cannot have. */
const foreignTo: Readonly<Record<ItemKind, readonly (keyof EventContent)[]>> = {
  event: ['notice'],
  page: ['notice', ...fieldsOfEvents],
  notice: ['pictures', 'files', ...fieldsOfEvents],
};

const isGiven = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** The languages in which a page is called by a word that addresses of this site have. */
export const reservedSlugErrors = ({
  kind,
  translations,
}: Pick<EventContent, 'kind' | 'translations'>): FieldError[] =>
  kind !== 'page'
    ? []
    : Object.entries(translations).flatMap(([locale, { slug }]) =>
        slug && reservedSlugs.has(slug) ? [fieldError(`translations.${locale}.slug`, 'reservedPath')] : [],
      );

/** What a page or a notice has that it cannot have, and a kind that is to be another one than it was `before`. */
export const kindErrors = (content: EventContent, before: EventContent | undefined): FieldError[] => {
  const kind = itemKindOf(content);
  const strange = foreignTo[kind].filter((name) => isGiven(content[name]));
  return [
    ...(before && itemKindOf(before) !== kind ? [fieldError('kind', 'kindStays')] : []),
    ...strange.map((name) => fieldError(name, 'notOfKind', { kind: content.kind ?? 'event' })),
    ...reservedSlugErrors(content),
  ];
};
