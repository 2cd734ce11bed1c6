import { showControl } from '../events/fields/show-field.ts';

/**
 * The first field in which a day or a time is typed in part: the browser gives no value for it, as for an empty one.
 */
export const incompleteIn = (within: Element | null): HTMLInputElement | undefined =>
  [...(within?.querySelectorAll('input') ?? [])].find(({ validity }) => validity.badInput);

/** Leads to such a field, which says what is missing once it was left; false where there is none. */
export const showIncomplete = (within: Element | null): boolean => {
  const control = incompleteIn(within);
  if (!control) return false;
  control.blur();
  showControl(control);
  return true;
};
