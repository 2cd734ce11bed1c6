/** Makes `Date` of this thread tell the time that `now` gives, in milliseconds since the epoch. */
export const shiftDate = (now: () => number): void => {
  const shifted = new Proxy(Date, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    apply: (target) => new target(now()).toString(),
  });
  Date.now = now;
  Date.prototype.constructor = shifted;
  globalThis.Date = shifted;
};
