import { describe, expect, it } from 'vitest';
import { decide, statementsOf } from '../../../src/iam/policy.ts';
import { Outbox } from '../../../src/ses/outbox.ts';
import { mailPermissions, sendMail } from '../../../src/ses/ses.ts';

const sent = (from = 'desk@example.org', subject = 'Sərgi') => ({
  ...{ method: 'POST', path: '/v2/email/outbound-emails', query: '', headers: {}, ip: '127.0.0.1' },
  body: Buffer.from(
    JSON.stringify({
      FromEmailAddress: from,
      Destination: { ToAddresses: ['nigar@example.org'] },
      Content: {
        Simple: {
          Subject: { Data: subject, Charset: 'UTF-8' },
          Body: { Text: { Data: 'Salam' }, Html: { Data: '<p>Salam</p>' } },
        },
      },
    }),
  ),
});

const policy = statementsOf('Mail', {
  Statement: [
    {
      Effect: 'Allow',
      Action: ['ses:SendEmail'],
      Resource: ['arn:aws:ses:us-east-1:000000000000:identity/example.org'],
      Condition: { StringEquals: { 'ses:FromAddress': ['desk@example.org'] } },
    },
  ],
});

const mayBeSent = (request: ReturnType<typeof sent>): boolean =>
  mailPermissions(request).permissions.every(
    (permission) => decide(policy, { principal: { AWS: 'role' }, ...permission }).allowed,
  );

describe('a mail by SES', () => {
  it('needs the permission on the domain of its sender, as this sender', () => {
    expect(mayBeSent(sent())).toBe(true);
    expect(mayBeSent(sent('minister@example.org'))).toBe(false);
    expect(mayBeSent(sent('desk@example.com'))).toBe(false);
  });

  it('is kept for who develops, and has one line of subject', () => {
    const outbox = new Outbox({ file: undefined, report: () => {} });
    expect(sendMail(sent(), outbox)).toMatchObject({ status: 200 });
    expect(outbox.mails).toMatchObject([{ to: ['nigar@example.org'], subject: 'Sərgi', text: 'Salam' }]);
    expect(() => sendMail(sent('desk@example.org', 'Sərgi\r\nBcc: all@example.org'), outbox)).toThrow('one line');
  });
});
