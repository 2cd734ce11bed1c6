import { useWords } from '../console-context.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { webhookWords } from './words.ts';

interface SecretProps {
  readonly secret: string;
  /** True where there was one before. */
  readonly isNext: boolean;
  readonly onClose: () => void;
}

/** Shows a secret, the only time that anybody sees it. */
export const SecretDialog = ({ secret, isNext, onClose }: SecretProps) => {
  const texts = useWords(webhookWords);
  return (
    <Dialog title={texts.secretTitle} onClose={onClose}>
      <p>{texts.secretOnce}</p>
      {isNext && <p>{texts.rotateAfter}</p>}
      <Field label={texts.secret}>
        {(control) => (
          <span className="webhook-secret">
            <input {...control} readOnly value={secret} onFocus={({ target }) => target.select()} />
            <CopyButton text={secret} label={texts.copyOf} said={texts.copied}>
              {texts.copy}
            </CopyButton>
          </span>
        )}
      </Field>
      <p className="actions">
        <button type="button" className="primary" onClick={onClose}>
          {texts.done}
        </button>
      </p>
    </Dialog>
  );
};
