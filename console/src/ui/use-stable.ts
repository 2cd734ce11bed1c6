import { useCallback, useRef } from 'react';

/**
 * Gives a function that stays the same and calls the latest one: React does not render a component again because of it.
 */
export const useStable = <A extends readonly unknown[], R>(latest: (...given: A) => R): ((...given: A) => R) => {
  const now = useRef(latest);
  now.current = latest;
  return useCallback((...given: A) => now.current(...given), []);
};
