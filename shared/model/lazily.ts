/** Makes something when it is first asked for, and keeps it: a function that loads the module does not wait for it. */
export const lazily = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
