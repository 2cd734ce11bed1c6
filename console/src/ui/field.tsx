import { type ReactNode, useId } from 'react';
import { usePasteLimit } from './use-paste-limit.ts';

interface FieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  /** Why the value was refused. */
  readonly error?: string | undefined;
  /** The path of the value as the API names it: a refusal finds the control by it. */
  readonly name?: string | undefined;
  /** Makes the control; it gets its id and what describes it. */
  readonly children: (control: {
    id: string;
    name: string | undefined;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  }) => ReactNode;
}

/** A labelled control with its help and its refusal. */
export const Field = ({ label, help, error, name, children }: FieldProps) => {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, name, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
};

interface TextProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lines?: number;
  readonly lang?: string;
  readonly inputMode?: 'url' | 'decimal';
  readonly readOnly?: boolean;
}

/** A field of text, of one line or of several. */
export const TextField = ({ value, onChange, lines, lang, inputMode, readOnly, ...field }: TextProps) => {
  const onPaste = usePasteLimit();
  return (
    <Field {...field}>
      {(control) =>
        lines ? (
          <textarea
            {...control}
            {...{ value, lang, readOnly, onPaste }}
            rows={lines}
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <input
            {...control}
            {...{ value, lang, inputMode, readOnly, onPaste }}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
};

interface ChoiceProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly disabled?: boolean;
}

/** A choice of one among several. */
export const Choice = ({ value, onChange, options, disabled, ...field }: ChoiceProps) => (
  <Field {...field}>
    {(control) => (
      <select {...control} {...{ value, disabled }} onChange={({ target }) => onChange(target.value)}>
        {options.map(([option, label]) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
);
