import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../endpoint/aws-error.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import type { RequiredPermissions } from '../iam/permissions.ts';
import { mailIdentityArn } from '../template/identity.ts';
import type { Outbox } from './outbox.ts';

const content = z.object({ Data: z.string(), Charset: z.literal('UTF-8').optional() });

const mailSchema = z.strictObject({
  FromEmailAddress: z.email(),
  Destination: z.strictObject({ ToAddresses: z.array(z.email()).min(1).max(50) }),
  Content: z.strictObject({
    Simple: z.strictObject({
      // What a header may not hold: SES refuses it, rather than send another header with it.
      Subject: content.refine(({ Data }) => !/[\r\n]/.test(Data), 'has more than one line'),
      Body: z.strictObject({ Text: content, Html: content.optional() }),
      Headers: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).default([]),
    }),
  }),
});

const parse = (body: HttpRequest['body']): z.output<typeof mailSchema> => {
  const parsed = mailSchema.safeParse(JSON.parse(String(body)));
  if (parsed.success) return parsed.data;
  throw new AwsError(400, 'BadRequestException', z.prettifyError(parsed.error));
};

/**
 * The permission that a call of SES needs: on the identity that sends. Here that is the domain of the sender, as if the
 * account had verified each domain and no single address.
 *
 * {@link https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html}
 */
export const mailPermissions = ({ method, path, body }: HttpRequest): RequiredPermissions => {
  if (method !== 'POST' || path !== '/v2/email/outbound-emails') {
    throw new AwsError(501, 'NotImplemented', `The embedded cloud does not know SES's ${method} ${path}`);
  }
  const from = parse(body).FromEmailAddress;
  const resource = mailIdentityArn(from.slice(from.indexOf('@') + 1));
  const action = 'ses:SendEmail';
  return { action, permissions: [{ action, resource, context: { 'ses:fromaddress': from } }] };
};

/**
 * Answers SendEmail of a signer that is authorized: nobody gets the mail.
 *
 * {@link https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html}
 */
export const sendMail = ({ body }: HttpRequest, outbox: Outbox): HttpResponse => {
  const { Destination, Content } = parse(body);
  const { Subject, Body } = Content.Simple;
  outbox.send({ to: Destination.ToAddresses, subject: Subject.Data, text: Body.Text.Data });
  const headers = { 'content-type': 'application/json' };
  return { status: 200, headers, body: JSON.stringify({ MessageId: randomUUID() }) };
};
