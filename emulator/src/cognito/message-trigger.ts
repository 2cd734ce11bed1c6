import * as z from 'zod';
import type { LambdaFunction } from '../lambda/lambda.ts';
import type { Template } from '../template/template.ts';
import { poolTrigger } from './pool-trigger.ts';

const responseSchema = z.object({
  response: z.object({ emailSubject: z.string().nullish(), emailMessage: z.string().nullish() }),
});

/** The invitation to an account: its subject, and the message as HTML. */
export interface Invitation {
  readonly subject: string;
  readonly message: string;
}

/** Words the invitation to an account. Rejects where the function fails: then there is no account. */
export type MessageTrigger = (userName: string, attributes: Readonly<Record<string, string>>) => Promise<Invitation>;

/** What stands in a message for the temporary password and for the name to sign in with. */
const placeholders = { code: '{####}', username: '{username}' };

/** How Cognito words an invitation by itself. */
const ofCognito: Invitation = {
  subject: 'Your temporary password',
  message: `Your username is ${placeholders.username} and temporary password is ${placeholders.code}.`,
};

/** Nobody needs a password here. */
const noPassword = '********';

/**
 * How a user pool words the invitations that it sends: by the function that it asks, or by itself.
 *
 * {@link https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html}
 */
export const messageTrigger = (template: Template, functions: ReadonlyMap<string, LambdaFunction>): MessageTrigger => {
  const trigger = poolTrigger(template, functions, ({ CustomMessage }) => CustomMessage);
  return async (userName, attributes) => {
    let worded = ofCognito;
    if (trigger) {
      const { response } = responseSchema.parse(
        await trigger.ask('CustomMessage_AdminCreateUser', userName, {
          request: {
            userAttributes: attributes,
            codeParameter: placeholders.code,
            usernameParameter: placeholders.username,
          },
          response: { smsMessage: null, emailMessage: null, emailSubject: null },
        }),
      );
      const message = response.emailMessage ?? ofCognito.message;
      for (const each of Object.values(placeholders)) {
        if (!message.includes(each)) throw new Error(`The message of an invitation lacks ${each}`);
      }
      worded = { subject: response.emailSubject ?? ofCognito.subject, message };
    }
    const message = worded.message
      .replace(placeholders.code, noPassword)
      .replace(placeholders.username, attributes.email ?? userName);
    return { ...worded, message };
  };
};
