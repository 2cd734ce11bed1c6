import { createContext, type ReactNode, useContext, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Context } from '../console-context.ts';
import { ActButton } from './act-button.tsx';

interface DialogProps {
  readonly title: string;
  /** Called when the person wants to leave it; it is open as long as it is on the page. */
  readonly onClose: () => void;
  /**
   * What it asks for is under way: it stays until that has ended and says what came of it. What can be stopped on the
   * way is stopped by `onClose` instead.
   */
  readonly isBusy?: boolean;
  /** It is a form: once something was typed in it, it asks before that is lost. */
  readonly isForm?: boolean;
  /** The same for a form that knows what would be lost, which this says; undefined where that is nothing. */
  readonly unsaved?: string | undefined;
  readonly children: ReactNode;
}

interface OpenDialog {
  readonly isBusy: boolean;
  readonly leave: () => void;
}

const Open = createContext<OpenDialog>({ isBusy: false, leave: () => {} });

/** Whether what the dialogue asks for is under way; and what leaves it as Escape does, which may ask first. */
export const useOpenDialog = (): OpenDialog => useContext(Open);

/**
 * A dialogue above the page: the browser keeps the focus in it, asks for its end by Escape and returns the focus
 * afterwards. A key never loses what is typed: Escape asks, and Escape puts the question away.
 */
export const Dialog = ({ title, onClose, isBusy = false, isForm = false, unsaved, children }: DialogProps) => {
  // Who signs out before the console is ready has a dialogue without it, and no form.
  const context = useContext(Context);
  const [isTyped, setTyped] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const question = unsaved ?? (isTyped ? context?.words.leaveTyped : undefined);
  const isShown = question !== undefined && isAsked;
  const dialog = useRef<HTMLDialogElement>(null);
  const asking = useRef<HTMLDivElement>(null);
  const focused = useRef<HTMLElement>(undefined);
  const id = useId();
  const leave = () => {
    if (isBusy) return;
    if (!question) return onClose();
    setAsked(!isShown);
    // The button that goes with the question may have it.
    if (isShown) focused.current?.focus({ preventScroll: true });
  };
  // A person who sends what is typed does not leave the dialogue: where the API refuses it, the question is not there.
  useEffect(() => {
    if (isBusy) setAsked(false);
  }, [isBusy]);
  // The question takes place at the end: a field that has the focus stays in sight above it. A button keeps the focus:
  // a key that is pressed twice by mistake must not give up what is typed.
  useEffect(() => {
    if (isShown) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
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
        // Who goes on writing is asked again.
        setAsked(false);
        if (isForm) setTyped(true);
      }}
      onFocus={({ target }) => {
        if (!asking.current?.contains(target)) focused.current = target;
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
      <Open value={{ isBusy, leave }}>{children}</Open>
      {isShown && (
        <div ref={asking} className="actions asking">
          <p role="alert">{question}</p>
          <ActButton isOff={isBusy} onClick={onClose}>
            {context?.words.leave}
          </ActButton>
        </div>
      )}
    </dialog>
  );
};
