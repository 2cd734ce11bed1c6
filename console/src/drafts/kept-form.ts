import { now } from '../session/clock.ts';

/** What is written in a form and not saved, with what it began from. */
export interface KeptForm<V> {
  readonly base: V;
  readonly value: V;
}

interface Stored<V> extends KeptForm<V> {
  /** ISO 8601. */
  readonly writtenAt: string;
}

/** How long this browser keeps a form that its author does not take up, in milliseconds. */
const keptFor = 30 * 24 * 3_600_000;

const keyOf = (person: string, name: string): string => `sergi.form.${person}.${name}`;

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

/** A form as the person has left it on this device, in the last thirty days. */
export const readKeptForm = <V>(person: string, name: string): KeptForm<V> | undefined => {
  try {
    const stored: Stored<V> | null = JSON.parse(localStorage.getItem(keyOf(person, name)) ?? 'null');
    if (!stored || Date.parse(stored.writtenAt) + keptFor < now().getTime()) return undefined;
    return { base: stored.base, value: stored.value };
  } catch {
    return undefined;
  }
};
