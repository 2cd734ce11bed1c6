import { useState } from 'react';

/**
 * What is in a field whose value is written in another form: as long as somebody types, it is what they have typed,
 * though it may be no value yet or one that would be written otherwise.
 */
export const useTyped = (shown: string, onTyped: (text: string) => void, onLeft?: (text: string) => void) => {
  const [typed, setTyped] = useState<string>();
  return {
    value: typed ?? shown,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      setTyped(target.value);
      onTyped(target.value);
    },
    onBlur: () => {
      if (typed !== undefined) onLeft?.(typed);
      setTyped(undefined);
    },
  };
};
