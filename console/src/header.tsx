import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';

interface HeaderProps {
  readonly title: string;
  /** What the button is called that unfolds the rest on a narrow screen; without it the rest is always there. */
  readonly menu: string | undefined;
  /** What belongs to the account, and the menu. */
  readonly children: ReactNode;
}

/** The head of every screen: a narrow one shows the title and unfolds the rest. */
export const Header = ({ title, menu, children }: HeaderProps) => {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [location] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when another screen is shown
  useEffect(() => setOpen(false), [location]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape only does what the button does, too
    <header
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isOpen) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <strong>{title}</strong>
      {menu !== undefined && (
        <button
          type="button"
          ref={button}
          className="unfold"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {menu}
        </button>
      )}
      <div id={id} className={isOpen ? 'menu open' : 'menu'}>
        {children}
      </div>
    </header>
  );
};
