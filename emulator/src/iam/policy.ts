import * as z from 'zod';
import { textMatcher } from './text-matcher.ts';

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string())]);

const operators = [
  ...['StringEquals', 'StringLike', 'ArnEquals', 'ArnLike', 'Bool'],
  ...['StringNotEquals', 'StringNotLike', 'ArnNotEquals', 'ArnNotLike'],
] as const;

/** Condition keys that a request here can provide. A policy with another one is refused, rather than misjudged. */
const contextKeys = ['aws:securetransport', 'aws:sourceaccount', 'aws:sourcearn', 'ses:fromaddress'] as const;

const conditionSchema = z.partialRecord(
  z.enum(operators),
  z.record(z.string().toLowerCase().pipe(z.enum(contextKeys)).or(z.string()), texts),
);

const statementSchema = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Principal: z.union([z.literal('*'), z.record(z.enum(['AWS', 'Service']).or(z.string()), texts)]).optional(),
    Action: texts.optional(),
    NotAction: texts.optional(),
    Resource: texts.optional(),
    NotResource: texts.optional(),
    Condition: conditionSchema.optional(),
  })
  .superRefine(({ Condition = {} }, issues) => {
    for (const key of Object.values(Condition).flatMap((tests) => Object.keys(tests ?? {}))) {
      if (contextKeys.some((known) => known === key.toLowerCase())) continue;
      issues.addIssue({ code: 'custom', message: `the condition key ${key} is not known here` });
    }
  });

/** A policy document as templates hold it. */
export const policySchema = z.object({
  Statement: z.union([statementSchema.transform((one) => [one]), z.array(statementSchema)]),
});

export type PolicyDocument = z.output<typeof policySchema>;

/** One statement, with the name of the policy that it comes from and its place there. */
export interface Statement extends z.output<typeof statementSchema> {
  readonly policy: string;
  readonly index: number;
}

/** The caller: a role by its ARN, or an AWS service by its name. */
export type Principal = { readonly AWS: string } | { readonly Service: string };

/** Whether `principal` may do `action` on `resource`. */
export interface Question {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Partial<Record<(typeof contextKeys)[number], string>>>;
}

/** One action on one resource that a statement allows, as written there. */
export interface Grant {
  readonly policy: string;
  readonly statement: string;
  readonly action: string;
  readonly resource: string;
}

/** The statements of a policy document, with the name of the policy. */
export const statementsOf = (policy: string, document: PolicyDocument): Statement[] =>
  document.Statement.map((statement, index) => ({ ...statement, policy, index }));

const matchers = new Map<string, (text: string) => boolean>();

/** True where `text` matches an IAM pattern. */
export const matches = (pattern: string, text: string): boolean => {
  let covers = matchers.get(pattern);
  if (!covers) {
    covers = textMatcher(pattern);
    matchers.set(pattern, covers);
  }
  return covers(text);
};

const actionMatches = (pattern: string, action: string) => matches(pattern.toLowerCase(), action.toLowerCase());

const conditionHolds = (statement: Statement, { context = {} }: Question): boolean =>
  Object.entries(statement.Condition ?? {}).every(([operator, tests]) =>
    Object.entries(tests ?? {}).every(([key, values]) => {
      // The loopback stands for the TLS connection that AWS would have.
      const all: Record<string, string | undefined> = { 'aws:securetransport': 'true', ...context };
      const actual = all[key.toLowerCase()];
      const negated = operator.includes('Not');
      if (actual === undefined) return negated;
      const exact = operator.startsWith('String') && operator.endsWith('Equals');
      return negated !== values.some((value) => (exact ? value === actual : matches(value, actual)));
    }),
  );

const principalMatches = ({ Principal: allowed }: Statement, { principal }: Question): boolean => {
  if (allowed === undefined || allowed === '*') return true;
  const [[kind, name] = ['', '']] = Object.entries(principal);
  return (allowed[kind] ?? []).some((value) => value === '*' || value === name);
};

const applies = (statement: Statement, question: Question): boolean =>
  principalMatches(statement, question) &&
  (statement.Action ?? []).concat(statement.NotAction ? '*' : []).some((one) => actionMatches(one, question.action)) &&
  !(statement.NotAction ?? []).some((one) => actionMatches(one, question.action)) &&
  (statement.Resource ?? ['*']).some((one) => statement.NotResource || matches(one, question.resource)) &&
  !(statement.NotResource ?? []).some((one) => matches(one, question.resource)) &&
  conditionHolds(statement, question);

/** Every grant that a statement makes. */
export const grantsOf = (statement: Statement): Grant[] =>
  statement.Effect === 'Deny'
    ? []
    : (statement.Action ?? ['*']).flatMap((action) =>
        (statement.Resource ?? ['*']).map((resource) => ({
          policy: statement.policy,
          statement: statement.Sid ?? String(statement.index),
          action,
          resource,
        })),
      );

/**
 * Decides as IAM does within an account: a denial wins, otherwise one statement must allow the action. `grants` are
 * those that do; an empty list is a refusal.
 */
export const decide = (statements: readonly Statement[], question: Question): { allowed: boolean; grants: Grant[] } => {
  const applicable = statements.filter((statement) => applies(statement, question));
  if (applicable.some(({ Effect }) => Effect === 'Deny')) return { allowed: false, grants: [] };
  const grants = applicable
    .flatMap(grantsOf)
    .filter((grant) => actionMatches(grant.action, question.action) && matches(grant.resource, question.resource));
  return { allowed: applicable.length > 0, grants };
};
