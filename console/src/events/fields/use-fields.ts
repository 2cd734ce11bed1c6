import { createContext, useContext } from 'react';
import type { Content } from '../content.ts';

/** What the fields of an editor share. */
export interface Fields<C = Content> {
  readonly content: C;
  readonly change: (make: (content: C) => C) => void;
  /** Why the API has refused what stands at a path (`place.address.az`). */
  readonly errorOf: (path: string) => string | undefined;
  /** The paths that the API has refused. */
  readonly refused: readonly string[];
  readonly readOnly: boolean;
  /** The languages whose texts are on the screen: one, or the original and a translation beside it. */
  readonly locales: readonly string[];
}

/** The fields of whichever kind the editor is of. */
export const FieldsContext = createContext<unknown>(undefined);

/** The fields around: `C` is what the kind writes, or as much of it as the caller touches. */
export const useFields = <C = Content>(): Fields<C> => {
  const fields = useContext(FieldsContext) as Fields<C> | undefined;
  if (!fields) throw new Error('This is no part of the editor.');
  return fields;
};
