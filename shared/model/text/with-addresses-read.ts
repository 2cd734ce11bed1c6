/** A run of escaped bytes decoded; as it is where they are no text. */
const unescapedRun = (run: string): string => {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
};

/** Text whose addresses are as people read them: `Aysel%20Mammadova` names a person, too. */
export const withAddressesRead = (text: string): string => text.replace(/(?:%[\da-f]{2})+/gi, unescapedRun);
