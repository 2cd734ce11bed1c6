import { showField } from './show-field.ts';

/** Gives the field of a path the focus, so that the person goes on writing at its end. */
export const goOnIn = (form: HTMLFormElement, path: string): void => {
  showField(form, path);
  const control = document.activeElement;
  if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text'))
    control.setSelectionRange(control.value.length, control.value.length);
  else if (control instanceof HTMLElement && control.isContentEditable) {
    const selection = getSelection();
    selection?.selectAllChildren(control);
    selection?.collapseToEnd();
  }
};
