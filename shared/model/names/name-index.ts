import type { MentionKind } from './mention-kind.ts';
import { initialsOf, type NameKeys, textKeys } from './name-keys.ts';
import { type NameRole, nameRoles } from './name-roles.ts';
import { isDaughterOrSon, isRussianPatronymic, type Word, wordsOf } from './words.ts';

type Role = NameRole | 'joined';

interface Ref {
  readonly person: number;
  readonly role: Role;
}

type Keys = Map<string, Ref[]>;

/** Where a word of a person's name has stood last. */
type Last = { [role in NameRole | 'looseSurname']?: Word | undefined };

interface Hit extends Ref {
  /** True for the surname of the other sex: Məmmədov, where the name is Məmmədova. */
  readonly isLoose?: boolean;
}

/** How far a given name and a surname may stand from each other, in words. */
const window = 4;

/** Longest word that can be a name, or two in one, with an ending. */
const longestWord = 100;

/** How many words' keys are kept: texts repeat themselves. */
const rememberedWords = 50_000;

const isNear = (one: Word | undefined, other: Word, distance: number): boolean =>
  one !== undefined && one.sentence === other.sentence && Math.abs(one.place - other.place) <= distance;

/**
 * Names by their keys: a text is taken apart once, each of its words looked up, whatever the number of the names.
 * `find` gives what a text says of each of them, by their places in `names`.
 */
export class NameIndex {
  readonly #full: Keys = new Map();
  readonly #reduced: Keys = new Map();
  readonly #names: readonly NameKeys[];
  readonly #remembered = new Map<string, readonly Hit[]>();

  constructor(names: readonly NameKeys[]) {
    this.#names = names;
    for (const [
      person,
      { given, middle = [], father = [], surname = [], joined = [], reduced = {} },
    ] of names.entries()) {
      for (const [role, keys] of Object.entries({ given, middle, father, surname, joined })) {
        for (const key of keys) add(this.#full, key, { person, role: role as Role });
      }
      for (const role of nameRoles) {
        for (const key of reduced[role] ?? []) add(this.#reduced, key, { person, role });
      }
    }
  }

  /**
   * What a text says, person by person: the ways in which it names each. `isLowerCase` is for addresses, which have no
   * capitals.
   */
  find(text: string, isLowerCase = false): Map<number, Set<MentionKind>> {
    const found = new Map<number, Set<MentionKind>>();
    if (this.#names.length === 0) return found;
    const seen = new Map<number, Last>();
    const words = wordsOf(text, isLowerCase);
    let initials: Word[] = [];
    let surnames: { person: number; word: Word }[] = [];
    const tell = (person: number, kind: MentionKind) => {
      const kinds = found.get(person) ?? new Set();
      found.set(person, kinds.add(kind));
    };
    for (const word of words) {
      initials = initials.filter(({ index }) => word.index - index <= 3);
      surnames = surnames.filter((one) => word.index - one.word.index <= 3);
      if (word.isInitial) {
        initials.push(word);
        for (const one of surnames) {
          if (isNear(one.word, word, 0) && this.#begins(one.person, word)) tell(one.person, 'initial');
        }
      }
      for (const hit of this.#hits(word.text)) {
        if (hit.role === 'joined') {
          tell(hit.person, 'full');
          continue;
        }
        const last = seen.get(hit.person) ?? {};
        seen.set(hit.person, last);
        last[hit.isLoose && hit.role === 'surname' ? 'looseSurname' : hit.role] = word;
        if (hit.role === 'given') tell(hit.person, 'given');
        if (hit.role === 'surname' && !hit.isLoose) {
          if (!word.isBehindName) tell(hit.person, 'surname');
          surnames.push({ person: hit.person, word });
          const isBefore = (one: Word) => isNear(one, word, 1) && this.#begins(hit.person, one);
          if (initials.some(isBefore)) tell(hit.person, 'initial');
        }
        if (isWhole(hit, last, word, words)) tell(hit.person, 'full');
        else if (isAdjacent(hit, last, word)) tell(hit.person, 'initial');
      }
    }
    return found;
  }

  #begins(person: number, { text }: Word): boolean {
    const known = this.#names[person]?.initials ?? [];
    return initialsOf(text).some((sound) => known.includes(sound));
  }

  /** The names that a word can be a form of. */
  #hits(word: string): readonly Hit[] {
    if (word.length > longestWord) return [];
    const remembered = this.#remembered.get(word);
    if (remembered) return remembered;
    const { full, reduced, father } = textKeys(word);
    const hits: Hit[] = [
      ...full.flatMap((key) => this.#full.get(key) ?? []),
      ...reduced.flatMap((key) => this.#reduced.get(key) ?? []),
      ...father.flatMap((key) => (this.#full.get(key) ?? []).filter(({ role }) => role === 'father')),
    ];
    const strict = new Set(hits.map(({ person, role }) => `${person} ${role}`));
    for (const key of full) {
      for (const ref of this.#reduced.get(key) ?? []) {
        if (ref.role === 'surname' && !strict.has(`${ref.person} surname`)) hits.push({ ...ref, isLoose: true });
      }
    }
    if (this.#remembered.size < rememberedWords) this.#remembered.set(word, hits);
    return hits;
  }
}

const add = (keys: Keys, key: string, ref: Ref): void => {
  const refs = keys.get(key);
  if (refs) refs.push(ref);
  else keys.set(key, [ref]);
};

/**
 * True where a word completes a name: the surname near the given name, or the father's name, with what makes it one,
 * beside it.
 */
const isWhole = ({ role }: Hit, last: Last, word: Word, words: readonly Word[]): boolean => {
  const { given, middle, surname, looseSurname, father } = last;
  if (role === 'given' || role === 'middle') {
    if (isOther(surname, word) && isNear(surname, word, window)) return true;
    if (isOther(looseSurname, word) && isNear(looseSurname, word, 1)) return true;
  }
  if (role === 'surname') {
    const distance = looseSurname === word ? 1 : window;
    if ([given, middle].some((one) => isOther(one, word) && isNear(one, word, distance))) return true;
  }
  if (role === 'given' || role === 'father') {
    if (!given || !father || !isOther(given, father) || !isNear(given, father, 1)) return false;
    return (
      isRussianPatronymic(father.text) ||
      words.some((one) => one.index === father.index + 1 && isDaughterOrSon(one.text))
    );
  }
  return false;
};

const isAdjacent = ({ role }: Hit, { given, middle, father }: Last, word: Word): boolean => {
  if (role === 'given') return [middle, father].some((one) => isOther(one, word) && isNear(one, word, 1));
  return (role === 'middle' || role === 'father') && isOther(given, word) && isNear(given, word, 1);
};

/** One word cannot be two of a name. */
const isOther = (one: Word | undefined, other: Word): boolean => one !== undefined && one.index !== other.index;
