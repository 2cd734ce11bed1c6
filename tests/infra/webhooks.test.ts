import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesize } from './synthesize.ts';
import { grantsOf } from './template.ts';

const template = synthesize();
const grants = (fn: string) => grantsOf(template, fn);

describe('webhooks', () => {
  it('are sent by a function that reads the desk and of the showcase what is public, and writes nothing there', () => {
    const held = grants('WebhooksFunctionRole').filter((grant) => !grant.startsWith('logs:'));
    const of = (part: string) => held.filter((grant) => grant.includes(part)).map((grant) => grant.split(' ')[0]);
    expect(of('StoresShowcaseTable')).toEqual(['dynamodb:GetItem']);
    expect(of('StoresDeskTable')).toEqual(
      ['GetItem', 'Query', 'PutItem', 'UpdateItem'].map((name) => `dynamodb:${name}`),
    );
    expect(of('WebhookQueue')).toHaveLength(5);
    expect(held).toHaveLength(10);
  });

  it('are announced by a function that holds nothing on the desk', () => {
    for (const grant of grants('FollowerFunctionRole')) expect(grant).not.toContain('StoresDeskTable');
  });

  it('reach no machine inside: nothing in the template says that they may', () => {
    expect(JSON.stringify(template.toJSON())).not.toContain('WEBHOOK_LOOPBACK');
  });

  it('call somebody when one is switched off, or a message is set aside', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...{ Namespace: 'Sergi', MetricName: 'WebhooksSwitchedOff', AlarmActions: Match.anyValue() },
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: Match.stringLikeRegexp('WebhooksFunction') } }],
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [
        { Name: 'QueueName', Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('WebhookDeadLetters'), 'QueueName'] } },
      ],
    });
  });
});
