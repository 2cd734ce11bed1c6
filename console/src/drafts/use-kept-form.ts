import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { fieldWords } from '../events/fields/words.ts';
import { useLeaveWarning } from '../ui/use-leave-warning.ts';
import { forgetForm, type KeptForm, keepForm } from './kept-form.ts';

/**
 * Keeps a form on the device as long as it is not saved, and says so to whom leaves it for another screen. The form
 * begins with what {@link readKeptForm} gives. `canKeep` is false where the browser has no room for it; `forget`
 * deletes it for good: what it is about is gone.
 */
export const useKeptForm = <V>(name: string, { base, value }: KeptForm<V>, isDirty: boolean) => {
  const { person, announce } = useConsole();
  const { kept } = useWords(fieldWords);
  const isKept = useRef(false);
  const isOver = useRef(false);
  const [canKeep, setCanKeep] = useState(true);
  useLeaveWarning(isDirty);
  useEffect(() => {
    const isLeft = isDirty && !isOver.current;
    isKept.current = isLeft && keepForm(person.id, name, { base, value });
    setCanKeep(!isLeft || isKept.current);
    if (!isLeft) forgetForm(person.id, name);
  }, [person.id, name, base, value, isDirty]);
  const leave = useEffectEvent(() => {
    if (isKept.current) announce(kept);
  });
  useEffect(() => () => leave(), []);
  const forget = () => {
    isOver.current = true;
    isKept.current = false;
    forgetForm(person.id, name);
  };
  return { canKeep, forget };
};
