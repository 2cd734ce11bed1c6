import { randomUUID } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import { AwsError, xml } from './aws-error.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import { identify } from './identity.ts';
import type { Template } from './template.ts';

/** An invalidation, which takes no time here. */
export interface Invalidation {
  readonly id: string;
  readonly callerReference: string;
  readonly paths: readonly string[];
  readonly createdAt: string;
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
/** The path that an invalidation is sent to; its group is the distribution's id. */
export const invalidationPath = /^\/2020-05-31\/distribution\/([A-Z0-9]+)\/invalidation$/;
const namespace = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';

const document = ({ id, callerReference, paths, createdAt }: Invalidation): string => {
  const items = paths.map((path) => `<Path>${xml(path)}</Path>`).join('');
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<Invalidation xmlns="${namespace}"><Id>${id}</Id><Status>Completed</Status>` +
    `<CreateTime>${createdAt}</CreateTime><InvalidationBatch><Paths><Quantity>${paths.length}</Quantity>` +
    `<Items>${items}</Items></Paths><CallerReference>${xml(callerReference)}</CallerReference></InvalidationBatch></Invalidation>`
  );
};

/** The invalidations of the template's distribution. */
export class Invalidations {
  readonly all: Invalidation[] = [];
  readonly #distributions: ReadonlySet<string>;
  readonly #forget: (paths: readonly string[]) => void;

  /** `forget` is called for each new invalidation. */
  constructor(template: Template, forget: (paths: readonly string[]) => void) {
    this.#distributions = new Set(
      template.all('AWS::CloudFront::Distribution').map(({ id, type }) => identify(id, type).ref),
    );
    this.#forget = forget;
  }

  /**
   * Answers a call whose signer is authorized.
   *
   * {@link https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html}
   */
  create({ path, body }: HttpRequest): HttpResponse {
    if (!this.#distributions.has(invalidationPath.exec(path)?.[1] ?? '')) {
      throw new AwsError(404, 'NoSuchDistribution', 'The specified distribution does not exist.');
    }
    const parsed = batchSchema.safeParse(parser.parse(String(body)));
    if (!parsed.success) throw new AwsError(400, 'MalformedXML', z.prettifyError(parsed.error));
    const { CallerReference: callerReference, Paths } = parsed.data.InvalidationBatch;
    const paths = Paths.Items.Path;
    if (Paths.Quantity !== paths.length) {
      throw new AwsError(400, 'InconsistentQuantities', 'The value of Quantity does not match the number of items.');
    }
    const wrong = paths.find((one) => !/^\/[^*]*\*?$/.test(one));
    if (wrong) throw new AwsError(400, 'InvalidArgument', `Your request contains an invalid path: ${wrong}`);
    const known = this.all.find((one) => one.callerReference === callerReference);
    if (known && known.paths.join('\n') !== paths.join('\n')) {
      const message = 'An invalidation batch with this CallerReference and other content exists.';
      throw new AwsError(400, 'InvalidationBatchAlreadyExists', message);
    }
    const invalidation = known ?? {
      id: `I${randomUUID().replaceAll('-', '').slice(0, 13).toUpperCase()}`,
      callerReference,
      paths,
      createdAt: new Date().toISOString(),
    };
    if (!known) {
      this.all.push(invalidation);
      this.#forget(paths);
    }
    const headers = { 'content-type': 'text/xml', location: `${path}/${invalidation.id}` };
    return { status: 201, headers, body: document(invalidation) };
  }
}
