import { webhookTypes } from '../../../shared/model/staff/webhook.ts';
import { useWords } from '../console-context.ts';
import { TextField } from '../ui/field.tsx';
import type { WebhookForm } from './webhook-form.ts';
import { typeWords } from './webhook-words.ts';
import { webhookWords } from './words.ts';

interface FieldsProps {
  readonly form: WebhookForm;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly onChange: (change: Partial<WebhookForm>) => void;
}

export const WebhookFields = ({ form, errors, onChange }: FieldsProps) => {
  const texts = useWords(webhookWords);
  const types = useWords(typeWords);
  const { url, description, events } = form;
  const error = errors.events ?? (events?.length === 0 ? texts.toldNone : undefined);
  return (
    <>
      <TextField
        {...{ label: texts.address, help: texts.addressHelp, error: errors.url, value: url, name: 'url' }}
        inputMode="url"
        onChange={(value) => onChange({ url: value })}
      />
      <TextField
        {...{ label: texts.description, error: errors.description, value: description, name: 'description' }}
        onChange={(value) => onChange({ description: value })}
      />
      <fieldset aria-describedby={error && 'webhook-told'}>
        <legend>{texts.told}</legend>
        <label className="check">
          <input
            type="radio"
            name="told"
            checked={events === undefined}
            onChange={() => onChange({ events: undefined })}
          />
          {texts.toldAll}
        </label>
        <label className="check">
          <input
            type="radio"
            name="told"
            checked={events !== undefined}
            onChange={() => onChange({ events: [...webhookTypes] })}
          />
          {texts.toldSome}
        </label>
        {events && (
          <div className="webhook-types">
            {webhookTypes.map((type) => (
              <label className="check" key={type}>
                <input
                  type="checkbox"
                  checked={events.includes(type)}
                  onChange={({ target }) =>
                    onChange({
                      events: webhookTypes.filter((one) => (one === type ? target.checked : events.includes(one))),
                    })
                  }
                />
                {types[type]}
              </label>
            ))}
          </div>
        )}
        {error && (
          <p className="error" id="webhook-told">
            {error}
          </p>
        )}
      </fieldset>
    </>
  );
};
