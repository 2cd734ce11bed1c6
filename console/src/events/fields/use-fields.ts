import { createContext, useContext } from 'react';
import type { Content } from '../content.ts';

/** What the fields of the editor share. */
export interface Fields {
  readonly content: Content;
  readonly change: (make: (content: Content) => Content) => void;
  /** Why the API has refused what stands at a path (`place.address.az`). */
  readonly errorOf: (path: string) => string | undefined;
  /** The paths that the API has refused. */
  readonly refused: readonly string[];
  readonly readOnly: boolean;
  /** The languages whose texts are on the screen: one, or the original and a translation beside it. */
  readonly locales: readonly string[];
}

export const FieldsContext = createContext<Fields | undefined>(undefined);

export const useFields = (): Fields => {
  const fields = useContext(FieldsContext);
  if (!fields) throw new Error('This is no part of the editor.');
  return fields;
};
