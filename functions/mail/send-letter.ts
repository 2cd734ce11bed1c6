import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { env } from '../../shared/aws/environment.ts';
import { ses } from '../../shared/aws/ses.ts';
import type { Letter } from './compose-letter.ts';

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/**
 * Sends a mail to one person. Rejects where SES does not take it.
 *
 * {@link https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html}
 */
export const sendLetter = async ({ subject, text, html }: Letter, to: string): Promise<void> => {
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: env.mailFrom,
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: utf8(subject),
          Body: { Text: utf8(text), Html: utf8(html) },
          // Nobody's absence is answered (RFC 3834).
          Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
        },
      },
    }),
  );
};
