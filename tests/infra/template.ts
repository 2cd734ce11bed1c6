import type { Template } from 'aws-cdk-lib/assertions';

/** The resources of a type, each with its id. */
export const resourcesOf = (template: Template, type: string) => Object.entries(template.findResources(type));

/** The statements of the role of a function, as `action resource`. */
export const grantsOf = (template: Template, fn: string): string[] =>
  resourcesOf(template, 'AWS::IAM::Policy')
    .filter(([id]) => id.includes(fn))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    .flatMap(({ Action, Resource }: { Action: string | string[]; Resource: unknown }) =>
      [Action].flat().map((action) => `${action} ${JSON.stringify(Resource)}`),
    );
