import { useConsole, useWords } from '../console-context.ts';
import { idOf } from '../events/content.ts';
import { actorName } from '../people/actor-name.ts';
import { conflictWords } from './conflict-words.ts';
import type { SavedItem } from './written-kind.ts';

type Changed = Pick<SavedItem, 'updatedBy'>;

/**
 * Whose it is what was saved meanwhile: that of another person, or of the same one in another tab or on another device.
 */
export const useOther = () => {
  const { person, words, language } = useConsole();
  const { own } = useWords(conflictWords);
  /** The name of another person; undefined where it is the same one. */
  const nameOfOther = ({ updatedBy }: Changed): string | undefined =>
    idOf(updatedBy) === person.id ? undefined : actorName(updatedBy, language);
  /** That it is saved, together with the other one. */
  const mergedWith = (other: Changed): string => {
    const name = nameOfOther(other);
    return name === undefined ? own.merged : words.conflict.merged(name);
  };
  return { nameOfOther, mergedWith };
};
