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

/** A day, a time, or both, by the clocks of the site: in words too, since a browser writes 8 December as 12/08 where it likes. */
export const MomentField = ({ type, value, readOnly, onChange, onFocus, help, ...field }: MomentFieldProps) => {
  const { language, site } = useConsole();
  const typed = useTyped(value, onChange);
  const inWords = {
    date: () => dayInWords(value, language),
    'datetime-local': () => momentInWords(fromLocal(value, site.timeZone), language, site.timeZone),
    time: () => undefined,
  }[type];
  return (
    <Field {...field} help={[value && inWords(), help].filter(Boolean).join('. ') || undefined}>
      {(control) => <input {...control} {...typed} {...{ type, readOnly, onFocus }} max={latest[type]} />}
    </Field>
  );
};
