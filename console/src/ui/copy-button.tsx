import { useCommon } from '../console-context.ts';

interface CopyProps {
  readonly text: string;
  /** What is copied, for those who hear the button alone. */
  readonly label: string;
  readonly said: string;
  readonly children: string;
}

/** Puts a text into the clipboard, and says so. */
export const CopyButton = ({ text, label, said, children }: CopyProps) => {
  const { announce } = useCommon();
  return (
    <button
      type="button"
      aria-label={label}
      onClick={() => navigator.clipboard.writeText(text).then(() => announce(said))}
    >
      {children}
    </button>
  );
};
