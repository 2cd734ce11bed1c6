import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod';
import { type WordedFieldError, wordErrors } from '../shared/refusals/field-error.ts';
import { issueErrors } from '../shared/refusals/issue-errors.ts';
import { type Settings, settingsSchema } from './settings.ts';

/** What is deployed: a stack, and its settings. */
export interface Environment {
  readonly stackName: string;
  readonly settings: Settings;
}

/** The environment whose stack is called `Sergi` alone. */
const main = 'production';

/**
 * How many characters the name of an environment may have: what the 64 of a function of CloudFront leave beside
 * `Sergi-`, the longest name of a Region and what the function is for (see `accountWideName`).
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

/** An issue in the words of its schema, else in those of the catalogue: zod's own are of no use to an operator. */
const faultsOf = (issue: z.core.$ZodIssue): WordedFieldError[] => {
  const { code, message, path } = issue;
  // The error of a name is nested one level deeper.
  if (code === 'invalid_key') return issue.issues.flatMap((inner) => faultsOf({ ...inner, path }));
  return message === '' ? wordErrors(issueErrors(issue), 'en') : [{ path: path.map(String).join('.'), message }];
};

const readConfig = (file: string): z.output<typeof configSchema> => {
  const name = basename(file);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${name} cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  // The empty message stands for what a schema has no words for.
  const parsed = configSchema.safeParse(json, { reportInput: true, error: () => '' });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap(faultsOf);
  const lines = faults.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  throw new Error(`${name} is not valid:\n${lines.join('\n')}`);
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
