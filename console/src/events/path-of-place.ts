import type { FieldLocation } from '../../../shared/model/json/field-location.ts';

/** Where a text can be changed; that of a work among the entries of its exhibition, where that is known. */
export const pathOfPlace = (
  { kind, id }: Pick<FieldLocation, 'kind' | 'id'>,
  exhibitionId?: string | undefined,
): string | undefined => {
  if (kind === 'site') return '/site';
  if (kind === 'event') return `/events/${id}`;
  if (kind === 'exhibition') return `/exhibitions/${id}`;
  return exhibitionId && `/exhibitions/${exhibitionId}/entries`;
};
