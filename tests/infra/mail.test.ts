import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../infra/settings.ts';
import { synthesize } from './synthesize.ts';

const mailFrom = 'desk@news.example.org';

const idsOf = (settings: Parameters<typeof synthesize>[0]): string[] =>
  Object.keys(synthesize(settings).toJSON().Resources).filter((id) => /^Mail/.test(id));

/** The statements of the sender's role. */
const statements = (settings: Parameters<typeof synthesize>[0] = {}) =>
  Object.entries(synthesize({ mailFrom, ...settings }).findResources('AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith('Mail'))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);

describe('mail to the staff', () => {
  it('is nothing without an address that it comes from: no function, no queue, no grant, no alarm', () => {
    const resources = JSON.stringify(synthesize().toJSON());
    expect(idsOf({})).toEqual([]);
    expect(resources).not.toMatch(/ses:|MAIL_|MailFailing/);
    expect(idsOf({ mailFrom }).length).toBeGreaterThan(4);
  });

  it('may come from that address alone, by the domain that was verified or by what the settings name', () => {
    const sending = (settings?: Parameters<typeof synthesize>[0]) =>
      statements(settings).filter(({ Action }) => JSON.stringify(Action).includes('ses:'));
    const [one, ...others] = sending();
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      Action: 'ses:SendEmail',
      Condition: { StringEquals: { 'ses:FromAddress': mailFrom } },
    });
    expect(JSON.stringify(one.Resource)).toMatch(/:identity\/news\.example\.org"/);
    expect(JSON.stringify(sending({ mailIdentity: 'example.org' }))).toMatch(/:identity\/example\.org"/);
    expect(JSON.stringify(sending({ mailIdentity: mailFrom }))).toMatch(/:identity\/desk@news\.example\.org"/);
  });

  it('is sent by a function that may ask the user pool for the members of a group, and nothing else', () => {
    const cognito = statements().flatMap(({ Action }) => [Action].flat().filter((one) => one.startsWith('cognito')));
    expect(cognito).toEqual(['cognito-idp:ListUsersInGroup']);
  });

  it('is refused where it would lead nowhere or by a foreign identity, by the field', () => {
    const paths = (given: object) => settingsSchema.safeParse(given).error?.issues.map(({ path }) => path.join('.'));
    expect(paths({ mailFrom: 'nobody' })).toEqual(['mailFrom']);
    expect(paths({ mailFrom, cdn: false, publicUrl: 'https://example.org' })).toEqual(['mailFrom']);
    expect(paths({ mailFrom, mailIdentity: 'ample.org' })).toEqual(['mailIdentity']);
    expect(paths({ mailIdentity: 'example.org' })).toEqual(['mailIdentity']);
    expect(paths({ mailFrom, mailIdentity: 'example.org' })).toBeUndefined();
  });
});
