import { useEffect, useEffectEvent, useRef } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { fieldWords } from '../events/fields/words.ts';
import { useLeaveWarning } from '../ui/use-leave-warning.ts';
import { forgetForm, type KeptForm, keepForm } from './kept-form.ts';

/**
 * Keeps a form on the device as long as it is not saved, and says so to whom leaves it for another screen. The form
 * begins with what {@link readKeptForm} gives. Gives what forgets it for good: what it is about is gone.
 */
export const useKeptForm = <V>(name: string, { base, value }: KeptForm<V>, isDirty: boolean): (() => void) => {
  const { person, announce } = useConsole();
  const { kept } = useWords(fieldWords);
  const isKept = useRef(false);
  const isOver = useRef(false);
  useLeaveWarning(isDirty);
  useEffect(() => {
    const isLeft = isDirty && !isOver.current;
    isKept.current = isLeft && keepForm(person.id, name, { base, value });
    if (!isLeft) forgetForm(person.id, name);
  }, [person.id, name, base, value, isDirty]);
  const leave = useEffectEvent(() => {
    if (isKept.current) announce(kept);
  });
  useEffect(() => () => leave(), []);
  return () => {
    isOver.current = true;
    isKept.current = false;
    forgetForm(person.id, name);
  };
};
