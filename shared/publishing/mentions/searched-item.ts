import type { Write } from '../../aws/transaction.ts';
import type { TextField } from '../../model/names/text-fields.ts';
import type { Relation } from '../../model/names/withheld-names.ts';
import type { ComparedItem } from './field-mentions.ts';

/** Something whose texts may name a person: as staff have it, and as the public does. */
export interface SearchedItem extends ComparedItem {
  /** The exhibition that an artwork belongs to. */
  readonly exhibitionId?: string;
  readonly publicFields: readonly TextField[];
  /** The name at an artwork that the public sees, where it is not the artist's by now. */
  readonly formerName?: string;
  /** True where the public sees the fields as staff have them. */
  readonly isPublic: boolean;
  readonly titles: Readonly<Record<string, { readonly title?: string | undefined }>>;
  readonly updatedBy: string;
  /** What its texts are to the artist of an entry. */
  relationTo(artworkId: string): Relation;
  /** The item as it is now, read consistently; `undefined` if it was deleted. */
  again(): Promise<SearchedItem | undefined>;
  /** Makes a transaction fail where the item has another version. */
  readonly check: Write;
}
