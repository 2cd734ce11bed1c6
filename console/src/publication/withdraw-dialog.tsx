import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import { LocaleChoice } from './locale-choice.tsx';
import { publicationWords } from './words.ts';

interface WithdrawProps {
  readonly publishedLocales: readonly string[];
  /** Calendars have it. */
  readonly hasTime: boolean;
  /** Its languages leave together. */
  readonly isWhole?: boolean;
  readonly isBusy: boolean;
  readonly failure: unknown;
  readonly onWithdraw: (locales: readonly string[], hideTitle: boolean) => void;
  readonly onClose: () => void;
}

/** Which languages leave the public, and whether calendars forget the title. */
export const WithdrawDialog = ({
  publishedLocales,
  hasTime,
  isBusy,
  failure,
  onWithdraw,
  onClose,
  ...item
}: WithdrawProps) => {
  const { words } = useConsole();
  const texts = useWords(publicationWords);
  const [locales, setLocales] = useState(publishedLocales);
  const [hideTitle, setHideTitle] = useState(false);
  const isWhole = locales.length === publishedLocales.length;
  return (
    <Dialog title={texts.withdrawTitle} onClose={onClose} isBusy={isBusy}>
      <p>{texts.withdrawHelp}</p>
      {publishedLocales.length > 1 && !item.isWhole && (
        <LocaleChoice locales={publishedLocales} chosen={locales} onChange={setLocales} />
      )}
      {isWhole && hasTime && (
        <label className="check">
          <input type="checkbox" checked={hideTitle} onChange={({ target }) => setHideTitle(target.checked)} />
          {texts.hideTitle}
          <small>{texts.hideTitleHelp}</small>
        </label>
      )}
      {failure !== undefined && <Failure error={failure} words={words} />}
      <DialogActions
        label={texts.withdrawConfirm}
        isDisabled={locales.length === 0}
        onConfirm={() => onWithdraw(locales, isWhole && hideTitle)}
      />
    </Dialog>
  );
};
