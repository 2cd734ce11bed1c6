import type { FieldLocation } from '../../model/json/field-location.ts';
import type { MentionKind } from '../../model/names/mention-kind.ts';
import type { TextField } from '../../model/names/text-fields.ts';
import type { WithheldNames } from '../../model/names/withheld-names.ts';
import { fieldMentions } from './field-mentions.ts';
import type { SearchedItem } from './searched-item.ts';

/** A place that gives a withheld name away, and that no editor has confirmed. */
interface OpenMention {
  readonly place: FieldLocation;
  readonly artworkId: string;
  readonly match: MentionKind;
  readonly textHash: string;
  readonly namedAt?: string | undefined;
  /** False where only the public still sees the text. */
  readonly isWorkingCopy: boolean;
  readonly isPublic: boolean;
}

/**
 * The places of an item that editors must look at once names are withheld: in its texts as staff have them, or as the
 * public does.
 */
export const openMentions = (item: SearchedItem, names: WithheldNames): OpenMention[] => {
  const { kind, id, fields, publicFields, confirmed, relationTo } = item;
  const found = new Map<string, OpenMention>();
  const note = (compared: readonly TextField[], isWorkingCopy: boolean) => {
    for (const { place, textHash, mentions } of fieldMentions(
      { kind, id, fields: compared, confirmed },
      names,
      (entry) => relationTo(entry.artworkId),
    )) {
      for (const { artworkId, kind: match, weight, namedAt, isConfirmed } of mentions) {
        if (isConfirmed || weight === 'warning') continue;
        const key = `${place.locale} ${place.field} ${artworkId}`;
        const before = found.get(key);
        const isPublic = isWorkingCopy ? item.isPublic : true;
        found.set(
          key,
          before ? { ...before, isPublic } : { place, artworkId, match, textHash, namedAt, isWorkingCopy, isPublic },
        );
      }
    }
  };
  note(fields, true);
  note(publicFields, false);
  return [...found.values()];
};
