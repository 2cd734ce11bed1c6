import { idSchema } from './id.ts';

/** What a text can link to by its id. */
export type LinkedKind = 'event' | 'exhibition';

/** An event or an exhibition that a text links to by its id. */
export interface ItemLink {
  readonly kind: LinkedKind;
  readonly id: string;
}

/** What an address of the form `event:ID` or `exhibition:ID` leads to: an `id` that is none where it is malformed; undefined where it has another form. */
export const parseItemLink = (address: string): ItemLink | undefined => {
  const [, kind, id = ''] = /^(event|exhibition):(?:\/\/)?(.*)$/is.exec(address) ?? [];
  return kind ? { kind: kind.toLowerCase() as LinkedKind, id: id.toUpperCase() } : undefined;
};

/** True where the id of a link has the form of one. */
export const hasValidId = ({ id }: ItemLink): boolean => idSchema.safeParse(id).success;
