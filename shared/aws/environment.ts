/** The value of an environment variable that a function cannot do without; throws with its name where it is missing. */
export const requireEnv = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  return value;
};
