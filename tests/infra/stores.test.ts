import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesize } from './synthesize.ts';
import { resourcesOf } from './template.ts';

const template = synthesize();
const properties = (type: string) => resourcesOf(template, type);

describe('the stores', () => {
  it('are kept, and protected from deletion, in production', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool']) {
      for (const [id, resource] of properties(type)) {
        expect([resource.DeletionPolicy, resource.UpdateReplacePolicy], id).toEqual(['Retain', 'Retain']);
      }
    }
    template.allResourcesProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true });
    template.allResourcesProperties('AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE', MfaConfiguration: 'ON' });
  });

  it('may be destroyed in development', () => {
    const development = synthesize({ stage: 'development' });
    development.allResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Delete' });
    development.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Delete' });
  });

  it('cost by use, and can be brought back to any second', () => {
    template.allResourcesProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('are closed to the public and to plain HTTP', () => {
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    for (const type of ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy']) {
      for (const [id, { Properties }] of properties(type)) {
        const denials = Properties.PolicyDocument.Statement.filter(
          ({ Effect }: { Effect: string }) => Effect === 'Deny',
        );
        expect(JSON.stringify(denials), id).toContain('"aws:SecureTransport":"false"');
      }
    }
  });

  it('keep old versions of originals, and uploads that failed for as long as they can be tried again', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({
            Prefix: 'incoming/',
            ExpirationInDays: 15,
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          }),
        ]),
      },
    });
  });

  it.each([
    ['AWS::DynamoDB::Table', 'TableName'],
    ['AWS::S3::Bucket', 'BucketName'],
    ['AWS::SQS::Queue', 'QueueName'],
    ['AWS::Lambda::Function', 'FunctionName'],
    ['AWS::IAM::Role', 'RoleName'],
    ['AWS::Logs::LogGroup', 'LogGroupName'],
  ])('have no names of their own, so that a stack can be made twice: %s', (type, name) => {
    template.allResourcesProperties(type, { [name]: Match.absent() });
  });
});
