import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cdn } from '@sergi/emulator/cdn/cdn.ts';
import { Invalidations } from '@sergi/emulator/cdn/cloudfront.ts';
import type { Cloud, CloudOptions } from '@sergi/emulator/cloud.ts';
import { startIssuer } from '@sergi/emulator/cognito/issuer.ts';
import { messageTrigger } from '@sergi/emulator/cognito/message-trigger.ts';
import { UserDirectory } from '@sergi/emulator/cognito/user-directory.ts';
import { emptyTables, ensureTables } from '@sergi/emulator/dynamodb/dynamodb.ts';
import { startEngine } from '@sergi/emulator/dynamodb/dynamodb-engine.ts';
import { AwsEndpoint } from '@sergi/emulator/endpoint/aws-endpoint.ts';
import { EventSources } from '@sergi/emulator/event-sources/event-sources.ts';
import { Positions } from '@sergi/emulator/event-sources/position-file.ts';
import { startSchedules } from '@sergi/emulator/event-sources/schedule.ts';
import { httpApi } from '@sergi/emulator/gateway/gateway.ts';
import type { PromptHandler } from '@sergi/emulator/http.ts';
import { type Caller, callersOf } from '@sergi/emulator/iam/callers.ts';
import { operatorCredentials } from '@sergi/emulator/iam/operator-credentials.ts';
import { Roles, resourcePolicies } from '@sergi/emulator/iam/roles.ts';
import { functionDefinition } from '@sergi/emulator/lambda/definition.ts';
import type { LambdaFunction, Log } from '@sergi/emulator/lambda/lambda.ts';
import { notifier } from '@sergi/emulator/s3/notifications.ts';
import { ObjectStore } from '@sergi/emulator/s3/s3.ts';
import { Outbox } from '@sergi/emulator/ses/outbox.ts';
import { queuesOf } from '@sergi/emulator/sqs/sqs.ts';
import { functionArn, identify, queueArn } from '@sergi/emulator/template/identity.ts';
import { localizer } from '@sergi/emulator/template/localize.ts';
import { loadTemplate, type Template } from '@sergi/emulator/template/template.ts';
import { answerInProcess } from './aws-in-process.ts';
import { clockOfFunctions } from './clock-of-functions.ts';
import { FunctionInProcess, type Handler } from './function-in-process.ts';
import { takeLogOfFunctions } from './log-of-functions.ts';

/** The functions of the template by the beginning of their logical ids. */
const handlers: Readonly<Record<string, () => Promise<{ handler: unknown }>>> = {
  Ingest: () => import('../../../functions/ingest/handler.ts'),
  PublicApi: () => import('../../../functions/public-api/handler.ts'),
  Syndication: () => import('../../../functions/syndication/handler.ts'),
  Pages: () => import('../../../functions/pages/handler.ts'),
  StaffApi: () => import('../../../functions/staff-api/handler.ts'),
  PeopleAccounts: () => import('../../../functions/accounts/handler.ts'),
  PeopleJurors: () => import('../../../functions/jurors/handler.ts'),
  StaffIdentityInvitation: () => import('../../../functions/invitation/handler.ts'),
  Assets: () => import('../../../functions/assets/handler.ts'),
  Openapi: () => import('../../../functions/openapi/handler.ts'),
  ViewsViewsF: () => import('../../../functions/views/handler.ts'),
  ViewsViewCounter: () => import('../../../functions/view-counter/handler.ts'),
  Publisher: () => import('../../../functions/publisher/handler.ts'),
  Upkeep: () => import('../../../functions/maintenance/handler.ts'),
  Mail: () => import('../../../functions/mail/handler.ts'),
  Webhooks: () => import('../../../functions/webhooks/handler.ts'),
  Follower: () => import('../../../functions/stream-consumer/handler.ts'),
  InvalidatorInvalidator: () => import('../../../functions/invalidator/handler.ts'),
  InvalidatorCanary: () => import('../../../functions/canary/handler.ts'),
  InvalidatorRepeater: () => import('../../../functions/reinvalidator/handler.ts'),
};

const loaderOf = (id: string) => async (): Promise<Handler> => {
  const [, load] = Object.entries(handlers).find(([begin]) => id.startsWith(begin)) ?? [];
  if (!load) throw new Error(`${id} is not known here: name its handler`);
  return (await load()).handler as Handler;
};

