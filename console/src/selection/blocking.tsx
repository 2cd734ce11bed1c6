import { Link } from 'wouter';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { languageName } from '../words/language-name.ts';
import { fieldInWords } from './field-in-words.ts';
import { selectionWords } from './words.ts';

type Lack = AnswerOf<'getExhibitionPublicationCheck'>['errors'][number];

interface BlockingProps {
  readonly exhibitionId: string;
  /** What the exhibition itself lacks; what works lack stands at them. */
  readonly lacks: readonly Lack[];
  /** How many of the selected works lack something. */
  readonly lackingWorks: number;
}

/** What keeps an exhibition from the public, before anybody tries. */
export const Blocking = ({ exhibitionId, lacks, lackingWorks }: BlockingProps) => {
  const { language, site } = useConsole();
  const texts = useWords(selectionWords);
  const fieldOf = (path: string): string => {
    const locale = path.split('.').find((part) => site.locales.includes(part));
    return `${fieldInWords(path, texts)}${locale ? ` (${languageName(locale, language)})` : ''}`;
  };
  if (lacks.length === 0 && lackingWorks === 0) return <p>{texts.nothingLacks}</p>;
  return (
    <>
      {lackingWorks > 0 && <p className="error">{texts.lackingWorks(lackingWorks)}</p>}
      {lacks.length > 0 && (
        <>
          <h3>{texts.lacks}</h3>
          <ul>
            {lacks.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {fieldOf(path)}: {message}
              </li>
            ))}
          </ul>
          <p>
            <Link href={`/exhibitions/${exhibitionId}`}>{texts.toText}</Link>
          </p>
        </>
      )}
    </>
  );
};
