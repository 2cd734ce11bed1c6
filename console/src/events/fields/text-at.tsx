import { useWords } from '../../console-context.ts';
import { TextField } from '../../ui/field.tsx';
import { withValue } from '../content.ts';
import { InEachLanguage } from './in-each-language.tsx';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

interface TextAtProps {
  readonly path: readonly string[];
  readonly label: string;
  readonly help?: string | undefined;
  readonly lines?: number;
  readonly lang?: string;
  readonly inputMode?: 'url';
}

const textAt = (content: unknown, path: readonly string[]): string => {
  const value = path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], content);
  return typeof value === 'string' ? value : '';
};

/** A text of the content by its path. What is left empty is not there. */
export const TextAt = ({ path, ...field }: TextAtProps) => {
  const { content, change, errorOf, readOnly } = useFields();
  const name = path.join('.');
  return (
    <TextField
      {...field}
      {...{ name, readOnly }}
      value={textAt(content, path)}
      error={errorOf(name)}
      onChange={(text) => change((now) => withValue(now, path, text || undefined))}
    />
  );
};

/** Words of the content in each language that is on the screen: `place.name`. */
export const WordsAt = ({ path, help, lines }: { path: readonly string[]; help?: string; lines?: number }) => {
  const { names } = useWords(fieldWords);
  return (
    <InEachLanguage>
      {(locale, named, isFirst) => (
        <TextAt
          path={[...path, locale]}
          label={named(names[path.join('.') as keyof typeof names])}
          lang={locale}
          help={isFirst ? help : undefined}
          {...(lines && { lines })}
        />
      )}
    </InEachLanguage>
  );
};
