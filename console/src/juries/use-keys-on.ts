import { useSyncExternalStore } from 'react';

const key = 'sergi.rating-keys';
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/**
 * Whether single keys give points. Who speaks to the computer, or touches keys by accident, switches them off (WCAG
 * 2.1.4); the browser remembers it.
 */
export const useKeysOn = (): readonly [isOn: boolean, setOn: (isOn: boolean) => void] => {
  const isOn = useSyncExternalStore(subscribe, () => localStorage.getItem(key) !== 'off');
  const setOn = (wanted: boolean): void => {
    localStorage.setItem(key, wanted ? 'on' : 'off');
    for (const listener of listeners) listener();
  };
  return [isOn, setOn];
};
