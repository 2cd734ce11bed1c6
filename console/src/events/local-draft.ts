import type { Content } from './content.ts';

/** What was written and not saved, with what it began from. */
export interface LocalDraft {
  readonly base: Content;
  readonly version: number;
  readonly content: Content;
  /** ISO 8601. */
  readonly writtenAt: string;
}

const keyOf = (person: string, item: string): string => `sergi.draft.${person}.${item}`;

/** Keeps in this browser what a person has written of an item. Where there is no room, nothing is kept: it is on the screen. */
export const keepDraft = (person: string, item: string, draft: LocalDraft): void => {
  try {
    localStorage.setItem(keyOf(person, item), JSON.stringify(draft));
  } catch {}
};

export const readDraft = (person: string, item: string): LocalDraft | undefined => {
  const kept = localStorage.getItem(keyOf(person, item));
  return kept === null ? undefined : JSON.parse(kept);
};

export const forgetDraft = (person: string, item: string): void => localStorage.removeItem(keyOf(person, item));
