import type { CustomMessageTriggerEvent } from 'aws-lambda';
import { env } from '../../shared/aws/environment.ts';
import { languageFor } from '../../shared/refusals/language.ts';
import { invitationWords } from './invitation-words.ts';

/**
 * Words the invitation to an account in the language of the account. What Cognito sends else, it words itself. It reads
 * nothing else: while it fails, nobody can be invited.
 *
 * {@link https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html}
 */
export const handler = async (event: CustomMessageTriggerEvent): Promise<CustomMessageTriggerEvent> => {
  if (event.triggerSource !== 'CustomMessage_AdminCreateUser') return event;
  const { userAttributes, usernameParameter, codeParameter } = event.request;
  const words = invitationWords[languageFor([userAttributes.locale ?? ''])];
  const address = `${env.publicUrl}/console/`;
  const paragraphs = [
    words.greeting,
    `${words.about}<br><a href="${address}">${address}</a>`,
    `${words.address}: ${usernameParameter}<br>${words.password}: ${codeParameter}`,
    words.days,
    words.next,
  ];
  event.response.emailSubject = words.subject;
  event.response.emailMessage = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
  return event;
};
