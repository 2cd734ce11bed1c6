import { Match } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import { synthesize } from './synthesize.ts';

describe('the settings', () => {
  it('let the distribution answer at a domain of its own', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b';
    synthesize({ publicUrl: 'https://sergi.example.org', certificateArn }).hasResourceProperties(
      'AWS::CloudFront::Distribution',
      {
        DistributionConfig: Match.objectLike({
          Aliases: ['sergi.example.org'],
          ViewerCertificate: Match.objectLike({
            AcmCertificateArn: certificateArn,
            MinimumProtocolVersion: 'TLSv1.2_2021',
          }),
        }),
      },
    );
  });

  it('put a web ACL before the distribution', () => {
    const webAclArn = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/sergi/0a1b';
    synthesize({ webAclArn }).hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({ WebACLId: webAclArn }),
    });
  });

  it('can leave the CDN out', () => {
    synthesize({ cdn: false, publicUrl: 'https://example.org' }).resourceCountIs('AWS::CloudFront::Distribution', 0);
  });
});
