import * as z from 'zod';
import { propertiesOf, type Resource } from '../template/template.ts';

const limitSchema = z.object({
  ThrottlingRateLimit: z.number().positive().optional(),
  ThrottlingBurstLimit: z.int().positive().optional(),
});
const stageSchema = z.object({
  DefaultRouteSettings: limitSchema.default({}),
  RouteSettings: z.record(z.string(), limitSchema).default({}),
});

/**
 * As many calls as a bucket holds tokens, which come back at a steady rate: the token bucket of API Gateway.
 *
 * {@link https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html}
 */
export class TokenBucket {
  readonly #rate: number;
  readonly #burst: number;
  #tokens: number;
  #filledAt: number;

  /** `rate` is in tokens a second, `now` in milliseconds. */
  constructor(rate: number, burst: number, now: number) {
    this.#rate = rate;
    this.#burst = burst;
    this.#tokens = burst;
    this.#filledAt = now;
  }

  /** Takes a token; false where there is none. */
  take(now: number): boolean {
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#filledAt) / 1000) * this.#rate);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

/**
 * Decides for each call whether a stage accepts it. A route with settings of its own has a bucket of its own; all
 * others share that of the stage.
 */
export const throttleOf = (
  stage: Resource,
  routeKeys: ReadonlySet<string>,
  now: () => number = () => performance.now(),
): ((routeKey: string) => boolean) => {
  const { DefaultRouteSettings, RouteSettings } = propertiesOf(stage, stageSchema);
  const bucketOf = (limits: z.output<typeof limitSchema>): TokenBucket | undefined => {
    const { ThrottlingRateLimit: rate = DefaultRouteSettings.ThrottlingRateLimit } = limits;
    const { ThrottlingBurstLimit: burst = DefaultRouteSettings.ThrottlingBurstLimit ?? rate } = limits;
    return rate === undefined || burst === undefined ? undefined : new TokenBucket(rate, burst, now());
  };
  for (const key of Object.keys(RouteSettings)) {
    // API Gateway refuses the stage.
    if (!routeKeys.has(key)) throw new Error(`${stage.type} "${stage.id}": Unable to find Route by key ${key}`);
  }
  const shared = bucketOf(DefaultRouteSettings);
  const own = new Map(Object.entries(RouteSettings).map(([key, limits]) => [key, bucketOf(limits)]));
  return (routeKey) => {
    const bucket = own.has(routeKey) ? own.get(routeKey) : shared;
    return bucket?.take(now()) ?? true;
  };
};
