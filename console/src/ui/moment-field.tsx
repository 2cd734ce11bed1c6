import { useState } from 'react';
import { useConsole } from '../console-context.ts';
import { dayInWords, fromLocal, momentInWords } from './dates.ts';
import { Field } from './field.tsx';
import { useTyped } from './use-typed.ts';

interface MomentFieldProps {
  readonly type: 'date' | 'datetime-local' | 'time';
  readonly label: string;
  readonly help?: string | undefined;
  readonly name?: string;
  readonly error?: string | undefined;
  readonly readOnly?: boolean;
  readonly value: string;
  readonly onChange: (local: string) => void;
  readonly onFocus?: () => void;
}

/** The API takes no later ones; the browser's field would take years of six digits. */
const latest = { date: '2999-12-31', 'datetime-local': '2999-12-31T23:59', time: undefined };

/**
 * A day, a time, or both, by the clocks of the site: in words too, since a browser writes 8 December as 12/08 where it
 * likes.
 */
export const MomentField = ({ type, value, readOnly, onChange, onFocus, help, error, ...field }: MomentFieldProps) => {
  const { words, language, site } = useConsole();
  const typed = useTyped(value, onChange);
  // Half of it is no value for the browser, which gives an empty one.
  const [isIncomplete, setIncomplete] = useState(false);
  const inWords = {
    date: () => dayInWords(value, language),
    'datetime-local': () => momentInWords(fromLocal(value, site.timeZone), language, site.timeZone),
    time: () => undefined,
  }[type];
  return (
    <Field
      {...field}
      help={[value && inWords(), help].filter(Boolean).join('. ') || undefined}
      error={error ?? (isIncomplete ? words.fields.incomplete : undefined)}
    >
      {(control) => (
        <input
          {...control}
          {...{ type, readOnly, onFocus }}
          value={typed.value}
          max={latest[type]}
          onChange={(typing) => {
            setIncomplete(false);
            typed.onChange(typing);
          }}
          onBlur={({ target }) => {
            setIncomplete(target.validity.badInput);
            typed.onBlur();
          }}
        />
      )}
    </Field>
  );
};
