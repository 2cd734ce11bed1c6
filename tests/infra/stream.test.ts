import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesize } from './synthesize.ts';
import { grantsOf, resourcesOf } from './template.ts';

const template = synthesize();
const properties = (type: string) => resourcesOf(template, type);
const grants = (fn: string) => grantsOf(template, fn);

describe('the stream of the showcase', () => {
  const sources = () =>
    properties('AWS::Lambda::EventSourceMapping').filter(([, { Properties }]) => Properties.StartingPosition);

  it('tells of items before and after, and the desk has none', () => {
    const streams = properties('AWS::DynamoDB::Table').map(([id, { Properties }]) => [
      id.replace(/[0-9A-F]{8}$/, ''),
      Properties.StreamSpecification?.StreamViewType,
    ]);
    expect(streams).toEqual([
      ['StoresDeskTable', undefined],
      ['StoresShowcaseTable', 'NEW_AND_OLD_IMAGES'],
    ]);
  });

  it('is followed from its beginning, by what is told only of the items that say what is public', () => {
    for (const [id, { Properties }] of sources()) {
      expect(Properties.StartingPosition, id).toBe('TRIM_HORIZON');
      // What the CDN keeps is made by the settings, too.
      const keys = ['SLUGS', 'PUBLIC', 'CURRENT', ...(id.startsWith('Invalidator') ? ['SITE'] : [])];
      expect(Properties.FilterCriteria.Filters, id).toEqual([
        { Pattern: JSON.stringify({ dynamodb: { Keys: { sk: { S: keys } } } }) },
      ]);
    }
  });

  it('is retried for as long as a stream keeps its records, and then calls somebody', () => {
    for (const [id, { Properties }] of sources()) {
      expect(Properties.MaximumRetryAttempts, id).toBeUndefined();
      expect(Properties.MaximumRecordAgeInSeconds, id).toBe(23 * 3600);
      const [queue] = Properties.DestinationConfig.OnFailure.Destination['Fn::GetAtt'];
      // What the function sets aside itself goes there too, and so calls the same people.
      const fn = template.findResources('AWS::Lambda::Function')[Properties.FunctionName.Ref];
      expect(fn?.Properties.Environment.Variables.FAILURES_QUEUE, id).toEqual({ Ref: queue });
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
        AlarmActions: Match.anyValue(),
      });
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName: 'IteratorAge',
        Dimensions: [{ Name: 'FunctionName', Value: Properties.FunctionName }],
        Threshold: 15 * 60_000,
      });
    }
  });

  it('has two readers, which is what a stream bears, and one where there is no CDN', () => {
    expect(sources()).toHaveLength(2);
    const without = synthesize({ cdn: false, publicUrl: 'https://example.org' });
    const readers = Object.values(without.findResources('AWS::Lambda::EventSourceMapping')).filter(
      ({ Properties }) => Properties.StartingPosition,
    );
    expect(readers).toHaveLength(1);
    expect(JSON.stringify(without.toJSON())).not.toContain('cloudfront:');
  });

  it('lets the invalidator do nothing but read it and invalidate on the one distribution', () => {
    const held = grants('InvalidatorFunctionRole').filter((grant) => !grant.startsWith('logs:'));
    expect(held.map((grant) => grant.split(' ')[0]).sort()).toEqual([
      'cloudfront:CreateInvalidation',
      ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((name) => `dynamodb:${name}`),
      'dynamodb:PutItem',
      ...['sqs:SendMessage', 'sqs:SendMessage'],
    ]);
    expect(held.find((grant) => grant.startsWith('cloudfront:'))).toContain('{"Ref":"DeliveryDistribution');
  });

  it('call an operator where the canary finds something, and where it cannot look for most of an hour', () => {
    const alarm = (name: string) => template.findResources('AWS::CloudWatch::Alarm')[name]?.Properties ?? {};
    const names = Object.keys(template.findResources('AWS::CloudWatch::Alarm'));
    const [stale = '', failing = ''] = ['EdgeStale', 'CanaryFailing'].map((part) =>
      names.find((name) => name.includes(part)),
    );
    expect(alarm(stale)).toMatchObject({ MetricName: 'EdgeStale', Threshold: 1, Period: 300 });
    // It is called every five minutes, and tried once.
    expect(alarm(failing)).toMatchObject({ MetricName: 'Errors', Threshold: 4, Period: 3_600, Statistic: 'Sum' });
    expect(JSON.stringify(alarm(failing).Dimensions)).toContain('CanaryFunction');
  });

  it('call an operator where answers fail for a while, and say for how long', () => {
    const failing = Object.values(template.findResources('AWS::CloudWatch::Alarm'))
      .map(({ Properties }) => Properties)
      .filter(({ MetricName }) => MetricName === '5xx');
    expect(failing).toMatchObject([{ Threshold: 1, Period: 300, EvaluationPeriods: 3, DatapointsToAlarm: 2 }]);
    expect(failing[0]?.AlarmDescription).toContain('in two of three periods of five minutes');
  });

  it('call an operator where nobody does what is to be done every minute, and try once what a rule calls', () => {
    const alarms = template.findResources('AWS::CloudWatch::Alarm');
    const [upkeep = ''] = Object.keys(alarms).filter((name) => name.includes('UpkeepFailing'));
    expect(alarms[upkeep]?.Properties).toMatchObject({ Threshold: 3, TreatMissingData: 'breaching' });
    const tried = Object.values(template.findResources('AWS::Lambda::EventInvokeConfig'));
    expect(tried.map(({ Properties }) => [JSON.stringify(Properties.FunctionName), Properties])).toEqual(
      ['UpkeepFunction', 'CanaryFunction'].map((name) => [
        expect.stringContaining(name),
        expect.objectContaining({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 }),
      ]),
    );
  });
});
