import { type RefObject, useState } from 'react';
import { showControl } from '../events/fields/show-field.ts';

/** The first field of a form whose day or time is typed in part: the browser gives no value for it, as for an empty one. */
const incompleteIn = (form: HTMLFormElement | null): HTMLInputElement | undefined =>
  [...(form?.querySelectorAll('input') ?? [])].find(({ validity }) => validity.badInput);

/** Whether a field of a form is typed in part, so that it is neither taken for empty nor for saved. */
export const useIncomplete = (form: RefObject<HTMLFormElement | null>) => {
  const [isIncomplete, setIncomplete] = useState(false);
  return {
    isIncomplete,
    /** To be called with whatever is typed. */
    look: () => setIncomplete(incompleteIn(form.current) !== undefined),
    /** Leads to such a field, which says what is missing once it was left; false where there is none. */
    showIncomplete: (): boolean => {
      const control = incompleteIn(form.current);
      setIncomplete(control !== undefined);
      if (!control) return false;
      control.blur();
      showControl(control);
      return true;
    },
  };
};
