import { useCommon, useWords } from '../console-context.ts';
import type { KeptRating } from './kept-ratings.ts';
import { juryWords } from './words.ts';

interface RefusedRatingProps {
  readonly kept: KeptRating;
  /** True where the work is not there any more, to show what the person thought of it. */
  readonly isOfWorkGone?: boolean;
  readonly onDrop: () => void;
}

/** Says why a rating is not stored, until the person discards it. */
export const RefusedRating = ({ kept, isOfWorkGone = false, onDrop }: RefusedRatingProps) => {
  const { announce } = useCommon();
  const texts = useWords(juryWords);
  return (
    <div role="alert" className="failure jury-refused">
      {isOfWorkGone && <strong>{texts.work(kept.number)}</strong>}
      <p>{kept.refused === undefined ? texts.neverSent : `${texts.refused} ${kept.refused}`}</p>
      {isOfWorkGone && <Given kept={kept} />}
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

/** The points and the comment of a rating. */
const Given = ({ kept: { score, comment } }: { readonly kept: KeptRating }) => {
  const texts = useWords(juryWords);
  return (
    <>
      {score !== undefined && <p className="jury-score">{texts.given(score)}</p>}
      {comment.trim() && <blockquote>{comment}</blockquote>}
    </>
  );
};
