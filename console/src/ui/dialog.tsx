import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A dialogue above the page: the browser keeps the focus in it, asks for its end by Escape and returns the focus
 * afterwards.
 */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const focused = useRef<HTMLElement>(undefined);
  const id = useId();
  // Before it leaves the page: afterwards the browser would not return the focus.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onFocus={({ target }) => {
        focused.current = target;
      }}
      onCancel={(event) => {
        // A choice of files in it that is called off is told here too.
        if (event.target !== event.currentTarget) return;
        // It may have something to ask first, and stays until then.
        event.preventDefault();
        if (event.cancelable) onClose();
      }}
      onClose={({ target, currentTarget }) => {
        // A browser closes it at the second Escape, whatever the console answers to the first.
        if (target !== currentTarget || !dialog.current) return;
        onClose();
        const before = focused.current;
        setTimeout(() => {
          if (!dialog.current || dialog.current.open) return;
          dialog.current.showModal();
          before?.focus();
        });
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
};
