import { type ReactNode, useEffect, useState } from 'react';

interface SectionProps {
  readonly title: string;
  /** What it holds, for those who see it folded. */
  readonly hint?: string | undefined;
  /** Something in it was refused: it unfolds. */
  readonly hasError: boolean;
  /** It is folded at first on every screen: most do without it. */
  readonly isAside?: boolean;
  readonly children: ReactNode;
}

/** A part of the editor that can be folded, and is at first on a phone. */
export const Section = ({ title, hint, hasError, isAside, children }: SectionProps) => {
  const [isOpen, setOpen] = useState(() => !isAside && !matchMedia('(max-width: 52rem)').matches);
  useEffect(() => {
    if (hasError) setOpen(true);
  }, [hasError]);
  return (
    <details className="section" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{title}</h2>
        {hint && <small>{hint}</small>}
      </summary>
      {children}
    </details>
  );
};
