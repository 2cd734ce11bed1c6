import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { type CacheSetting, CdnCache } from './cdn/cache.ts';
import { cdn } from './cdn/cdn.ts';
import { type Invalidation, Invalidations } from './cdn/cloudfront.ts';
import { startIssuer } from './cognito/issuer.ts';
import { messageTrigger } from './cognito/message-trigger.ts';
import { type Person, type SignInClient, signInClients } from './cognito/sign-in.ts';
import type { TokenRequest } from './cognito/token-request.ts';
import { type TokenTrigger, tokenTrigger } from './cognito/token-trigger.ts';
import { UserDirectory } from './cognito/user-directory.ts';
import { emptyTables, ensureTables } from './dynamodb/dynamodb.ts';
import { startEngine } from './dynamodb/dynamodb-engine.ts';
import { startTrimming } from './dynamodb/stream-trim.ts';
import type { AwsCall } from './endpoint/aws-call.ts';
import { AwsEndpoint } from './endpoint/aws-endpoint.ts';
import type { Fault } from './endpoint/fault.ts';
import type { Credentials } from './endpoint/sigv4.ts';
import { EventSources } from './event-sources/event-sources.ts';
import { Positions } from './event-sources/position-file.ts';
import { startSchedules } from './event-sources/schedule.ts';
import { httpApi } from './gateway/gateway.ts';
import type { HttpHandler } from './http.ts';
import { callersOf, operatorOf } from './iam/callers.ts';
import { operatorCredentials } from './iam/operator-credentials.ts';
import { type RoleGrant, Roles, resourcePolicies } from './iam/roles.ts';
import { functionsOf } from './lambda/functions-of.ts';
import type { LambdaFunction, Log } from './lambda/lambda.ts';
import { deployToBuckets } from './s3/bucket-deployments.ts';
import { notifier } from './s3/notifications.ts';
import { ObjectStore } from './s3/s3.ts';
import { openServers } from './servers.ts';
import { type Mail, Outbox } from './ses/outbox.ts';
import { keepQueues } from './sqs/queue-file.ts';
import { type Message, type Queue, queuesOf } from './sqs/sqs.ts';
import { diskWatch } from './storage/disk-full.ts';
import { lockFolder } from './storage/folder-lock.ts';
import { functionArn, identify, queueArn } from './template/identity.ts';
import { localizer } from './template/localize.ts';
import { loadTemplate } from './template/template.ts';

export interface CloudOptions {
  /** The folder of the synthesized app. */
  readonly assembly: string;
  /** The folder that keeps data between starts; a temporary one, deleted at the end, where absent. */
  readonly dataDir?: string | undefined;
  /** Any free port, where absent. */
  readonly ports?: Partial<Readonly<Record<'front' | 'store' | 'issuer' | 'api', number>>>;
  /**
   * Milliseconds until a failed message, or batch of a stream, is retried, instead of the queue's visibility timeout.
   */
  readonly redeliveryDelay?: number;
  /** Most milliseconds for which a function waits for a full batch, where the template lets it wait longer. */
  readonly longestBatchingWindow?: number;
  /** True where schedules run by `trigger` only. */
  readonly schedulesByHand?: boolean;
  /**
   * True where the API is to refuse calls beyond the limits of its routes, as on AWS: tests send more requests than
   * people.
   */
  readonly throttles?: boolean;
  /**
   * True where the CDN is to cache answers, by the clock of functions, as an edge of CloudFront and the regional cache
   * behind it do. With delays each of them forgets later what is invalidated, and invalidations are in progress until
   * both have.
   */
  readonly caches?: CacheSetting;
  /** Milliseconds after which an idle function releases its memory; never, where absent. */
  readonly idleTimeout?: number;
  /** Environment variables of functions in addition to those of the template, or replacing them. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Called where the engine of the tables has ended and is not started again: from then on every call fails. */
  readonly failed?: (error: Error) => void;
  /**
   * Who has an account from the beginning; one person of each group, where absent. Nobody needs a password to sign in.
   */
  readonly people?: readonly Person[];
  /** Where people may be led after signing in and out, in addition to what the template allows. */
  readonly callbackUrls?: readonly string[];
  /** Where the logs of functions go; they are discarded where absent. */
  readonly log?: Log;
}

/** What a reset can set anew. */
export type CloudSettings = Pick<CloudOptions, 'redeliveryDelay' | 'longestBatchingWindow' | 'throttles' | 'caches'>;

