import * as z from 'zod';

const attributeOf = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });
const customSchema = z.object({ ServiceToken: attributeOf });
const servingSchema = z.object({ Role: attributeOf });
const policySchema = z.object({ Roles: z.array(z.object({ Ref: z.string() })) });

/** Resources as a template holds them, by their logical ids. */
type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;

/** The custom resource whose effect is known here: see `bucket-deployments.ts`. */
const ofBuckets = 'Custom::CDKBucketDeployment';

/**
 * The names of the custom resources, of their functions and of their roles, with the policies of these. They run while
 * CloudFormation creates or deletes a stack, which does not happen here.
 */
export const ofCustomResources = (resources: Resources): ReadonlySet<string> => {
  const custom = Object.entries(resources).filter(([, { Type }]) => Type.startsWith('Custom::'));
  const serving = custom.map(([, { Properties }]) => customSchema.parse(Properties).ServiceToken['Fn::GetAtt'][0]);
  const roles = serving.map((name) => servingSchema.parse(resources[name]?.Properties).Role['Fn::GetAtt'][0]);
  const policies = Object.entries(resources)
    .filter(([, { Type, Properties }]) => {
      const holders = Type === 'AWS::IAM::Policy' ? policySchema.safeParse(Properties).data?.Roles : undefined;
      return holders?.every(({ Ref }) => roles.includes(Ref));
    })
    .map(([name]) => name);
  const withoutEffect = custom.filter(([, { Type }]) => Type !== ofBuckets).map(([name]) => name);
  return new Set([...withoutEffect, ...serving, ...roles, ...policies]);
};
