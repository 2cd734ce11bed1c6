import { useWords } from '../console-context.ts';
import { publicationWords } from './words.ts';

/** The button that makes an item public again, as it was. */
export const Undo = ({ onUndo }: { onUndo: () => void }) => {
  const texts = useWords(publicationWords);
  return (
    <p>
      <button type="button" onClick={onUndo}>
        {texts.undo}
      </button>
    </p>
  );
};
