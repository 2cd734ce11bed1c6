import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Invalidations } from '../cdn/cloudfront.ts';
import type { UserDirectory } from '../cognito/user-directory.ts';
import type { Engine } from '../dynamodb/dynamodb-engine.ts';
import { askEngine, type EngineRequest, unsignedHeaders } from '../dynamodb/engine-calls.ts';
import type { EngineResponse } from '../dynamodb/engine-response.ts';
import type { HttpHandler, HttpRequest, HttpResponse } from '../http.ts';
import { type Caller, operator } from '../iam/callers.ts';
import {
  cloudfrontPermissions,
  cognitoPermissions,
  type IamPermission,
  jsonPermissions,
  type RequiredPermissions,
  s3Permissions,
} from '../iam/permissions.ts';
import type { Statement } from '../iam/policy.ts';
import type { Roles } from '../iam/roles.ts';
import type { ObjectStore } from '../s3/s3.ts';
import type { Outbox } from '../ses/outbox.ts';
import { mailPermissions, sendMail } from '../ses/ses.ts';
import { answerSqs } from '../sqs/actions.ts';
import type { Queue } from '../sqs/sqs.ts';
import { policyHolder, roleArn } from '../template/identity.ts';
import { describeStacks } from '../template/stack-outputs.ts';
import type { AwsCall } from './aws-call.ts';
import { AwsError, errorResponse, jsonErrorResponse } from './aws-error.ts';
import { type Fault, Faults, failureOf } from './fault.ts';
import { verifySignature } from './sigv4.ts';

export interface EndpointOptions {
  readonly callers: ReadonlyMap<string, Caller>;
  readonly roles: Roles;
  /** The policies that buckets and queues have themselves, by ARN. */
  readonly policies: ReadonlyMap<string, readonly Statement[]>;
  readonly dynamodb: Pick<Engine, 'endpoint' | 'ready'>;
  readonly store: ObjectStore;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly invalidations: Invalidations;
  /** Where mails go that are sent by SES. */
  readonly outbox: Outbox;
  /** The accounts of people, and the outputs of the stack, which an operator asks for; where they are known. */
  readonly account?: { readonly users: UserDirectory; readonly outputs: Readonly<Record<string, string>> };
  readonly now: () => number;
  /** The error to answer where an engine has failed for want of room, by its own answer. */
  readonly diskFull: (answer: string) => AwsError | undefined;
  /** Called for every call that an engine has answered. */
  readonly answered: (call: AwsCall) => void;
}

const kept = 10_000;
const capacity = z.object({ CapacityUnits: z.number() });
const consumedSchema = z.object({ ConsumedCapacity: z.union([capacity.transform((one) => [one]), z.array(capacity)]) });

/** A call that has been parsed, but not yet authorized. */
interface Asked extends RequiredPermissions {
  readonly body?: unknown;
  /** Carries it out, or, where it is `isLost`, only answers. */
  readonly proceed: (call: AwsCall, isLost: boolean) => Promise<HttpResponse>;
}

const createInvalidation = 'cloudfront:CreateInvalidation';

const ofOperator = (action: string) => ({ action, permissions: [{ action, resource: '*' }] });

/**
 * The AWS endpoint of the functions: the signature identifies the caller, and only what the role's policies allow is
 * passed on to the engines.
 */
export class AwsEndpoint {
  readonly calls: AwsCall[] = [];
  readonly #faults = new Faults();
  readonly #options: EndpointOptions;

  constructor(options: EndpointOptions) {
    this.#options = options;
  }

  inject(fault: Fault): () => void {
    return this.#faults.inject(fault);
  }

  /** Clears the recorded calls and the faults. */
  clear(): void {
    this.calls.length = 0;
    this.#faults.clear();
  }

