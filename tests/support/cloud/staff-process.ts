import { ensureTables } from '@sergi/emulator/dynamodb/dynamodb.ts';
import { startEngine } from '@sergi/emulator/dynamodb/dynamodb-engine.ts';
import { loadTemplate } from '@sergi/emulator/template/template.ts';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { type Route, routeKey } from '../../../shared/contract/route.ts';
import { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { erasuresPrefix } from '../../../shared/media/keys.ts';
import type { Role } from '../../../shared/model/staff/role.ts';

export type StaffRouteName = keyof typeof staffRoutes;

export interface StaffRequest {
  /** Those that the path does not have are left out. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly body?: string | Buffer;
  readonly version?: number;
  readonly as?: Role;
  /** Who calls, where it matters that it is another person. */
  readonly by?: string;
  /** What the token calls the person, where it says so. */
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface StaffAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** In UTF-16 units, as it was sent. */
  readonly length: number;
  // biome-ignore lint/suspicious/noExplicitAny: fields of answers are taken as they come
  readonly body: any;
}

/** What API Gateway hands to the function for a request. */
const eventOf = (name: StaffRouteName, request: StaffRequest): APIGatewayProxyEventV2WithJWTAuthorizer => {
  const route: Route = staffRoutes[name];
  const { params = {}, query, body, version, as = 'admin', by = as, name: called, headers = {} } = request;
  const named = Object.fromEntries(Object.keys(route.params?.shape ?? {}).map((key) => [key, params[key] ?? '']));
  const rawPath = route.path.replace(/\{(\w+)\}/g, (_all, key: string) => named[key] ?? '');
  return {
    version: '2.0',
    routeKey: routeKey(route),
    rawPath,
    rawQueryString: new URLSearchParams(query ?? {}).toString(),
    headers: {
      'content-type': route.acceptsJsonLines ? 'application/jsonl' : 'application/json',
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...headers,
    },
    ...(query && { queryStringParameters: { ...query } }),
    pathParameters: named,
    requestContext: {
      http: { method: route.method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.7', userAgent: 'test' },
      authorizer: {
        jwt: {
          claims: { token_use: 'access', username: by, 'cognito:groups': `[${as}]`, ...(called && { name: called }) },
          scopes: [],
        },
        principalId: by,
      },
    },
    ...(body !== undefined && { body: Buffer.from(body).toString('base64') }),
    isBase64Encoded: body !== undefined,
  } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
};

/**
 * The function of the staff API in this process, on tables of its own as the synthesized app in the folder `assembly`
 * has them: nothing else takes the processor's time, and a thousand calls take seconds. No other service answers here.
 */
export const startStaff = async (assembly: string, environment: Readonly<Record<string, string>> = {}) => {
  const engine = await startEngine({ data: undefined });
  const template = loadTemplate(assembly);
  await ensureTables(engine.endpoint, template);
  const table = (part: string) =>
    template.all('AWS::DynamoDB::Table').find(({ id }) => id.includes(part))?.id ?? 'missing';
  const nowhere = 'http://127.0.0.1:9';
  Object.assign(process.env, {
    ...{ DESK_TABLE: table('Desk'), SHOWCASE_TABLE: table('Showcase') },
    ...{ ORIGINALS_BUCKET: 'originals', MEDIA_BUCKET: 'media', PUBLIC_URL: 'https://example.org' },
    ...{ AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, AWS_ENDPOINT_URL_S3: nowhere, AWS_ENDPOINT_URL_SQS: nowhere },
    ...{ AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    ...{ AWS_LAMBDA_FUNCTION_NAME: 'staff', POWERTOOLS_LOG_LEVEL: 'SILENT' },
    ...environment,
  });
  const { handler } = await import('../../../functions/staff-api/handler.ts');
  const { s3 } = await import('../../../shared/aws/s3.ts');
  s3.middlewareStack.add(
    (next) => async (args) =>
      'Key' in args.input && args.input.Key?.startsWith(erasuresPrefix)
        ? { output: { $metadata: {} }, response: {} }
        : next(args),
    { step: 'initialize' },
  );
  const context = { awsRequestId: 'request', getRemainingTimeInMillis: () => 29_000 } as unknown as Context;
  return {
    endpoint: engine.endpoint,
    call: async (name: StaffRouteName, request: StaffRequest = {}): Promise<StaffAnswer> => {
      const answer: APIGatewayProxyStructuredResultV2 = await handler(eventOf(name, request), context);
      const body = answer.body ?? '';
      return {
        status: answer.statusCode ?? 0,
        headers: answer.headers ?? {},
        length: body.length,
        body: body && JSON.parse(body),
      };
    },
    stop: () => engine.stop(),
  };
};

export type StaffProcess = Awaited<ReturnType<typeof startStaff>>;
