import { visibleDetailNames } from '../../../shared/model/exhibitions/artwork.ts';
import { type Consent, nameForms } from '../../../shared/model/people/consent.ts';
import { type Consenting, isConsentBegun, type WrittenConsent, wholeConsent } from '../consent/written-consent.ts';
import { useWords } from '../console-context.ts';
import { Choice, TextField } from '../ui/field.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { consentWords } from './consent-words.ts';

interface ConsentFieldsProps {
  readonly value: WrittenConsent;
  readonly consenting: Consenting;
  readonly onChange: (value: WrittenConsent) => void;
  /** What the API has refused, by the name of the field. */
  readonly errors: Readonly<Partial<Record<string, string>>>;
}

/** What a guardian, or an artist who is of age, has agreed to. */
export const ConsentFields = ({ value, consenting, onChange, errors }: ConsentFieldsProps) => {
  const texts = useWords(consentWords);
  const { isMinor, before } = consenting;
  const isBegun = isConsentBegun(value, isMinor);
  const { grantedOn, expiresOn } = value;
  return (
    <fieldset>
      <legend>{texts.title}</legend>
      {!isMinor && !before?.consent && (
        <>
          {!isBegun && <p>{texts.adult}</p>}
          <p className="actions">
            <button
              type="button"
              onClick={() => onChange(isBegun ? { grantedOn, expiresOn } : { ...value, guardian: '' })}
            >
              {isBegun ? texts.leaveOut : texts.enter}
            </button>
          </p>
        </>
      )}
      {(isMinor || isBegun) && <Fields {...{ value, consenting, onChange, errors }} />}
    </fieldset>
  );
};

const Fields = ({ value, consenting, onChange, errors }: ConsentFieldsProps) => {
  const texts = useWords(consentWords);
  const whole = wholeConsent(value, consenting);
  const set =
    <K extends keyof Consent>(name: K) =>
    (given: Consent[K] | undefined) =>
      onChange({ ...value, [name]: given });
  return (
    <>
      <TextField label={texts.guardian} value={whole.guardian} onChange={set('guardian')} error={errors.guardian} />
      <MomentField
        type="date"
        label={texts.grantedOn}
        value={whole.grantedOn}
        onChange={set('grantedOn')}
        error={errors.grantedOn}
      />
      <MomentField
        type="date"
        label={texts.expiresOn}
        value={whole.expiresOn}
        onChange={set('expiresOn')}
        error={errors.expiresOn}
      />
      <label className="check">
        <input type="checkbox" checked={whole.image} onChange={({ target }) => set('image')(target.checked)} />
        {texts.image}
      </label>
      <Choice
        label={texts.name}
        value={whole.name}
        onChange={(form) => set('name')(nameForms.find((one) => one === form))}
        options={nameForms.map((form) => [form, texts.forms[form]] as const)}
        error={errors.name}
      />
      <p className="help">{texts.detailsHelp}</p>
      {visibleDetailNames.map((detail) => (
        <label key={detail} className="check">
          <input type="checkbox" checked={whole[detail]} onChange={({ target }) => set(detail)(target.checked)} />
          {texts.details[detail]}
        </label>
      ))}
    </>
  );
};
