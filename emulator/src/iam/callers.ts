import { randomBytes } from 'node:crypto';
import type { Credentials } from '../endpoint/sigv4.ts';
import { roleOf } from '../lambda/definition.ts';
import type { Template } from '../template/template.ts';

/** A function as the AWS endpoint knows it, by the keys that it signs with. */
export interface Caller extends Credentials {
  readonly function: string;
  readonly role: string;
}

/** The role of whoever deploys and operates the stack: it has the rights of the account. */
export const operator = 'operator';

export const operatorOf = (keys: Credentials): Caller => ({ ...keys, function: operator, role: operator });

const secret = (): string => randomBytes(30).toString('base64');

/** New keys for each function of the template, by access key id. */
export const callersOf = (template: Template): Map<string, Caller> =>
  new Map(
    template.all('AWS::Lambda::Function').map((resource) => {
      const accessKeyId = `ASIA${resource.id.toUpperCase().slice(-16)}`;
      const keys = { accessKeyId, secretAccessKey: secret(), sessionToken: secret() };
      return [accessKeyId, { ...keys, function: resource.id, role: roleOf(resource) }];
    }),
  );
