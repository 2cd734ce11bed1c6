const known = new Map<string, string>();

/** The value of an environment variable that a function cannot do without, read once; throws with its name where it is missing. */
export const requireEnv = (name: string): string => {
  const held = known.get(name);
  if (held !== undefined) return held;
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  known.set(name, value);
  return value;
};
