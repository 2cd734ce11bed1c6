import { type AddressKind, type ContentKind, itemKindOf } from '../events/event-kind.ts';
import { idSchema } from '../id.ts';

/** What a text can link to by its id. */
export type LinkedKind = AddressKind;

/** An event, an exhibition or a page that a text links to by its id. */
export interface ItemLink {
  readonly kind: LinkedKind;
  readonly id: string;
}

/**
 * What an address of the form `event:ID`, `exhibition:ID` or `page:ID` leads to: an `id` that is none where it is
 * malformed; undefined where it has another form.
 */
export const parseItemLink = (address: string): ItemLink | undefined => {
  const [, kind, id = ''] = /^(event|exhibition|page):(?:\/\/)?(.*)$/is.exec(address) ?? [];
  return kind ? { kind: kind.toLowerCase() as LinkedKind, id: id.toUpperCase() } : undefined;
};

/** What texts link to that link to an event or a page; to a notice none does. */
export const linkTo = (item: { readonly id: string; readonly kind?: ContentKind | undefined }): ItemLink => ({
  kind: itemKindOf(item) === 'page' ? 'page' : 'event',
  id: item.id,
});

/** True where the id of a link has the form of one. */
export const hasValidId = ({ id }: ItemLink): boolean => idSchema.safeParse(id).success;
