import { randomUUID } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import { AwsError, xml } from '../endpoint/aws-error.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { identify } from '../template/identity.ts';
import type { Template } from '../template/template.ts';
import { isTagItem, tagHeaderOf } from './tags.ts';

/** An invalidation of what a distribution's caches keep. */
export interface Invalidation {
  readonly id: string;
  readonly callerReference: string;
  /** Paths, and cache tags with a `#` before them. */
  readonly paths: readonly string[];
  readonly createdAt: string;
  /** When every cache has forgotten it, in milliseconds since the epoch by the clock of functions. */
  readonly completesAt: number;
}

const batchSchema = z.object({
  InvalidationBatch: z.object({
    CallerReference: z.string().min(1),
    Paths: z.object({
      Quantity: z.coerce.number(),
      Items: z.object({ Path: z.union([z.string().transform((one) => [one]), z.array(z.string())]) }),
    }),
  }),
});

const parser = new XMLParser({ parseTagValue: false });
/**
 * The path of invalidations; its groups are the ids of the distribution and, where one is asked for, of the
 * invalidation.
 */
export const invalidationPath = /^\/2020-05-31\/distribution\/([A-Z0-9]+)\/invalidation(?:\/([A-Z0-9]+))?$/;
const namespace = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';

/**
 * How many items may be in progress: paths with a wildcard, and all others, of which tags are one each.
 *
 * {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/InvalidationLimits.html}
 */
const quotas = { wildcards: 15, others: 3_000 } as const;

const isWildcard = (item: string): boolean => item.startsWith('/') && item.endsWith('*');

interface InvalidationsOptions {
  readonly template: Template;
  readonly now: () => number;
  /** Called for each new invalidation; gives the moment at which it is complete. */
  readonly forget: (items: readonly string[]) => number;
}

/** The invalidations of the template's distribution. */
export class Invalidations {
  readonly all: Invalidation[] = [];
  readonly #distributions: ReadonlySet<string>;
  readonly #hasTags: boolean;
  readonly #now: () => number;
  readonly #forget: (items: readonly string[]) => number;

  constructor({ template, now, forget }: InvalidationsOptions) {
    this.#distributions = new Set(
      template.all('AWS::CloudFront::Distribution').map(({ id, type }) => identify(id, type).ref),
    );
    this.#hasTags = tagHeaderOf(template) !== undefined;
    this.#now = now;
    this.#forget = forget;
  }

  /**
   * Answers CreateInvalidation or GetInvalidation, whose signer is authorized. What is `lost` is accepted, and
   * completes, but nothing is forgotten.
   *
   * {@link https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html}
   * {@link https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_GetInvalidation.html}
   */
  answer({ path, body }: HttpRequest, isLost: boolean): HttpResponse {
    const [, distribution = '', id] = invalidationPath.exec(path) ?? [];
    if (!this.#distributions.has(distribution)) {
      throw new AwsError(404, 'NoSuchDistribution', 'The specified distribution does not exist.');
    }
    if (id === undefined) {
      const made = this.#create(String(body), isLost);
      const headers = { 'content-type': 'text/xml', location: `${path}/${made.id}` };
      return { status: 201, headers, body: this.#document(made) };
    }
    const found = this.all.find((one) => one.id === id);
    if (!found) throw new AwsError(404, 'NoSuchInvalidation', 'The specified invalidation does not exist.');
    return { status: 200, headers: { 'content-type': 'text/xml' }, body: this.#document(found) };
  }

  #create(body: string, isLost: boolean): Invalidation {
    const parsed = batchSchema.safeParse(parser.parse(body));
    if (!parsed.success) throw new AwsError(400, 'MalformedXML', z.prettifyError(parsed.error));
    const { CallerReference: callerReference, Paths } = parsed.data.InvalidationBatch;
    const paths = Paths.Items.Path;
    if (Paths.Quantity !== paths.length) {
      throw new AwsError(400, 'InconsistentQuantities', 'The value of Quantity does not match the number of items.');
    }
    const isItem = (item: string) => /^\/[^*]*\*?$/.test(item) || (this.#hasTags && isTagItem(item));
    const wrong = paths.find((one) => !isItem(one));
    if (wrong !== undefined) {
      const hint = wrong.startsWith('#') && !this.#hasTags ? ' (the distribution has no CacheTagConfig)' : '';
      throw new AwsError(400, 'InvalidArgument', `Your request contains an invalid path: ${wrong}${hint}`);
    }
    const known = this.all.find((one) => one.callerReference === callerReference);
    if (known && known.paths.join('\n') !== paths.join('\n')) {
      const message = 'An invalidation batch with this CallerReference and other content exists.';
      throw new AwsError(400, 'InvalidationBatchAlreadyExists', message);
    }
    if (known) return known;
    this.#checkQuotas(paths);
    const now = this.#now();
    const made = {
      id: `I${randomUUID().replaceAll('-', '').slice(0, 13).toUpperCase()}`,
      callerReference,
      paths,
      createdAt: new Date(now).toISOString(),
      completesAt: isLost ? now : this.#forget(paths),
    };
    this.all.push(made);
    return made;
  }

  #checkQuotas(paths: readonly string[]): void {
    const now = this.#now();
    const pending = this.all.filter(({ completesAt }) => completesAt > now).flatMap((one) => one.paths);
    const wildcards = [...pending, ...paths].filter(isWildcard).length;
    const others = pending.length + paths.length - wildcards;
    if (wildcards <= quotas.wildcards && others <= quotas.others) return;
    const message = 'Processing your request will cause you to exceed the maximum number of in-progress invalidations.';
    throw new AwsError(400, 'TooManyInvalidationsInProgress', message);
  }

  #document({ id, callerReference, paths, createdAt, completesAt }: Invalidation): string {
    const items = paths.map((path) => `<Path>${xml(path)}</Path>`).join('');
    const status = completesAt > this.#now() ? 'InProgress' : 'Completed';
    return (
      `<?xml version="1.0" encoding="UTF-8"?>\n<Invalidation xmlns="${namespace}"><Id>${id}</Id><Status>${status}</Status>` +
      `<CreateTime>${createdAt}</CreateTime><InvalidationBatch><Paths><Quantity>${paths.length}</Quantity>` +
      `<Items>${items}</Items></Paths><CallerReference>${xml(callerReference)}</CallerReference></InvalidationBatch></Invalidation>`
    );
  }
}
