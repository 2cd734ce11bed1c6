import * as z from 'zod';
import { propertiesOf, type Template } from '../template/template.ts';
import type { Statement } from './policy.ts';

const permissionSchema = z.object({
  Action: z.literal('lambda:InvokeFunction'),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});

/**
 * The resource policy of a function, from AWS::Lambda::Permission: which services may invoke it, and for which source.
 */
export const invocationPolicy = (template: Template, functionName: string): Statement[] =>
  template.all('AWS::Lambda::Permission').flatMap((resource, index): Statement[] => {
    const { Action, FunctionName, Principal, SourceArn, SourceAccount } = propertiesOf(resource, permissionSchema);
    if (FunctionName !== functionName && !FunctionName.endsWith(`:function:${functionName}`)) return [];
    const Condition = {
      ...(SourceArn !== undefined && { ArnLike: { 'aws:SourceArn': [SourceArn] } }),
      ...(SourceAccount !== undefined && { StringEquals: { 'aws:SourceAccount': [SourceAccount] } }),
    };
    return [
      { policy: resource.id, index, Effect: 'Allow', Principal: { Service: [Principal] }, Action: [Action], Condition },
    ];
  });
