import { now } from '../session/clock.ts';
import { isTooOld } from './is-too-old.ts';

/** What is written in a form and not saved, with what it began from. */
export interface KeptForm<V> {
  readonly base: V;
  readonly value: V;
}

interface Stored<V> extends KeptForm<V> {
  /** ISO 8601. */
  readonly writtenAt: string;
}

const prefix = 'sergi.form.';

/** Under which an earlier console kept selections: this one reads none of them, and cannot tell how old they are. */
const formerPrefix = 'sergi.selection.';

const keyOf = (person: string, name: string): string => `${prefix}${person}.${name}`;

/** Keeps a form in this browser. False where there is no room, or the browser keeps nothing. */
export const keepForm = <V>(person: string, name: string, { base, value }: KeptForm<V>): boolean => {
  const stored: Stored<V> = { base, value, writtenAt: now().toISOString() };
  try {
    localStorage.setItem(keyOf(person, name), JSON.stringify(stored));
    return true;
  } catch {
    return false;
  }
};

export const forgetForm = (person: string, name: string): void => {
  try {
    localStorage.removeItem(keyOf(person, name));
  } catch {
    // It has kept nothing.
  }
};

/** What was kept; undefined where it is none of ours. */
const parsed = <V>(text: string | null): Stored<V> | undefined => {
  try {
    return JSON.parse(text ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** A form as the person has left it on this device, in the last thirty days. */
export const readKeptForm = <V>(person: string, name: string): KeptForm<V> | undefined => {
  try {
    const stored = parsed<V>(localStorage.getItem(keyOf(person, name)));
    return stored && !isTooOld(stored) ? { base: stored.base, value: stored.value } : undefined;
  } catch {
    return undefined;
  }
};

/** Deletes forms that are older than that, of every person: their writer may never use this browser again. */
export const forgetOldForms = (): void => {
  try {
    const isForm = (key: string) => key.startsWith(prefix) || key.startsWith(formerPrefix);
    for (const key of Object.keys(localStorage).filter(isForm)) {
      const stored: Stored<unknown> | undefined = parsed(localStorage.getItem(key));
      if (!stored || isTooOld(stored)) localStorage.removeItem(key);
    }
  } catch {
    // It has kept nothing.
  }
};
