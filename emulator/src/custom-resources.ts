import * as z from 'zod';

const attributeOf = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });
const customSchema = z.object({ ServiceToken: attributeOf });
const servingSchema = z.object({ Role: attributeOf });

/** Resources as a template holds them, by their logical ids. */
type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;

/**
 * The names of the custom resources, of their functions and of their roles. They run while CloudFormation creates or
 * deletes a stack, which does not happen here.
 */
export const ofCustomResources = (resources: Resources): ReadonlySet<string> => {
  const custom = Object.entries(resources).filter(([, { Type }]) => Type.startsWith('Custom::'));
  const serving = custom.map(([, { Properties }]) => customSchema.parse(Properties).ServiceToken['Fn::GetAtt'][0]);
  const roles = serving.map((name) => servingSchema.parse(resources[name]?.Properties).Role['Fn::GetAtt'][0]);
  return new Set([...custom.map(([name]) => name), ...serving, ...roles]);
};
