import { useState } from 'react';
import { forgetKept, hasKept } from '../entries/kept.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { Words } from '../words/words.ts';
import type { Session } from './session.ts';

interface SignOutProps {
  readonly session: Session;
  /** The id of who is signed in, as far as it is known. */
  readonly person: string | undefined;
  readonly words: Words;
}

/** Signs the person out, and asks before it deletes the entries that this browser keeps unsaved. */
export const SignOut = ({ session, person, words }: SignOutProps) => {
  const [isAsked, setAsked] = useState(false);
  const leave = () => session.signOut(() => forgetKept(person));
  const ask = async () => {
    // Where nothing can be kept, nothing is lost.
    if (await hasKept(person).catch(() => false)) setAsked(true);
    else await leave();
  };
  const { signOut, unsaved } = words.signIn;
  return (
    <>
      <button type="button" onClick={() => void ask()}>
        {signOut}
      </button>
      {isAsked && (
        <Dialog title={unsaved.title} onClose={() => setAsked(false)}>
          <p>{unsaved.help}</p>
          <p className="actions">
            <button type="button" className="primary" onClick={() => setAsked(false)}>
              {unsaved.stay}
            </button>
            <button type="button" onClick={() => void leave()}>
              {unsaved.leave}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
};
