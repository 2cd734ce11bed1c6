import { shiftDate } from '@sergi/emulator/lambda/shift-date.ts';
import { currentLife } from './function-in-process.ts';

let installed = false;
let ahead = 0;
let elapsedAhead = 0;

/** Makes the clocks of functions in this process their own: what a test or the emulator asks for is the true time. */
export const clockOfFunctions = {
  install: (): void => {
    if (installed) return;
    installed = true;
    const realNow = Date.now;
    shiftDate(() => realNow() + (currentLife() ? ahead : 0));
    const elapsed = performance.now.bind(performance);
    performance.now = () => elapsed() + (currentLife() ? elapsedAhead : 0);
  },

  /** Sets by how many milliseconds they are ahead; gives by how many more than before. */
  set: (milliseconds: number): number => {
    const passed = milliseconds - ahead;
    ahead = milliseconds;
    return passed;
  },

  /** Makes whatever functions remember for a while an hour older. */
  ageCaches: (): void => {
    elapsedAhead += 60 * 60_000;
  },

  /** What it is by the clocks of functions, whoever asks. */
  now: (): number => Date.now() + (currentLife() ? 0 : ahead),
};
