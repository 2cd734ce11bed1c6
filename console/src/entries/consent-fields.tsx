import { type Consent, nameForms } from '../../../shared/model/people/consent.ts';
import { useWords } from '../console-context.ts';
import { Choice, TextField } from '../ui/field.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { consentWords } from './consent-words.ts';

/** A consent while it is being written: what is not said yet is absent. */
export type WrittenConsent = Partial<Consent>;

interface ConsentFieldsProps {
  readonly value: WrittenConsent;
  readonly onChange: (value: WrittenConsent) => void;
  /** What the API has refused, by the name of the field. */
  readonly errors?: Readonly<Partial<Record<string, string>>>;
}

const details = ['school', 'region', 'age'] as const;

/** What a guardian, or an artist who is of age, has agreed to. */
export const ConsentFields = ({ value, onChange, errors = {} }: ConsentFieldsProps) => {
  const texts = useWords(consentWords);
  const set =
    <K extends keyof Consent>(name: K) =>
    (given: Consent[K] | undefined) =>
      onChange({ ...value, [name]: given });
  return (
    <fieldset>
      <legend>{texts.title}</legend>
      <TextField
        label={texts.guardian}
        value={value.guardian ?? ''}
        onChange={set('guardian')}
        error={errors.guardian}
      />
      <MomentField
        type="date"
        label={texts.grantedOn}
        value={value.grantedOn ?? ''}
        onChange={set('grantedOn')}
        error={errors.grantedOn}
      />
      <MomentField
        type="date"
        label={texts.expiresOn}
        value={value.expiresOn ?? ''}
        onChange={set('expiresOn')}
        error={errors.expiresOn}
      />
      <label className="check">
        <input type="checkbox" checked={value.image ?? false} onChange={({ target }) => set('image')(target.checked)} />
        {texts.image}
      </label>
      <Choice
        label={texts.name}
        value={value.name ?? 'none'}
        onChange={(form) => set('name')(nameForms.find((one) => one === form))}
        options={nameForms.map((form) => [form, texts.forms[form]] as const)}
        error={errors.name}
      />
      <p className="help">{texts.detailsHelp}</p>
      {details.map((detail) => (
        <label key={detail} className="check">
          <input
            type="checkbox"
            checked={value[detail] ?? false}
            onChange={({ target }) => set(detail)(target.checked)}
          />
          {texts.details[detail]}
        </label>
      ))}
    </fieldset>
  );
};

/** What is sent of a consent; undefined where nothing of one was written. */
export const consentOf = ({
  guardian = '',
  grantedOn = '',
  expiresOn = '',
  image = false,
  name = 'none',
  ...more
}: WrittenConsent) =>
  guardian.trim() || grantedOn || expiresOn || image
    ? { guardian: guardian.trim(), grantedOn, expiresOn, image, name, ...more }
    : undefined;