export interface CloudInProcess extends Cloud {
  /** As the global `fetch`, to any address of the cloud: nothing goes over a network. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

/** Addresses that nobody listens at. Of a name S3's client would make one for each bucket. */
const hosts = { front: 'http://127.0.0.1:1', api: 'http://127.0.0.1:2', store: 'http://127.0.0.1:3' } as const;

/** The functions share the clients of AWS here: they all sign with the same keys, by their own names. */
const sharingKeys = (callers: ReadonlyMap<string, Caller>): Map<string, Caller> => {
  const { secretAccessKey = '', sessionToken = '' } = callers.values().next().value ?? {};
  return new Map([...callers].map(([id, caller]) => [id, { ...caller, secretAccessKey, sessionToken }]));
};

interface FunctionsOptions {
  readonly localize: (text: string) => string;
  readonly environment: Readonly<Record<string, string>> | undefined;
}

/** The functions of the template, whose environment is that of this process from now on. */
const functionsIn = (
  template: Template,
  callers: ReadonlyMap<string, Caller>,
  { localize, environment = {} }: FunctionsOptions,
): ReadonlyMap<string, FunctionInProcess> =>
  new Map(
    [...callers.values()].map((keys) => {
      const resource = template.one('AWS::Lambda::Function', keys.function);
      const surroundings = { resource, template, credentials: keys, endpoint: hosts.store, localize, environment };
      const definition = functionDefinition({ ...surroundings, clock: new Float64Array(2) });
      const { name, role, timeout, start } = definition;
      // What they have in common has the same value in each; a time zone would be that of the tests too.
      const { TZ: _, NODE_OPTIONS: _options, AWS_ACCESS_KEY_ID: keyId, ...variables } = definition.environment;
      // Only this one signs addresses, which are used by others.
      if (name.startsWith('StaffApi')) process.env.AWS_ACCESS_KEY_ID = keyId;
      Object.assign(process.env, variables);
      return [name, new FunctionInProcess({ name, role, keys, context: start.context, timeout }, loaderOf(name))];
    }),
  );

const fetchFrom =
  (servers: Readonly<Record<string, PromptHandler>>): CloudInProcess['fetch'] =>
  async (url, { method = 'GET', headers, body } = {}) => {
    const { origin, pathname, search, host } = new URL(url);
    const given = Object.fromEntries(new Headers(headers));
    const sent = {
      host,
      ...given,
      ...(body != null && { 'content-length': String(Buffer.byteLength(body as string)) }),
    };
    const answer = await servers[origin]?.({
      ...{ method, path: pathname, query: search.slice(1), headers: sent, ip: '127.0.0.1' },
      body: Buffer.from((body ?? '') as string),
    });
    if (!answer || answer === 'reset') throw new TypeError('fetch failed');
    const isEmpty = method === 'HEAD' || [204, 304].includes(answer.status);
    const pairs = Object.entries(answer.headers).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    );
    // Of a text it would say the type, too.
    const bytes = isEmpty || answer.body === undefined ? null : Buffer.from(answer.body as Buffer);
    return new Response(bytes, { status: answer.status, headers: pairs });
  };

/**
 * The synthesized app with its functions in this process, from their source: no threads, no bundles and no connections
 * but the one to the engine of the tables. A call costs the processor a third of what it costs in the emulator, and to
 * kill a function and start it again nothing. All else is the emulator's: routes, tokens, permissions, faults, queues,
 * streams, files.
 *
 * One process has one, since modules remember what they work on.
 */
