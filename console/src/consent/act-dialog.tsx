import { type FormEvent, useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { TextField } from '../ui/field.tsx';
import type { ConsentEntry } from './consent-entry.ts';
import { Effects } from './effects.tsx';
import { type ActReport, performAct } from './perform-act.ts';
import { type ConsentAct, useForeseen } from './use-foreseen.ts';
import { consentWords } from './words.ts';

interface ActProps {
  readonly entries: readonly ConsentEntry[];
  readonly act: ConsentAct;
  readonly onDone: (report: ActReport) => void;
  readonly onClose: () => void;
}

/** Taking consent back, or erasing: it shows what leaves the public before it is done. */
export const ActDialog = ({ entries, act, onDone, onClose }: ActProps) => {
  const { api } = useConsole();
  const texts = useWords(consentWords);
  const foreseen = useForeseen(entries, act);
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isErasure = 'erase' in act;
  const name = entries[0]?.artist?.name ?? String(entries[0]?.entryNumber);
  const guardians = [...new Set(entries.flatMap(({ artist }) => (artist?.isMinor && artist.consent?.guardian) || []))];
  // The texts may still be searched: what they say holds nobody up.
  const isKnown = foreseen.effects.size === entries.length;
  const isConfirmed = !isErasure || typed.trim() === name;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isKnown || !isConfirmed || isBusy) return;
    setBusy(true);
    onDone(await performAct(api, entries, act, foreseen));
  };
  return (
    <Dialog title={isErasure ? texts.eraseTitle : texts.withdrawTitle} onClose={onClose} isBusy={isBusy}>
      <form onSubmit={(event) => void submit(event)}>
        <p>
          {entries.map(({ id, artist, entryNumber, exhibitionTitle }) => (
            <span key={id} className="acted-on">
              <strong>{artist?.name}</strong> {texts.entry(entryNumber)}, {exhibitionTitle}
            </span>
          ))}
        </p>
        <Effects {...foreseen} />
        {!isErasure && guardians.length > 0 && <p className="note">{texts.guardianGoes(guardians.join(', '))}</p>}
        {isErasure && (
          <>
            <p>
              <strong>{texts.eraseHelp}</strong>
            </p>
            <TextField label={texts.typeName(name)} value={typed} onChange={setTyped} />
          </>
        )}
        <DialogActions
          label={isErasure ? texts.eraseConfirm : texts.withdrawConfirm}
          isDisabled={!isKnown || !isConfirmed}
        />
      </form>
    </Dialog>
  );
};
