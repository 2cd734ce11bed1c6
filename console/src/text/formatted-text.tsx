import { type ReactNode, useState } from 'react';
import { Editor, type EditorProps } from './editor.tsx';
import { openText } from './open-text.ts';

interface FormattedTextProps extends Omit<EditorProps, 'opened' | 'onNotHeld'> {
  /** What is shown in place of a text that the view cannot hold. */
  readonly instead: ReactNode;
}

/** The formatted view of a text: where it cannot hold it, what stands for it, until the view is chosen anew. */
export const FormattedText = ({ instead, ...props }: FormattedTextProps) => {
  const [opened, setOpened] = useState(() => openText(props.value));
  return opened ? <Editor {...props} opened={opened} onNotHeld={() => setOpened(undefined)} /> : instead;
};
