import { type FormEvent, useState } from 'react';
import { visibleDetailNames } from '../../../shared/model/exhibitions/artwork.ts';
import { type Consent, nameForms } from '../../../shared/model/people/consent.ts';
import { useConsole, useWords } from '../console-context.ts';
import { ActButton } from '../ui/act-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Choice, TextField } from '../ui/field.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import type { ConsentEntry } from './consent-entry.ts';
import { Effects } from './effects.tsx';
import { type ActReport, performAct } from './perform-act.ts';
import { useForeseen } from './use-foreseen.ts';
import { consentWords } from './words.ts';
import { type WrittenConsent, wholeConsent } from './written-consent.ts';

interface ConsentProps {
  readonly entry: ConsentEntry;
  readonly onDone: (report: ActReport) => void;
  readonly onClose: () => void;
}

const none: WrittenConsent = { image: true, name: 'first' };

/** Entering or changing what was agreed to: the fields first, then what that changes, then saving. */
export const ConsentDialog = ({ entry, onDone, onClose }: ConsentProps) => {
  const texts = useWords(consentWords);
  const { artist } = entry;
  const [written, setWritten] = useState<WrittenConsent>(artist?.consent ?? none);
  const consent = wholeConsent(written, { isMinor: artist?.isMinor ?? true, before: artist });
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const set = (change: WrittenConsent) => setWritten((before) => ({ ...before, ...change }));
  const isFilled = consent.guardian.trim() !== '' && consent.grantedOn !== '' && consent.expiresOn !== '';
  const show = (event: FormEvent) => {
    event.preventDefault();
    if (isFilled) setShown(true);
  };
  return (
    <Dialog
      title={texts.consentTitle(artist?.name ?? texts.entry(entry.entryNumber))}
      onClose={onClose}
      isBusy={isBusy}
      isForm
    >
      {isShown ? (
        <Changes {...{ entry, consent, onDone, isBusy, setBusy }} onBack={() => setShown(false)} />
      ) : (
        <form onSubmit={show}>
          <TextField label={texts.guardianField} value={consent.guardian} onChange={(guardian) => set({ guardian })} />
          <div className="filters">
            <MomentField
              type="date"
              label={texts.grantedOn}
              value={consent.grantedOn}
              onChange={(grantedOn) => set({ grantedOn })}
            />
            <MomentField
              type="date"
              label={texts.expiresOn}
              value={consent.expiresOn}
              onChange={(expiresOn) => set({ expiresOn })}
            />
          </div>
          <label className="check">
            <input type="checkbox" checked={consent.image} onChange={({ target }) => set({ image: target.checked })} />
            {texts.imageField}
          </label>
          <Choice
            label={texts.nameForm}
            value={consent.name}
            options={nameForms.map((form) => [form, texts.forms[form]])}
            onChange={(name) => set({ name: name as Consent['name'] })}
          />
          <fieldset>
            <legend>{texts.besideName}</legend>
            {visibleDetailNames.map((one) => (
              <label key={one} className="check">
                <input
                  type="checkbox"
                  checked={consent[one]}
                  onChange={({ target }) => set({ [one]: target.checked })}
                />
                {texts[one]}
              </label>
            ))}
          </fieldset>
          <DialogActions label={texts.next} isDisabled={!isFilled} />
        </form>
      )}
    </Dialog>
  );
};

interface ChangesProps extends Pick<ConsentProps, 'entry' | 'onDone'> {
  readonly consent: Consent;
  readonly isBusy: boolean;
  readonly setBusy: (isBusy: boolean) => void;
  readonly onBack: () => void;
}

/** What another consent changes, and the button that saves it. */
const Changes = ({ entry, consent, onDone, isBusy, setBusy, onBack }: ChangesProps) => {
  const { api } = useConsole();
  const texts = useWords(consentWords);
  const act = { kind: 'saved' as const, consentOf: () => consent };
  const foreseen = useForeseen([entry], act);
  const save = async () => {
    setBusy(true);
    onDone(await performAct(api, [entry], act, foreseen));
  };
  return (
    <>
      <Effects {...foreseen} />
      <p className="actions">
        <ActButton
          className="primary"
          // The form that had the focus is gone.
          autoFocus
          isOff={isBusy || foreseen.failure !== undefined || foreseen.effects.size === 0}
          onClick={() => void save()}
        >
          {texts.save}
        </ActButton>
        <ActButton isOff={isBusy} onClick={onBack}>
          {texts.back}
        </ActButton>
      </p>
    </>
  );
};
