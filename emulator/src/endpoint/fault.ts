import { type AwsCall, serviceOf } from './aws-call.ts';
import { AwsError } from './aws-error.ts';

/** How AWS may fail a call. */
export type Failure = 'throttle' | 'deny' | 'error';

export interface Fault {
  readonly match: (call: AwsCall) => boolean;
  /**
   * A number is a delay in milliseconds, after which the call is executed, and a promise what it waits for; `lost`
   * executes it and loses the answer. `accepted` answers an invalidation as if it were executed, and loses it.
   */
  readonly respond: Failure | 'reset' | 'lost' | 'accepted' | number | Promise<unknown>;
  /** How often it happens; always, where absent. */
  readonly times?: number;
}

type Codes = Readonly<Record<Failure, readonly [status: number, code: string]>>;

const json: Codes = {
  deny: [403, 'AccessDeniedException'],
  error: [500, 'InternalServerError'],
  throttle: [400, 'ThrottlingException'],
};

const codes: Readonly<Record<string, Codes>> = {
  s3: { deny: [403, 'AccessDenied'], error: [500, 'InternalError'], throttle: [503, 'SlowDown'] },
  cloudfront: {
    deny: [403, 'AccessDenied'],
    error: [500, 'InternalFailure'],
    // CloudFront has no throttling error: it refuses more than a number at a time.
    throttle: [400, 'TooManyInvalidationsInProgress'],
  },
  ses: {
    deny: [403, 'AccessDeniedException'],
    error: [500, 'InternalServiceErrorException'],
    throttle: [429, 'TooManyRequestsException'],
  },
  sqs: { deny: [403, 'AccessDenied'], error: [500, 'InternalFailure'], throttle: [403, 'RequestThrottled'] },
};

const messages: Readonly<Record<Failure, string>> = {
  deny: 'Access Denied',
  error: 'We encountered an internal error.',
  throttle: 'Please reduce your request rate.',
};

/** A failure in the format of the call's service. */
export const failureOf = (call: AwsCall, failure: Failure, message = messages[failure]): AwsError => {
  const [status, code] = (codes[serviceOf(call)] ?? json)[failure];
  return new AwsError(status, code, message);
};

/** The faults to inject into calls. */
export class Faults {
  readonly #left = new Map<Fault, number>();

  /** Makes calls fail until the returned function is called. */
  inject(fault: Fault): () => void {
    this.#left.set(fault, fault.times ?? Number.POSITIVE_INFINITY);
    return () => this.#left.delete(fault);
  }

  /** Removes all faults. */
  clear(): void {
    this.#left.clear();
  }

  /** The fault for a call, if any; it counts as used once. */
  strike(call: AwsCall): Fault['respond'] | undefined {
    for (const [fault, left] of this.#left) {
      if (left <= 0 || !fault.match(call)) continue;
      this.#left.set(fault, left - 1);
      return fault.respond;
    }
    return undefined;
  }
}
