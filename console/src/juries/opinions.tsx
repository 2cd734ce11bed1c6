import type { AnswerOf } from '../api/api.ts';
import { useWords } from '../console-context.ts';
import { juryWords } from './words.ts';

type Opinion = NonNullable<AnswerOf<'getJuryWork'>['opinions']>[number];

/** What the others of the jury think of a work, whoever they are. */
export const Opinions = ({ opinions }: { opinions: readonly Opinion[] }) => {
  const texts = useWords(juryWords);
  return (
    <section aria-labelledby="jury-opinions">
      <h3 id="jury-opinions">{texts.others}</h3>
      <ul className="jury-opinions">
        {opinions.map(({ score, comment }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and they have no names
          <li key={n}>
            <strong>{texts.given(score)}</strong> {comment}
          </li>
        ))}
      </ul>
    </section>
  );
};
