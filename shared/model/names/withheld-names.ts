import type { Consent } from '../people/consent.ts';
import type { MentionKind } from './mention-kind.ts';
import { NameIndex } from './name-index.ts';
import type { NameKeys } from './name-keys.ts';
import { formAt, type WithheldEntry } from './withheld-entry.ts';

/**
 * What a text is to an artist: the artist's own (title, description, alternative text), the exhibition's, that of
 * another artwork in it, of an event that names the exhibition, of one that shares its campaign only, or any other.
 */
export type Relation = 'own' | 'exhibition' | 'sibling' | 'event' | 'campaign' | 'elsewhere';

/** The consequence: a text is refused, needs an editor's confirmation, or staff are told. */
type Weight = 'refused' | 'confirm' | 'warning';

/** A name that consent withholds, and a text that gives it away. */
export interface Mention {
  readonly artworkId: string;
  readonly entryNumber: number;
  readonly who: 'artist' | 'guardian';
  readonly kind: MentionKind;
  readonly weight: Weight;
  /** Since when the entry has had the artist's name; absent where it never had another. */
  readonly namedAt?: string;
}

const isIts = (relation: Relation): boolean => relation === 'own' || relation === 'exhibition';

/**
 * What a mention of an artist weighs. A whole name is refused in texts about the child and the exhibition; elsewhere
 * another person may bear it. What is less than a whole name may mean another person everywhere, and counts where the
 * child is near.
 */
const weightOf = (kind: MentionKind, relation: Relation, form: Consent['name']): Weight | undefined => {
  if (kind === 'full') return isIts(relation) ? 'refused' : 'confirm';
  if (kind === 'initial') return relation === 'campaign' || relation === 'elsewhere' ? undefined : 'confirm';
  if (kind === 'surname') return isIts(relation) ? 'confirm' : undefined;
  return relation === 'own' && form === 'none' ? 'confirm' : undefined;
};

const order: readonly MentionKind[] = ['full', 'initial', 'surname', 'given'];

interface Person {
  readonly entry: WithheldEntry;
  readonly who: Mention['who'];
  readonly form: Consent['name'];
  readonly keys: NameKeys;
}

/** The names that consent withholds at a time, of some entries: texts are compared with all of them at once. */
export class WithheldNames {
  readonly #people: readonly Person[];
  readonly #index: NameIndex;

  constructor(entries: readonly WithheldEntry[], now: Date, timeZone: string) {
    this.#people = entries.flatMap((entry): Person[] => {
      const form = formAt(entry, now, timeZone);
      return [
        ...(form === 'full' ? [] : [{ entry, who: 'artist' as const, form, keys: entry.artist }]),
        // Whatever a child's name may be: the guardian has agreed to nothing of that kind.
        ...(entry.guardian ? [{ entry, who: 'guardian' as const, form: 'none' as const, keys: entry.guardian }] : []),
      ];
    });
    this.#index = new NameIndex(this.#people.map(({ keys }) => keys));
  }

  /**
   * The mentions in the readings of a text, each person once, by the weightiest of them, in the order of the entries.
   */
  mentionsIn(
    readings: readonly { readonly text: string; readonly isAddress?: boolean }[],
    relationOf: (entry: WithheldEntry) => Relation,
  ): Mention[] {
    const kinds = new Map<number, Set<MentionKind>>();
    for (const { text, isAddress } of readings) {
      for (const [person, found] of this.#index.find(text, isAddress)) {
        kinds.set(person, new Set([...(kinds.get(person) ?? []), ...found]));
      }
    }
    return [...kinds]
      .flatMap(([place, found]) => {
        const person = this.#people[place] as Person;
        const relation = relationOf(person.entry);
        return order
          .filter((kind) => found.has(kind))
          .flatMap((kind) => this.#mention(person, kind, relation))
          .slice(0, 1);
      })
      .sort((one, other) => one.entryNumber - other.entryNumber);
  }

  #mention({ entry, who, form }: Person, kind: MentionKind, relation: Relation): Mention[] {
    const { artworkId, entryNumber, namedAt } = entry;
    if (who === 'guardian') {
      if (kind !== 'full' || relation === 'elsewhere') return [];
      return [{ artworkId, entryNumber, who, kind, weight: isIts(relation) ? 'refused' : 'warning' }];
    }
    const weight = weightOf(kind, relation, form);
    return weight ? [{ artworkId, entryNumber, who, kind, weight, ...(namedAt && { namedAt }) }] : [];
  }
}
