import type { QueueName } from '../model/staff/queue.ts';

/**
 * The environment variables of functions, by how code names them. `infra` sets them by the same list, so that both
 * sides agree.
 */
const variables = {
  deskTable: 'DESK_TABLE',
  showcaseTable: 'SHOWCASE_TABLE',
  originalsBucket: 'ORIGINALS_BUCKET',
  mediaBucket: 'MEDIA_BUCKET',
  publisherQueue: 'PUBLISHER_QUEUE',
  viewsQueue: 'VIEWS_QUEUE',
  webhookQueue: 'WEBHOOK_QUEUE',
  mailQueue: 'MAIL_QUEUE',
  failuresQueue: 'FAILURES_QUEUE',
  repetitionsQueue: 'REPETITIONS_QUEUE',
  distributionId: 'DISTRIBUTION_ID',
  userPool: 'USER_POOL',
  publicUrl: 'PUBLIC_URL',
  mailFrom: 'MAIL_FROM',
  apiUrl: 'API_URL',
  unusedUploadDays: 'UNUSED_UPLOAD_DAYS',
} as const;

/** Those that Lambda sets by itself. */
const lambdaVariables = {
  accessKeyId: 'AWS_ACCESS_KEY_ID',
  secretAccessKey: 'AWS_SECRET_ACCESS_KEY',
  functionName: 'AWS_LAMBDA_FUNCTION_NAME',
} as const;

/** The environment variable that holds the address of a queue's dead letters. */
export const deadLettersVariable = (name: QueueName) =>
  `${name.toUpperCase() as Uppercase<QueueName>}_DEAD_LETTERS` as const;

/** The environment variable that holds the address of the queue itself. */
export const sourceQueueVariable = (name: QueueName) => `${name.toUpperCase() as Uppercase<QueueName>}_SOURCE` as const;

/**
 * A variable that `infra` sets on a function; without `LIMITS` every limit has its default, and without `EDGE_SECRET`
 * there is no CDN.
 */
export type Variable =
  | (typeof variables)[keyof typeof variables]
  | ReturnType<typeof deadLettersVariable | typeof sourceQueueVariable>
  | 'LIMITS'
  | 'EDGE_SECRET'
  | 'EDGE_SECONDS';

/** A variable by its name in code. */
type EnvName = keyof typeof variables | keyof typeof lambdaVariables;

const known = new Map<string, string>();

const read = (name: string): string => {
  const held = known.get(name);
  if (held !== undefined) return held;
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  known.set(name, value);
  return value;
};

/**
 * The variables that a function cannot do without. Each is read once, when it is first used; throws with its name where
 * it is not set.
 */
export const env = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.entries({ ...variables, ...lambdaVariables }).map(([name, variable]) => [
      name,
      { get: () => read(variable) },
    ]),
  ),
) as Readonly<Record<EnvName, string>>;

/** True where this Sergi sends mail to the staff: the functions that have to do with it know from which address. */
export const isMailSent = (): boolean => Boolean(process.env[variables.mailFrom]);

/**
 * True where there is a CDN that pages ask for counts of views: only there the functions that have to do with them know
 * this queue.
 */
export const areCountsPublic = (): boolean => Boolean(process.env[variables.viewsQueue]);

/** True where there is a CDN in front of the public files, which must forget what is deleted. */
export const isBehindCdn = (): boolean => Boolean(process.env[variables.repetitionsQueue]);

/** True where there is a queue: without mail there is none of it. */
export const isQueueThere = (queue: QueueName): boolean => Boolean(process.env[deadLettersVariable(queue)]);

/** The address of a queue's dead letters. Throws as `env` does. */
export const deadLettersUrl = (queue: QueueName): string => read(deadLettersVariable(queue));

/** The address of a queue whose dead letters may be sent back. Throws as `env` does. */
export const sourceQueueUrl = (queue: QueueName): string => read(sourceQueueVariable(queue));
