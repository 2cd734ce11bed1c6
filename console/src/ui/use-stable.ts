import { useCallback, useRef } from 'react';

/** A function that stays the same and calls the latest one: what gets it is not made anew because of it. */
export const useStable = <A extends readonly unknown[], R>(latest: (...given: A) => R): ((...given: A) => R) => {
  const now = useRef(latest);
  now.current = latest;
  return useCallback((...given: A) => now.current(...given), []);
};
