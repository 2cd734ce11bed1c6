import { Field } from '../../ui/field.tsx';
import { useTyped } from './use-typed.ts';

interface MomentFieldProps {
  readonly type: 'date' | 'datetime-local' | 'time';
  readonly label: string;
  readonly help?: string | undefined;
  readonly name: string;
  readonly error: string | undefined;
  readonly readOnly: boolean;
  readonly value: string;
  readonly onChange: (local: string) => void;
  readonly onFocus?: () => void;
}

/** The API takes no later ones; the browser's field would take years of six digits. */
const latest = { date: '2999-12-31', 'datetime-local': '2999-12-31T23:59', time: undefined };

/** A day, a time, or both, by the clocks of the site. */
export const MomentField = ({ type, value, readOnly, onChange, onFocus, ...field }: MomentFieldProps) => {
  const typed = useTyped(value, onChange);
  return (
    <Field {...field}>
      {(control) => <input {...control} {...typed} {...{ type, readOnly, onFocus }} max={latest[type]} />}
    </Field>
  );
};
