import type { ComponentProps } from 'react';

interface ActButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  /** It does nothing now, or not yet. */
  readonly isOff: boolean | undefined;
}

/** A button that keeps the focus while it does nothing: a browser takes it from one that is `disabled`. */
export const ActButton = ({ isOff, onClick, ...button }: ActButtonProps) => (
  <button
    type="button"
    {...button}
    aria-disabled={isOff || undefined}
    onClick={(event) => {
      // One that submits a form does so by Enter in a field, too.
      if (isOff) event.preventDefault();
      else onClick?.(event);
    }}
  />
);
