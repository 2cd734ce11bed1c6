import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useConsole, useWords } from '../console-context.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { FormerAddress } from './former-address.ts';
import { addressWords } from './words.ts';

interface EraseAddressProps {
  readonly address: FormerAddress;
  /** Called once it is erased and the dialogue is closed: it is to leave the list, and the focus to stay near it. */
  readonly onErased: () => void;
}

/** Lets an admin erase an address that names a child; it is not shown to other roles. */
export const EraseAddress = ({ address: { kind, id, addressHash }, onErased }: EraseAddressProps) => {
  const { api, person, announce } = useConsole();
  const texts = useWords(addressWords);
  const [isAsking, setAsking] = useState(false);
  if (person.role !== 'admin') return null;
  const erase = async () => {
    const operation = kind === 'event' ? 'eraseEventSlug' : 'eraseExhibitionSlug';
    const { revisions } = await api.call(operation, { params: { id }, body: { addressHash } });
    flushSync(() => setAsking(false));
    announce(revisions > 0 ? texts.left(revisions) : texts.erased);
    onErased();
  };
  return (
    <>
      <button type="button" onClick={() => setAsking(true)}>
        {texts.erase}
      </button>
      {isAsking && (
        <ConfirmDialog title={texts.title} label={texts.confirm} act={erase} onClose={() => setAsking(false)}>
          <p>{texts.warning}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