/** A running emulator. Resources are named by any part of their logical id that only one of them has. */
export interface Cloud {
  /** The public address: the paths of the CDN, or of the API where the template has none. */
  readonly url: string;
  /** The HTTP API without the CDN. */
  readonly apiUrl: string;
  /** The AWS endpoint of functions, where signed uploads go too. */
  readonly storeUrl: string;
  readonly issuerUrl: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** The keys of whoever operates the stack: by them everything may be called. */
  readonly operator: Credentials;
  token(request?: TokenRequest): Promise<string>;
  /** The last calls of AWS by functions, oldest first. */
  readonly calls: readonly AwsCall[];
  /** The invalidations of the CDN, oldest first. */
  readonly invalidations: readonly Invalidation[];
  /** The mails that people would have got, oldest first. */
  readonly mails: readonly Mail[];
  /** Makes calls fail until the returned function is called. */
  inject(fault: Fault): () => void;
  queue(part: string): Pick<Queue, 'send' | 'messages' | 'idle'> & { deadLetters(): readonly Message[] };
  /** Resolves when a function that consumes a stream has received all records written until now. */
  followed(functionPart: string): Promise<void>;
  /** Calls the targets of a schedule now. */
  trigger(rulePart: string): Promise<void>;
  crash(functionPart: string): Promise<void>;
  /** The bundle of a function with its environment and keys, for a measurement in a process of its own. */
  bundle(functionPart: string): LambdaFunction['bundle'];
  /**
   * Sets by how many milliseconds the clocks of functions are ahead. Signed addresses expire by them too, and moving
   * them ahead also advances the delays of queues.
   */
  readonly clock: {
    set(offsetMs: number): void;
    /** Makes what functions remember for some time an hour older. */
    ageCaches(): void;
  };
  /** The engine itself, which checks no permissions and accepts any keys. */
  readonly dynamodb: { readonly endpoint: string; tableName(part: string): string };
  readonly s3: Pick<ObjectStore, 'list' | 'read' | 'put' | 'remove' | 'copyFolder'> & {
    bucketName(part: string): string;
  };
  /**
   * Resets it to the empty state of its start, with the true time and no faults. Its functions stay warm, but their
   * caches count as an hour older. `log` receives their logs from now on. `settings` replace those of its start until
   * the next reset. Not available with `dataDir`.
   */
  reset(log?: Log, settings?: CloudSettings): Promise<void>;
  usedGrants(): RoleGrant[];
  unusedGrants(): RoleGrant[];
  stop(): Promise<void>;
}

const groupSchema = z.object({ GroupName: z.string() });

