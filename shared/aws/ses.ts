import { SESv2Client } from '@aws-sdk/client-sesv2';

/** The one SES client of a function. It asks once: SES cannot tell a mail that it is given again from another one. */
export const ses = new SESv2Client({ maxAttempts: 1 });