  readonly handle: HttpHandler = async (request) => {
    const answer = await this.#answer(request).catch((error: unknown) => {
      if (error instanceof AwsError) return errorResponse(request, error);
      throw error;
    });
    if (answer === 'reset') return answer;
    // The SDK sets its clock by this header: functions with a shifted clock must get their own time.
    const date = new Date(this.#options.now()).toUTCString();
    return { ...answer, headers: { ...answer.headers, ...this.#options.store.corsHeaders(request), date } };
  };

  async #answer(request: HttpRequest): Promise<HttpResponse | 'reset'> {
    const { callers, store, now } = this.#options;
    if (request.method === 'OPTIONS') return store.preflight(request);
    const { signer, presigned, service } = verifySignature(request, callers, now());
    return this.#carryOut(signer, this.#understand(request, signer, service), presigned);
  }

  /**
   * What a function asks of DynamoDB that runs in this process and has no need to sign: `body` is the request before it
   * is written as JSON. Permissions and faults are those of a signed request.
   */
  async ask(signer: Caller, target: string, body: unknown): Promise<HttpResponse | 'reset'> {
    const headers = { ...unsignedHeaders, 'x-amz-target': target };
    try {
      const asked = this.#understandJson(target, body, () => ({ headers, body: Buffer.from(JSON.stringify(body)) }));
      return await this.#carryOut(signer, asked, false);
    } catch (error) {
      if (error instanceof AwsError) return jsonErrorResponse(error);
      throw error;
    }
  }

  #carryOut(signer: Caller, asked: Asked, presigned: boolean): Promise<HttpResponse | 'reset'> {
    const { action, permissions, body } = asked;
    const resources = [...new Set(permissions.map(({ resource }) => resource))];
    const call: AwsCall = { function: signer.function, action, resources, presigned, body, allowed: false, status: 0 };
    if (this.calls.push(call) > kept) this.calls.shift();
    return this.#pass(call, signer, asked);
  }

  #understand(request: HttpRequest, signer: Caller, signedFor: string): Asked {
    const { store, invalidations } = this.#options;
    if (signedFor === 'cloudfront') {
      const proceed = async (_call: AwsCall, isLost: boolean) => invalidations.answer(request, isLost);
      return { ...cloudfrontPermissions(request), proceed };
    }
    const { account, outbox } = this.#options;
    if (signedFor === 'ses') {
      return { ...mailPermissions(request), proceed: async () => sendMail(request, outbox) };
    }
    if (account && signedFor === 'cloudformation') {
      const proceed = async () => describeStacks(request, account.outputs);
      return { ...ofOperator('cloudformation:DescribeStacks'), proceed };
    }
    const target = request.headers['x-amz-target'];
    if (target === undefined) {
      const proceed = () => store.answer(request, (action, resource) => this.#may(signer, { action, resource }));
      return { ...s3Permissions(request), proceed };
    }
    return this.#understandJson(target, JSON.parse(String(request.body)), () => request);
  }

  #understandJson(target: string, body: unknown, request: () => EngineRequest): Asked {
    const { queues, account } = this.#options;
    const [service = '', operation = ''] = target.split('.');
    if (account && service === 'AWSCognitoIdentityProviderService') {
      const headers = { 'content-type': 'application/x-amz-json-1.1' };
      const answer = async () => JSON.stringify(await account.users.answer(operation, body));
      const proceed = async () => ({ status: 200, headers, body: await answer() });
      return { ...cognitoPermissions(operation, body), body, proceed };
    }
    const action = `${service === 'AmazonSQS' ? 'sqs' : service.startsWith('DynamoDB') ? 'dynamodb' : service}:${operation}`;
    const permissions = jsonPermissions(action, body, queues);
    const proceed =
      service === 'AmazonSQS'
        ? async () => answerSqs(operation, body, queues)
        : (call: AwsCall) => this.#askDynamodb(request(), call);
    return { action, permissions, body, proceed };
  }

  async #askDynamodb(request: EngineRequest, call: AwsCall): Promise<HttpResponse> {
    const answer = await this.#sendToDynamodb(request, 0);
    if (answer.body.includes('"ConsumedCapacity"')) {
      const parsed = consumedSchema.safeParse(JSON.parse(String(answer.body)));
      if (parsed.success) call.consumed = parsed.data.ConsumedCapacity.reduce((sum, one) => sum + one.CapacityUnits, 0);
    }
    return answer;
  }

  /** Waits for an engine that is being started again. What it was doing when it ended has failed. */
  async #sendToDynamodb(request: EngineRequest, tries: number): Promise<EngineResponse> {
    const { endpoint, ready } = this.#options.dynamodb;
    try {
      await ready();
      return await askEngine(endpoint, request);
    } catch (error) {
      const isGone = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
      if (!isGone || tries === 10) throw new AwsError(500, 'InternalServerError', String(error));
      await pause(50);
      return this.#sendToDynamodb(request, tries + 1);
    }
  }

  #may(caller: Caller, permission: IamPermission): boolean {
    const { roles, policies } = this.#options;
    if (caller.role === operator) return true;
    return roles.may(caller.role, permission, policies.get(policyHolder(permission.resource)));
  }

  async #pass(call: AwsCall, caller: Caller, { permissions, proceed }: Asked): Promise<HttpResponse | 'reset'> {
    try {
      const fault = this.#faults.strike(call);
      if (fault === 'reset') return 'reset';
      if (typeof fault === 'number') await new Promise((resolve) => setTimeout(resolve, fault));
      else if (fault instanceof Promise) await fault;
      else if (fault === 'accepted') {
        if (call.action !== createInvalidation) throw new Error(`${call.action} cannot be accepted and lost`);
      } else if (fault && fault !== 'lost') throw failureOf(call, fault);
      const missing = permissions.find((permission) => !this.#may(caller, permission));
      if (missing) {
        const user = `${roleArn(caller.role).replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${caller.function}`;
        const message = `User: ${user} is not authorized to perform: ${missing.action} on resource: ${missing.resource}`;
        throw failureOf(call, 'deny', message);
      }
      call.allowed = true;
      const answer = await proceed(call, fault === 'accepted');
      const full = answer.status >= 500 ? this.#options.diskFull(String(answer.body)) : undefined;
      if (full) throw full;
      call.status = answer.status;
      this.#options.answered(call);
      return fault === 'lost' ? 'reset' : answer;
    } catch (error) {
      call.status = error instanceof AwsError ? error.status : 500;
      throw error;
    }
  }
}
