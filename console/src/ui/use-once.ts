import { useState } from 'react';
import { onceAtATime } from './once.ts';

/** {@link onceAtATime}, for the acts of a component. */
export const useOnce = (): ReturnType<typeof onceAtATime> => useState(onceAtATime)[0];
