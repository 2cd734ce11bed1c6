import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Credentials } from '../endpoint/sigv4.ts';
import { functionArn, region } from '../template/identity.ts';
import { propertiesOf, type Resource, type Template } from '../template/template.ts';
import type { WorkerStart } from './worker.ts';

const functionSchema = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string().regex(/^[^.]+\.[^.]+$/),
  Role: z.string(),
  Runtime: z.string().startsWith('nodejs'),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).default({ Variables: {} }),
  PackageType: z.literal('Zip').default('Zip'),
  LoggingConfig: z.object({ LogGroup: z.string().optional() }).default({}),
  Layers: z.undefined('are not known here').optional(),
});

/** The settings of a function that are not in the template. */
export interface FunctionSurroundings {
  readonly resource: Resource;
  readonly template: Template;
  readonly credentials: Credentials;
  /** The AWS endpoint. */
  readonly endpoint: string;
  /** Replaces AWS addresses by those of this machine. */
  readonly localize: (text: string) => string;
  /** The milliseconds by which the function's clock, and its monotonic clock, are ahead. */
  readonly clock: Float64Array;
  /** Variables in addition to those of the template, or replacing them. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface FunctionDefinition {
  readonly name: string;
  readonly role: string;
  readonly logGroup: string;
  /** In milliseconds. */
  readonly timeout: number;
  /** In megabytes. */
  readonly memorySize: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly start: WorkerStart;
}

/** The name of the role that a function runs with. */
export const roleOf = (resource: Resource): string =>
  propertiesOf(resource, functionSchema).Role.split('/').at(-1) ?? '';

/**
 * All that a worker needs to run the function of the template.
 *
 * {@link https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime}
 */
export const functionDefinition = (surroundings: FunctionSurroundings): FunctionDefinition => {
  const { resource, template, credentials, endpoint, localize, clock, environment: beside } = surroundings;
  const { Code, Handler, Timeout, MemorySize, Environment, LoggingConfig } = propertiesOf(resource, functionSchema);
  const [file = '', exported = ''] = Handler.split('.');
  const folder = template.assetFolder(Code.S3Key);
  const entry = ['.mjs', '.js', '.cjs'].map((extension) => join(folder, file + extension)).find(existsSync);
  if (!entry) throw new Error(`${resource.type} "${resource.id}": ${folder} has no ${file}.mjs`);
  const logGroup = LoggingConfig.LogGroup ?? `/aws/lambda/${resource.id}`;
  const given = Object.entries(Environment.Variables).map(([name, value]) => [name, localize(value)]);
  const environment = {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_ENDPOINT_URL: endpoint,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: resource.id,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
    AWS_LAMBDA_LOG_GROUP_NAME: logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LAMBDA_TASK_ROOT: folder,
    _HANDLER: Handler,
    TZ: ':UTC',
    ...Object.fromEntries(given),
    ...beside,
  };
  const context = {
    functionName: resource.id,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn(resource.id),
    memoryLimitInMB: String(MemorySize),
    logGroupName: logGroup,
    logStreamName: 'local',
  };
  return {
    name: resource.id,
    role: roleOf(resource),
    logGroup,
    timeout: Timeout * 1000,
    memorySize: MemorySize,
    environment,
    start: { entry, exported, context, clock, nodeOptions: Environment.Variables.NODE_OPTIONS },
  };
};
