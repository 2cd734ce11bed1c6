import { type RefObject, useState } from 'react';
import { incompleteIn, showIncomplete } from '../ui/incomplete.ts';

/** Whether a field of a form is typed in part, so that it is neither taken for empty nor for saved. */
export const useIncomplete = (form: RefObject<HTMLFormElement | null>) => {
  const [isIncomplete, setIncomplete] = useState(false);
  return {
    isIncomplete,
    /** To be called with whatever is typed. */
    look: () => setIncomplete(incompleteIn(form.current) !== undefined),
    showIncomplete: (): boolean => {
      const isShown = showIncomplete(form.current);
      setIncomplete(isShown);
      return isShown;
    },
  };
};