export const startCloudInProcess = async (options: CloudOptions): Promise<CloudInProcess> => {
  const template = loadTemplate(options.assembly);
  clockOfFunctions.install();
  const { now } = clockOfFunctions;
  let logged = options.log;
  const log: Log = (line, source) => logged?.(line, source);
  takeLogOfFunctions(log);
  const report = (error: unknown) =>
    log(error instanceof Error ? (error.stack ?? error.message) : String(error), {
      function: 'cloud',
      stream: 'stderr',
    });
  const roles = new Roles(template);
  const policies = resourcePolicies(template);
  const queues = queuesOf(template, options.redeliveryDelay);
  const store = await ObjectStore.start(template, undefined, notifier(template, queues, policies));
  const clientId = template.all('AWS::Cognito::UserPoolClient').at(0)?.id.toLowerCase() ?? 'local';
  const groups = ['contributor', 'editor', 'juror', 'admin'];
  const folder = mkdtempSync(join(tmpdir(), 'in-process-'));
  const pools = template.all('AWS::Cognito::UserPool').map(({ id, type }) => identify(id, type).ref);
  const outbox = new Outbox({ file: undefined, report });
  const users = new UserDirectory({
    ...{ pools, groups, outbox, file: undefined, report },
    people: groups.map((group) => ({ name: group, groups: [group] })),
    invitation: () => messageTrigger(template, lambdas),
  });
  const issuer = await startIssuer({ data: folder, port: 0, clientId, groups, report, people: () => users.people });
  const engine = await startEngine({ data: undefined, report, failed: report });
  await ensureTables(engine.endpoint, template);

  const callers = sharingKeys(callersOf(template));
  const localize = localizer(template, { ...hosts, issuer: issuer.url });
  const functions = functionsIn(template, callers, { localize, environment: options.environment });
  const lambdas = functions as unknown as ReadonlyMap<string, LambdaFunction>;
  const sources = new EventSources({
    ...{ template, queues, functions: lambdas, dynamodb: engine.endpoint, now, report },
    may: (role, action, arn) => roles.may(role, { action, resource: arn }, policies.get(arn)),
    retryDelay: options.redeliveryDelay,
    longestWindow: options.longestBatchingWindow,
  });
  const invalidations = new Invalidations({ template, now, forget: now });
  const endpoint = new AwsEndpoint({
    ...{ callers, roles, policies, dynamodb: engine, store, queues, invalidations, outbox, now },
    answered: (call) => sources.answered(call),
    diskFull: () => undefined,
    account: { users, outputs: {} },
  });
  answerInProcess(endpoint);
  const api = httpApi(template, lambdas, { localize, throttles: () => false });
  const front = cdn(template, { api, store, bucketPolicies: policies, cache: undefined, localize });
  await sources.start(new Positions(undefined, report));
  const schedules = startSchedules(template, lambdas, functionArn, true);

  const functionNamed = (part: string) => functions.get(template.one('AWS::Lambda::Function', part).id);
  const nameOf = (type: string) => (part: string) => identify(template.one(type, part).id, type).ref;
  return {
    url: hosts.front,
    apiUrl: hosts.api,
    storeUrl: hosts.store,
    issuerUrl: issuer.url,
    operator: operatorCredentials(folder),
    outputs: Object.fromEntries(Object.entries(template.outputs).map(([name, value]) => [name, localize(value)])),
    fetch: fetchFrom({ [hosts.front]: front, [hosts.api]: api, [hosts.store]: endpoint.handle }),
    token: (request) => issuer.token(request),
    calls: endpoint.calls,
    invalidations: invalidations.all,
    mails: outbox.mails,
    inject: (fault) => endpoint.inject(fault),
    queue: (part) => {
      const queue = queues.get(queueArn(template.one('AWS::SQS::Queue', part).id));
      if (!queue) throw new Error(`There is no queue "${part}"`);
      return {
        send: (body) => queue.send(body),
        messages: () => queue.messages(),
        idle: () => queue.idle(),
        deadLetters: () => queue.deadLetters?.messages() ?? [],
      };
    },
    followed: async (part) => sources.followed(template.one('AWS::Lambda::Function', part).id),
    trigger: async (part) => schedules.get(template.one('AWS::Events::Rule', part).id)?.trigger(),
    bundle: () => {
      throw new Error('Functions run from their source here');
    },
    crash: async (part) => functionNamed(part)?.crash(),
    clock: {
      set: (offsetMs) => {
        const passed = clockOfFunctions.set(offsetMs);
        if (passed > 0) for (const queue of queues.values()) queue.pass(passed);
      },
      ageCaches: clockOfFunctions.ageCaches,
    },
    dynamodb: { endpoint: engine.endpoint, tableName: nameOf('AWS::DynamoDB::Table') },
    s3: {
      bucketName: nameOf('AWS::S3::Bucket'),
      list: (bucket, prefix) => store.list(bucket, prefix),
      read: (bucket, key, method, headers) => store.read(bucket, key, method, headers),
      put: (bucket, key, body, headers) => store.put(bucket, key, body, headers),
      remove: (bucket, key) => store.remove(bucket, key),
      copyFolder: (bucket, from, to) => store.copyFolder(bucket, from, to),
    },
    reset: async (log) => {
      sources.stop();
      endpoint.clear();
      for (const queue of queues.values()) queue.clear();
      await Promise.all([...functions.values()].map((fn) => fn.settle(2000)));
      for (const queue of queues.values()) queue.clear();
      store.clear();
      await emptyTables(engine.endpoint, template);
      endpoint.clear();
      users.clear();
      outbox.clear();
      invalidations.all.length = 0;
      clockOfFunctions.set(0);
      clockOfFunctions.ageCaches();
      logged = log;
      await sources.start(new Positions(undefined, report), 'LATEST');
    },
    usedGrants: () => roles.used(),
    unusedGrants: () => roles.unused(),
    stop: async () => {
      sources.stop();
      await Promise.all([...functions.values()].map((fn) => fn.crash()));
      await engine.stop();
      await issuer.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
