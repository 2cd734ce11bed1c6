import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import type { FormerAddress } from './former-address.ts';
import { addressWords } from './words.ts';

interface EraseAddressProps {
  readonly address: FormerAddress;
  readonly onErased?: () => void;
}

/** Lets an admin erase an address that names a child; it is not shown to other roles. */
export const EraseAddress = ({ address: { kind, id, addressHash }, onErased }: EraseAddressProps) => {
  const { api, words, person, announce } = useConsole();
  const texts = useWords(addressWords);
  const [isAsking, setAsking] = useState(false);
  const [isErased, setErased] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  if (person.role !== 'admin' || isErased) return null;
  const erase = async () => {
    try {
      const operation = kind === 'event' ? 'eraseEventSlug' : 'eraseExhibitionSlug';
      const { revisions } = await api.call(operation, { params: { id }, body: { addressHash } });
      setErased(true);
      announce(revisions > 0 ? texts.left(revisions) : texts.erased);
      onErased?.();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <>
      <button type="button" onClick={() => setAsking(true)}>
        {texts.erase}
      </button>
      {isAsking && (
        <Dialog title={texts.title} onClose={() => setAsking(false)}>
          <p>{texts.warning}</p>
          {failure !== undefined && <Failure error={failure} words={words} />}
          <DialogActions label={texts.confirm} onConfirm={() => void erase()} onClose={() => setAsking(false)} />
        </Dialog>
      )}
    </>
  );
};
