import * as z from 'zod';
import { AwsError, errorResponse } from './aws-error.ts';
import type { Caller } from './callers.ts';
import { dynamodbPermissions, type Permission } from './dynamodb.ts';
import { type HttpHandler, type HttpRequest, type HttpResponse, send } from './http.ts';
import { roleArn } from './identity.ts';
import type { Statement } from './policy.ts';
import type { Roles } from './roles.ts';
import type { ObjectStore } from './s3.ts';
import { s3Permissions } from './s3-permissions.ts';
import { verifySignature } from './sigv4.ts';

/** One call of AWS by a function, or by whoever holds an address that it has presigned. */
export interface AwsCall {
  readonly function: string;
  /** The operation as IAM would name it, e.g. `dynamodb:TransactWriteItems`. */
  readonly action: string;
  readonly resources: readonly string[];
  readonly presigned: boolean;
  /** The request to DynamoDB. */
  readonly body?: unknown;
  allowed: boolean;
  /** 0 until it is answered. */
  status: number;
  /** Capacity units, where the call has asked for them. */
  consumed?: number;
}

export interface Fault {
  readonly match: (call: AwsCall) => boolean;
  /** A number is a delay in milliseconds, after which the call goes on. */
  readonly respond: 'throttle' | 'deny' | 'error' | 'reset' | number;
  /** How often it strikes; always, where absent. */
  readonly times?: number;
}

export interface EndpointOptions {
  readonly callers: ReadonlyMap<string, Caller>;
  readonly roles: Roles;
  /** The policies that buckets have themselves, by name. */
  readonly policies: ReadonlyMap<string, readonly Statement[]>;
  readonly dynamodb: string;
  readonly store: ObjectStore;
  readonly now: () => number;
}

const kept = 10_000;
const capacity = z.object({ CapacityUnits: z.number() });
const consumedSchema = z.object({ ConsumedCapacity: z.union([capacity.transform((one) => [one]), z.array(capacity)]) });

const faults = {
  deny: (s3: boolean) => new AwsError(403, s3 ? 'AccessDenied' : 'AccessDeniedException', 'Access Denied'),
  error: (s3: boolean) =>
    new AwsError(500, s3 ? 'InternalError' : 'InternalServerError', 'We encountered an internal error.'),
  throttle: (s3: boolean) =>
    s3
      ? new AwsError(503, 'SlowDown', 'Please reduce your request rate.')
      : new AwsError(400, 'ThrottlingException', 'Rate of requests exceeds the allowed throughput.'),
};

/**
 * The AWS endpoint of the functions: who calls is known by the signature, and only what the role's policies allow is
 * passed on to the engines.
 */
export class AwsEndpoint {
  readonly calls: AwsCall[] = [];
  readonly #faults = new Map<Fault, number>();
  readonly #options: EndpointOptions;

  constructor(options: EndpointOptions) {
    this.#options = options;
  }

  inject(fault: Fault): () => void {
    this.#faults.set(fault, fault.times ?? Number.POSITIVE_INFINITY);
    return () => this.#faults.delete(fault);
  }

  readonly handle: HttpHandler = async (request) => {
    const answer = await this.#answer(request).catch((error: unknown) => {
      if (error instanceof AwsError) return errorResponse(request, error);
      throw error;
    });
    if (answer === 'reset') return answer;
    // The SDK sets its clock by this header: functions whose clock is shifted must find it as they think it is.
    const date = new Date(this.#options.now()).toUTCString();
    return { ...answer, headers: { ...answer.headers, ...this.#options.store.corsHeaders(request), date } };
  };

  async #answer(request: HttpRequest): Promise<HttpResponse | 'reset'> {
    const { callers, store, now } = this.#options;
    if (request.method === 'OPTIONS') return store.preflight(request);
    const { signer, presigned } = verifySignature(request, callers, now());
    const [service = '', operation = ''] = request.headers['x-amz-target']?.split('.') ?? ['S3'];
    if (service === 'S3') {
      const { action, permissions } = s3Permissions(request);
      const call = this.#record({ signer, presigned, action, permissions });
      return this.#pass(call, signer, permissions, () => store.answer(request, (a, r) => this.#may(signer, a, r)));
    }
    if (!service.startsWith('DynamoDB')) {
      throw new AwsError(501, 'NotImplemented', `The embedded cloud does not know ${service}.${operation}`);
    }
    const body: unknown = JSON.parse(String(request.body));
    const permissions = dynamodbPermissions(operation, body);
    const call = this.#record({ signer, presigned, action: `dynamodb:${operation}`, permissions, body });
    return this.#pass(call, signer, permissions, async () => {
      const answer = await send(this.#options.dynamodb, request);
      if (answer.body.includes('"ConsumedCapacity"')) {
        const parsed = consumedSchema.safeParse(JSON.parse(String(answer.body)));
        if (parsed.success)
          call.consumed = parsed.data.ConsumedCapacity.reduce((sum, one) => sum + one.CapacityUnits, 0);
      }
      return answer;
    });
  }

  #record(given: {
    signer: Caller;
    presigned: boolean;
    action: string;
    permissions: Permission[];
    body?: unknown;
  }): AwsCall {
    const { signer, presigned, action, permissions, body } = given;
    const resources = [...new Set(permissions.map(({ resource }) => resource))];
    const call: AwsCall = { function: signer.function, action, resources, presigned, body, allowed: false, status: 0 };
    if (this.calls.push(call) > kept) this.calls.shift();
    return call;
  }

  #may(caller: Caller, action: string, resource: string): boolean {
    const bucket = /^arn:aws:s3:::([^/]+)/.exec(resource)?.[1] ?? '';
    return this.#options.roles.may(caller.role, action, resource, this.#options.policies.get(bucket));
  }

  async #pass(
    call: AwsCall,
    caller: Caller,
    permissions: readonly Permission[],
    proceed: () => Promise<HttpResponse>,
  ): Promise<HttpResponse | 'reset'> {
    const s3 = call.action.startsWith('s3:');
    try {
      const fault = this.#strike(call);
      if (fault === 'reset') return 'reset';
      if (typeof fault === 'number') await new Promise((resolve) => setTimeout(resolve, fault));
      else if (fault) throw faults[fault](s3);
      const missing = permissions.find(({ action, resource }) => !this.#may(caller, action, resource));
      if (missing) {
        const user = `${roleArn(caller.role).replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${caller.function}`;
        const message = `User: ${user} is not authorized to perform: ${missing.action} on resource: ${missing.resource}`;
        throw new AwsError(403, s3 ? 'AccessDenied' : 'AccessDeniedException', message);
      }
      call.allowed = true;
      const answer = await proceed();
      call.status = answer.status;
      return answer;
    } catch (error) {
      call.status = error instanceof AwsError ? error.status : 500;
      throw error;
    }
  }

  #strike(call: AwsCall): Fault['respond'] | undefined {
    for (const [fault, left] of this.#faults) {
      if (left <= 0 || !fault.match(call)) continue;
      this.#faults.set(fault, left - 1);
      return fault.respond;
    }
    return undefined;
  }
}
