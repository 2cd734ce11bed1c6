import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../infra/settings.ts';
import { synthesize } from './synthesize.ts';

const mailFrom = 'desk@news.example.org';

const idsOf = (settings: Parameters<typeof synthesize>[0]): string[] =>
  Object.keys(synthesize(settings).toJSON().Resources).filter((id) => /^Mail/.test(id));

/** The statements of the sender's role. */
const statements = () =>
  Object.entries(synthesize({ mailFrom }).findResources('AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith('Mail'))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);

describe('mail to the staff', () => {
  it('is nothing without an address that it comes from: no function, no queue, no grant, no alarm', () => {
    const resources = JSON.stringify(synthesize().toJSON());
    expect(idsOf({})).toEqual([]);
    expect(resources).not.toMatch(/ses:|MAIL_|MailFailing/);
    expect(idsOf({ mailFrom }).length).toBeGreaterThan(4);
  });

  it('may come from that address alone, and go to any identity of the account, for which SES asks in the sandbox', () => {
    const [one, ...others] = statements().filter(({ Action }) => JSON.stringify(Action).includes('ses:'));
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      Action: 'ses:SendEmail',
      Condition: { StringEquals: { 'ses:FromAddress': mailFrom } },
    });
    const [, parts] = one.Resource['Fn::Join'];
    const ends = [':ses:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':identity/*'];
    expect(parts).toEqual(['arn:', { Ref: 'AWS::Partition' }, ...ends]);
  });

  it('is sent by a function that may ask the user pool for the members of a group, and nothing else', () => {
    const cognito = statements().flatMap(({ Action }) => [Action].flat().filter((one) => one.startsWith('cognito')));
    expect(cognito).toEqual(['cognito-idp:ListUsersInGroup']);
  });

  it('is refused where it would lead nowhere, by the field', () => {
    const paths = (given: object) => settingsSchema.safeParse(given).error?.issues.map(({ path }) => path.join('.'));
    expect(paths({ mailFrom: 'nobody' })).toEqual(['mailFrom']);
    expect(paths({ mailFrom, cdn: false, publicUrl: 'https://example.org' })).toEqual(['mailFrom']);
    expect(paths({ mailFrom })).toBeUndefined();
  });
});
