import { useConsole, useWords } from '../../console-context.ts';
import { fieldName } from '../field-name.ts';
import { fieldWords } from './words.ts';

interface RefusedFieldsProps {
  readonly errors: Readonly<Record<string, string>>;
  readonly onChoose: (path: string) => void;
}

/** Everything that the API has refused, whether its field is on the screen or not: each leads to its field. */
export const RefusedFields = ({ errors, onChoose }: RefusedFieldsProps) => {
  const { words, language, site } = useConsole();
  const { refused } = useWords(fieldWords);
  return (
    <div role="alert" className="failure">
      <p>{refused}</p>
      <ul>
        {Object.entries(errors).map(([path, message]) => (
          <li key={path}>
            <button type="button" className="plain" onClick={() => onChoose(path)}>
              {fieldName(path, { words, language, locales: site.locales })}
            </button>
            : {message}
          </li>
        ))}
      </ul>
    </div>
  );
};
