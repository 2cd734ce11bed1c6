/** Opens what a control is folded into, and gives it the focus. */
export const showControl = (control: HTMLElement): void => {
  for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  control.focus();
};

/** Shows the control of a path, or of what is above it where it has none of its own. */
export const showField = (form: HTMLFormElement, path: string): void => {
  const parts = path.split('.');
  const control = parts
    .map((_, n) => CSS.escape(parts.slice(0, parts.length - n).join('.')))
    .map((name) => form.querySelector<HTMLElement>(`[name="${name}"], [name^="${name}."]`))
    .find(Boolean);
  if (control) showControl(control);
};
