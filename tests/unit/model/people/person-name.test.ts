import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { handler } from '../../../../functions/token-claims/handler.ts';
import { personName } from '../../../../shared/model/people/person-name.ts';

describe('the name of a person', () => {
  it.each([
    [{ name: 'Leyla Həsənova' }, 'Leyla Həsənova'],
    [{ given_name: 'Leyla', family_name: 'Həsənova' }, 'Leyla Həsənova'],
    [{ family_name: 'Həsənova' }, 'Həsənova'],
    [{ name: ' Leyla\n\u202eHəsənova ' }, 'Leyla Həsənova'],
    [{ name: '\u200b' }, ''],
    [{ email: 'leyla@example.org' }, ''],
    [{ name: 'ə'.repeat(200) }, 'ə'.repeat(100)],
  ])('of %j is %j', (attributes, name) => expect(personName(attributes)).toBe(name));
});

describe('the function that is asked before a token is signed', () => {
  const eventOf = (userAttributes: Record<string, string>) =>
    ({
      ...{ version: '2', region: 'eu-central-1', userPoolId: 'eu-central-1_a', userName: 'u-1' },
      ...{ triggerSource: 'TokenGeneration_Authentication', callerContext: { awsSdkVersion: '3', clientId: 'c' } },
      request: { userAttributes, groupConfiguration: {} },
      response: { claimsAndScopeOverrideDetails: null },
    }) as unknown as PreTokenGenerationV2TriggerEvent;

  it('adds the name to the access token, and nothing else', async () => {
    const { response, ...rest } = await handler(eventOf({ name: 'Leyla', email: 'leyla@example.org' }));
    expect(response).toEqual({
      claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: { name: 'Leyla' } } },
    });
    expect(rest).toMatchObject({ userName: 'u-1' });
  });

  it('leaves the tokens of an account without a name as they are', async () => {
    const event = eventOf({ email: 'leyla@example.org' });
    expect(await handler(event)).toEqual(event);
  });
});
