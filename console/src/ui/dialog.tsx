import { createContext, type ReactNode, useContext, useId, useLayoutEffect, useRef, useState } from 'react';
import { Context } from '../console-context.ts';

interface DialogProps {
  readonly title: string;
  /** Called when the person wants to leave it; it is open as long as it is on the page. */
  readonly onClose: () => void;
  /**
   * What it asks for is under way: it stays until that has ended and says what came of it. What can be stopped on the
   * way is stopped by `onClose` instead.
   */
  readonly isBusy?: boolean;
  /** It is a form: once something was typed in it, Escape asks before that is lost. */
  readonly isForm?: boolean;
  readonly children: ReactNode;
}

const Busy = createContext(false);

/** Whether what the dialogue asks for is under way. */
export const useBusyDialog = (): boolean => useContext(Busy);

/**
 * A dialogue above the page: the browser keeps the focus in it, asks for its end by Escape and returns the focus
 * afterwards.
 */
export const Dialog = ({ title, onClose, isBusy = false, isForm = false, children }: DialogProps) => {
  // Who signs out before the console is ready has a dialogue without it, and no form.
  const context = useContext(Context);
  const [typed, setTyped] = useState<'not' | 'typed' | 'asked'>('not');
  const leave = () => {
    if (isBusy) return;
    if (typed === 'typed') setTyped('asked');
    else onClose();
  };
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
      onInput={() => {
        if (isForm) setTyped('typed');
      }}
      onFocus={({ target }) => {
        focused.current = target;
      }}
      onCancel={(event) => {
        // A choice of files in it that is called off is told here too.
        if (event.target !== event.currentTarget) return;
        // It may have something to ask first, and stays until then.
        event.preventDefault();
        if (event.cancelable) leave();
      }}
      onClose={({ target, currentTarget }) => {
        // A browser closes it at the second Escape, whatever the console answers to the first.
        if (target !== currentTarget || !dialog.current) return;
        leave();
        const before = focused.current;
        setTimeout(() => {
          if (!dialog.current || dialog.current.open) return;
          dialog.current.showModal();
          before?.focus();
        });
      }}
    >
      <h2 id={id}>{title}</h2>
      <Busy value={isBusy}>{children}</Busy>
      {typed === 'asked' && <p role="alert">{context?.words.leaveTyped}</p>}
    </dialog>
  );
};
