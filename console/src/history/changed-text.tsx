import { useWords } from '../console-context.ts';
import { diffTexts, type TextPart } from './diff-texts.ts';
import { historyWords } from './words.ts';
import './changed-text.css';

/** What was taken out, or put in; for those who do not see the colours it is said. */
export const Part = ({ kind, text }: TextPart) => {
  const texts = useWords(historyWords);
  if (kind === 'same') return text;
  const Mark = kind === 'removed' ? 'del' : 'ins';
  return (
    <Mark>
      <span className="unseen">{kind === 'removed' ? texts.removedPart : texts.addedPart} </span>
      {text}
      <span className="unseen"> {texts.endOfPart}</span>
    </Mark>
  );
};

/** How many lines that are the same stand beside a change: the empty one between paragraphs, and one more. */
const context = 2;

/** How two texts differ, word by word; what is the same in the middle of a long text is folded. */
export const ChangedText = ({ before, after, lang }: { before: string; after: string; lang?: string | undefined }) => {
  const texts = useWords(historyWords);
  const passages = diffTexts(before, after);
  return (
    <div className="changed-text" lang={lang}>
      {passages.map((passage, n) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: passages and parts have nothing else, and never move
        if (passage.kind === 'changed') return passage.parts.map((part, m) => <Part key={`${n} ${m}`} {...part} />);
        const { lines } = passage;
        const [first, last] = [n === 0 ? 0 : context, n === passages.length - 1 ? 0 : context];
        const folded = lines.slice(first, lines.length - last).filter((line) => line.trim());
        if (folded.length < 2) return <span key={n}>{lines.join('')}</span>;
        return (
          <span key={n}>
            {lines.slice(0, first).join('')}
            <span className="folded" lang="">
              {texts.folded(folded.length)}
            </span>
            {last > 0 && lines.slice(-last).join('')}
          </span>
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: passages and parts have nothing else, and never move
      })}
    </div>
  );
};
