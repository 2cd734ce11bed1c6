import { useCommon, useWords } from '../console-context.ts';
import type { KeptRating } from './kept-ratings.ts';
import { juryWords } from './words.ts';

interface RefusedRatingProps {
  readonly kept: KeptRating;
  readonly onDrop: () => void;
}

/** Says why the API has refused a rating, until the person discards it. */
export const RefusedRating = ({ kept, onDrop }: RefusedRatingProps) => {
  const { announce } = useCommon();
  const texts = useWords(juryWords);
  return (
    <div role="alert" className="failure">
      <p>
        {texts.refused} {kept.refused}
      </p>
      <button
        type="button"
        onClick={() => {
          onDrop();
          announce(texts.dropped);
        }}
      >
        {texts.drop}
      </button>
    </div>
  );
};
