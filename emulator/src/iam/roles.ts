import * as z from 'zod';
import { bucketArn, queueArn, queueName, roleArn } from '../template/identity.ts';
import { propertiesOf, type Template } from '../template/template.ts';
import {
  decide,
  type Grant,
  grantsOf,
  type Principal,
  policySchema,
  type Question,
  type Statement,
  statementsOf,
} from './policy.ts';

export interface RoleGrant extends Grant {
  readonly role: string;
}

const inlineSchema = z.object({
  Policies: z.array(z.object({ PolicyName: z.string(), PolicyDocument: policySchema })).default([]),
});
const attachedSchema = z.object({ PolicyDocument: policySchema, Roles: z.array(z.string()).default([]) });
const roleSchema = inlineSchema.extend({
  ManagedPolicyArns: z.array(z.string()).max(0, 'are not known here').default([]),
});

/** How many decisions are remembered. */
const mostDecided = 10_000;

/** The permissions of the template's roles, and which of them have been used. */
export class Roles {
  readonly #statements = new Map<string, Statement[]>();
  readonly #used = new Set<string>();
  readonly #decided = new Map<string, boolean>();

  constructor(template: Template) {
    for (const role of template.all('AWS::IAM::Role')) {
      const inline = propertiesOf(role, roleSchema).Policies;
      this.#statements.set(
        role.id,
        inline.flatMap(({ PolicyName, PolicyDocument }) => statementsOf(PolicyName, PolicyDocument)),
      );
    }
    for (const policy of [...template.all('AWS::IAM::Policy'), ...template.all('AWS::IAM::ManagedPolicy')]) {
      const { Roles, PolicyDocument } = propertiesOf(policy, attachedSchema);
      for (const role of Roles) this.#of(role).push(...statementsOf(policy.id, PolicyDocument));
    }
  }

  #of(role: string): Statement[] {
    const statements = this.#statements.get(role);
    if (!statements) throw new Error(`The template has no role "${role}"`);
    return statements;
  }

  /**
   * Whether a role may do something under the circumstances of `context`; `resourcePolicy` is the policy of the
   * resource itself. The statements that allow it count as used.
   */
  may(
    role: string,
    { action, resource, context }: Omit<Question, 'principal'>,
    resourcePolicy: readonly Statement[] = [],
  ): boolean {
    const asked = [role, action, resource, ...Object.values(context ?? {})].join('\n');
    const known = this.#decided.get(asked);
    if (known !== undefined) return known;
    const principal: Principal = { AWS: roleArn(role) };
    const question: Question = { principal, action, resource, ...(context && { context }) };
    const { allowed, grants } = decide([...this.#of(role), ...resourcePolicy], question);
    if (allowed) for (const grant of grants) this.#used.add(keyOf({ ...grant, role }));
    // A template does not change, and the policy of a resource belongs to it. Keys of objects are without number.
    if (this.#decided.size >= mostDecided) this.#decided.clear();
    this.#decided.set(asked, allowed);
    return allowed;
  }

  /** Every grant of every role. */
  #all(): RoleGrant[] {
    return [...this.#statements].flatMap(([role, statements]) =>
      statements.flatMap(grantsOf).map((grant) => ({ ...grant, role })),
    );
  }

  used(): RoleGrant[] {
    return this.#all().filter((grant) => this.#used.has(keyOf(grant)));
  }

  unused(): RoleGrant[] {
    return this.#all().filter((grant) => !this.#used.has(keyOf(grant)));
  }
}

const keyOf = ({ role, policy, statement, action, resource }: RoleGrant): string =>
  [role, policy, statement, action, resource].join('\n');

/** The policies of the template's buckets, queues and topics themselves, by ARN. */
export const resourcePolicies = (template: Template): ReadonlyMap<string, Statement[]> => {
  const schema = z.object({
    PolicyDocument: policySchema,
    Bucket: z.string().optional(),
    Queues: z.array(z.string()).default([]),
    Topics: z.array(z.string()).default([]),
  });
  const policies = new Map<string, Statement[]>();
  const kinds = ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'];
  for (const policy of kinds.flatMap((kind) => template.all(kind))) {
    const { PolicyDocument, Bucket, Queues, Topics } = propertiesOf(policy, schema);
    const holders = [
      ...(Bucket === undefined ? [] : [bucketArn(Bucket)]),
      ...Queues.map((url) => queueArn(queueName(url))),
      ...Topics,
    ];
    for (const arn of holders) {
      policies.set(arn, [...(policies.get(arn) ?? []), ...statementsOf(policy.id, PolicyDocument)]);
    }
  }
  return policies;
};
