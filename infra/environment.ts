import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod';
import { type Settings, settingsSchema } from './settings.ts';

/** What is deployed: a stack, and its settings. */
export interface Environment {
  readonly stackName: string;
  readonly settings: Settings;
}

/** The environment whose stack is called `Sergi` alone. */
const main = 'production';

/**
 * How many characters the name of an environment may have: what the 64 of a function of CloudFront leave beside `Sergi-`, the longest name of a
 * Region and what the function is for (see `accountWideName`).
 */
export const longestName = 28;

const nameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens, a letter first')
  .max(longestName, `must have ${longestName} characters at most`);

/** `sergi.config.json`: the settings of each environment by its name. */
const configSchema = z.strictObject({
  environments: z
    .record(nameSchema, settingsSchema)
    .refine((environments) => Object.keys(environments).length > 0, 'must name one environment at least')
    .superRefine((environments, issues) => {
      if (!environments[main] || environments[main].stage === 'production') return;
      const message = `must be "production": the stack Sergi keeps its data. A stack to try things out needs another name`;
      issues.addIssue({ code: 'custom', path: [main, 'stage'], message });
    }),
});

/** Each error in the file on a line of its own, with the name of the field. */
const faultsOf = (error: z.ZodError): string =>
  error.issues
    .map((issue) => {
      const path = issue.path.map(String).join('.');
      // The error of a name is nested one level deeper.
      const message =
        issue.code === 'invalid_key' ? issue.issues.map((inner) => inner.message).join('; ') : issue.message;
      return path === '' ? message : `${path}: ${message}`;
    })
    .join('\n');

const readConfig = (file: string): z.output<typeof configSchema> => {
  const name = basename(file);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${name} cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  const parsed = configSchema.safeParse(json);
  if (!parsed.success) throw new Error(`${name} is not valid:\n${faultsOf(parsed.error)}`, { cause: parsed.error });
  return parsed.data;
};

/**
 * The environment to deploy: the `chosen` one of the file, or the only one that it has. Without a file it is production
 * with every default. Throws with what is wrong in the file by its field, or where the choice of environment is
 * ambiguous.
 */
export const readEnvironment = (file: string, chosen: string | undefined): Environment => {
  if (!existsSync(file)) {
    if (chosen !== undefined && chosen !== main) {
      throw new Error(`There is no ${basename(file)}, which would say what the environment "${chosen}" is.`);
    }
    return { stackName: 'Sergi', settings: settingsSchema.parse({}) };
  }
  const { environments } = readConfig(file);
  const names = Object.keys(environments);
  const [only] = names;
  if (chosen === undefined && names.length > 1) {
    throw new Error(`Say which environment is meant, by -c env=name or SERGI_ENV: ${names.join(', ')}.`);
  }
  const name = chosen ?? only ?? '';
  const settings = Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (!settings) throw new Error(`${basename(file)} has no environment "${name}". It has: ${names.join(', ')}.`);
  return { stackName: name === main ? 'Sergi' : `Sergi-${name}`, settings };
};
