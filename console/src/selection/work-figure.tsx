import { useWords } from '../console-context.ts';
import type { Work } from './use-works.ts';
import { selectionWords } from './words.ts';

interface WorkFigureProps {
  readonly work: Work | undefined;
  readonly number: number;
}

/** An entry as staff know it: its picture, its number, its title, and whose it is where that may be said. */
export const WorkFigure = ({ work, number }: WorkFigureProps) => {
  const texts = useWords(selectionWords);
  const { title = '', artist, picture } = work ?? {};
  return (
    <>
      {picture ? (
        <img
          className="choice-picture"
          src={picture.src}
          width={picture.width}
          height={picture.height}
          alt=""
          loading="lazy"
          draggable={false}
        />
      ) : (
        <span className="choice-picture" />
      )}
      <p className="choice-name">
        <strong>{texts.named(number, title)}</strong>
        {artist && <span>{artist}</span>}
      </p>
    </>
  );
};