/** Runs a synthesized template on this machine. Rejects with the resource's name on anything it does not support. */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const template = loadTemplate(options.assembly);
  const kept = options.dataDir === undefined ? undefined : resolve(options.dataDir);
  const data = kept ?? mkdtempSync(join(tmpdir(), 'emulator-'));
  const endings: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  try {
    mkdirSync(join(data, 's3'), { recursive: true });
    if (kept !== undefined) endings.push(lockFolder(kept));
    else endings.push(() => rmSync(data, { recursive: true, force: true }));
    const roles = new Roles(template);
    const policies = resourcePolicies(template);
    const clock = new Float64Array(new SharedArrayBuffer(16));
    const now = () => Date.now() + (clock[0] ?? 0);
    const ageCaches = () => {
      clock[1] = (clock[1] ?? 0) + 60 * 60_000;
    };
    let logged = options.log;
    let settings: CloudSettings = options;
    const log: Log = (line, source) => logged?.(line, source);
    const report = (error: unknown) =>
      log(error instanceof Error ? (error.stack ?? error.message) : String(error), {
        function: 'cloud',
        stream: 'stderr',
      });

    const queues = queuesOf(template, options.redeliveryDelay);
    if (kept !== undefined) keepQueues(join(kept, 'queues.jsonl'), queues, report);
    const clientId = template.all('AWS::Cognito::UserPoolClient').at(0)?.id.toLowerCase() ?? 'local';
    const groups = template
      .all('AWS::Cognito::UserPoolGroup')
      .map(({ properties }) => groupSchema.parse(properties).GroupName);

    const servers = await openServers(options.ports ?? {}, report);
    endings.push(() => servers.close());
    const { urls } = servers;
    let asked: TokenTrigger | undefined;
    const trigger = () => asked;
    let clients: readonly SignInClient[] = [];
    const pools = template.all('AWS::Cognito::UserPool').map(({ id, type }) => identify(id, type).ref);
    const outbox = new Outbox({ file: kept && join(kept, 'mails.json'), report });
    const users = new UserDirectory({
      ...{ pools, groups, outbox, file: kept && join(kept, 'users.json'), report },
      people: options.people ?? groups.map((group) => ({ name: group, groups: [group] })),
      invitation: () => wording,
    });
    const issuer = await startIssuer({
      ...{ data, port: options.ports?.issuer ?? 0, clientId, groups, trigger, report },
      ...{ clients: () => clients, people: () => users.people, signedIn: (person) => users.signedIn(person) },
      mails: () => outbox.mails,
    });
    endings.push(() => issuer.stop());
    const store = await ObjectStore.start(template, kept, notifier(template, queues, policies));
    const engine = await startEngine({ data: kept, report, failed: options.failed ?? report });
    endings.push(() => engine.stop());
    await ensureTables(engine.endpoint, template);

    const operator = operatorCredentials(data);
    const callers = callersOf(template);
    const cache = new CdnCache(now);
    cache.set(options.caches);
    const invalidations = new Invalidations({ template, now, forget: (items) => cache.forget(items) });
    const engines = { dynamodb: engine, store, queues, invalidations, outbox };
    const localize = localizer(template, { ...urls, issuer: issuer.url });
    clients = signInClients(template, localize, options.callbackUrls);
    await deployToBuckets(template, store, localize);
    const { environment = {}, idleTimeout } = options;
    const outputs = Object.fromEntries(
      Object.entries(template.outputs).map(([name, value]) => [name, localize(value)]),
    );
    const aws: HttpHandler = (request) => endpoint.handle(request);
    const lambda = { endpoint: urls.store, clock, environment, log, idleTimeout, aws, report };
    const functions = functionsOf(callers, roles, { template, localize, ...lambda });
    for (const fn of functions.values()) endings.push(() => fn.crash());
    asked = tokenTrigger(template, functions);
    const wording = messageTrigger(template, functions);
    const sources = new EventSources({
      ...{ template, queues, functions, dynamodb: engine.endpoint, now, report },
      may: (role, action, arn) => roles.may(role, { action, resource: arn }, policies.get(arn)),
      retryDelay: options.redeliveryDelay,
      longestWindow: options.longestBatchingWindow,
    });
    const answered = (call: AwsCall) => sources.answered(call);
    const diskFull = diskWatch(data, report);
    const endpoint = new AwsEndpoint({
      callers: new Map([...callers, [operator.accessKeyId, operatorOf(operator)]]),
      roles,
      policies,
      ...engines,
      now,
      answered,
      diskFull,
      account: { users, outputs },
    });
    const gateway = httpApi(template, functions, { localize, throttles: () => settings.throttles ?? false });
    const hasCdn = template.all('AWS::CloudFront::Distribution').length > 0;
    const front = hasCdn ? cdn(template, { api: gateway, store, bucketPolicies: policies, cache, localize }) : gateway;
    servers.serve({ front, api: gateway, store: endpoint.handle });
    endings.push(() => sources.stop());
    await sources.start(new Positions(kept && join(kept, 'positions.json'), report));
    if (engine.streamRecords) endings.push(startTrimming(engine.streamRecords, () => sources.passed(), report));

    const schedules = startSchedules(template, functions, functionArn, options.schedulesByHand);
    for (const schedule of schedules.values()) endings.push(() => schedule.stop());

    const nameOf = (type: string) => (part: string) => identify(template.one(type, part).id, type).ref;
    return {
      url: urls.front,
      apiUrl: urls.api,
      storeUrl: urls.store,
      issuerUrl: issuer.url,
      outputs,
      operator,
      token: (request) => issuer.token(request),
      calls: endpoint.calls,
      invalidations: invalidations.all,
      mails: outbox.mails,
      inject: (fault) => endpoint.inject(fault),
      queue: (part) => {
        const { id } = template.one('AWS::SQS::Queue', part);
        const queue = queues.get(queueArn(id));
        if (!queue) throw new Error(`There is no queue "${id}"`);
        return {
          send: (body) => queue.send(body),
          messages: () => queue.messages(),
          idle: () => queue.idle(),
          deadLetters: () => queue.deadLetters?.messages() ?? [],
        };
      },
      followed: async (part) => sources.followed(template.one('AWS::Lambda::Function', part).id),
      trigger: async (part) => schedules.get(template.one('AWS::Events::Rule', part).id)?.trigger(),
      bundle: (part) => {
        const { id } = template.one('AWS::Lambda::Function', part);
        const fn = functions.get(id);
        if (!fn) throw new Error(`There is no function "${id}"`);
        return fn.bundle;
      },
      crash: async (part) => functions.get(template.one('AWS::Lambda::Function', part).id)?.crash(),
      clock: {
        set: (offsetMs) => {
          // Every function would fail from then on, and give no reason.
          if (!Number.isFinite(offsetMs)) throw new RangeError(`A clock cannot be ahead by ${offsetMs} ms`);
          const passed = offsetMs - (clock[0] ?? 0);
          clock[0] = offsetMs;
          if (passed > 0) for (const queue of queues.values()) queue.pass(passed);
        },
        ageCaches,
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
      reset: async (log, changed = {}) => {
        if (kept !== undefined) throw new Error('What is kept is not to be lost: this cloud has a data folder');
        sources.stop();
        endpoint.clear();
        for (const queue of queues.values()) queue.clear();
        await Promise.all([...functions.values()].map((fn) => fn.settle(2000)));
        // Work in progress may have written only now.
        for (const queue of queues.values()) queue.clear();
        store.clear();
        await deployToBuckets(template, store, localize);
        await emptyTables(engine.endpoint, template);
        endpoint.clear();
        users.clear();
        outbox.clear();
        invalidations.all.length = 0;
        cache.clear();
        clock[0] = 0;
        ageCaches();
        logged = log;
        settings = { ...options, ...changed };
        cache.set(settings.caches);
        const { redeliveryDelay: retryDelay, longestBatchingWindow: longestWindow } = settings;
        for (const queue of queues.values()) queue.redeliverAfter(retryDelay);
        await sources.start(new Positions(undefined, report), 'LATEST', { retryDelay, longestWindow });
      },
      usedGrants: () => roles.used(),
      unusedGrants: () => roles.unused(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
