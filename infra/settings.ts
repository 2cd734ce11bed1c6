import * as z from 'zod';
import { defaultEdgeSeconds, longestEdgeSeconds } from '../shared/freshness/edge.ts';
import { limitsSchema } from '../shared/model/limits.ts';

/** How many executions of a function a queue may keep busy at once. Lambda's minimum is two. */
const concurrency = (executions: number) => z.int().min(2).max(1000).default(executions);

const isAddressOfSite = (text: string): boolean => {
  const { protocol, username, password, pathname, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === '' && pathname === '/';
};

/** Signing in leads back to it: Cognito takes `http:` for this machine only. */
const isSecure = (url: string): boolean =>
  url.startsWith('https:') || ['localhost', '127.0.0.1'].includes(new URL(url).hostname);

/** An address as browsers write it, which Cognito compares to the letter. */
const siteAddress = z
  .string()
  .refine((text) => URL.canParse(text) && isAddressOfSite(text), {
    error: 'must be an address such as https://museum.example, without a path',
    abort: true,
  })
  .transform((text) => new URL(text).origin);

const address = z.email('must be an email address such as info@example.org');

/**
 * What can be set for one environment of `sergi.config.json`. Everything has a default: `{}` is a production
 * environment at the distribution's own address.
 */
export const settingsSchema = z
  .strictObject({
    /** `development` stacks may be destroyed with their data; `production` ones keep it. */
    stage: z.enum(['production', 'development']).default('production'),
    /** The processor that functions run on. Only the image library carries binaries for it. */
    architecture: z.enum(['arm64', 'x64']).default('arm64'),
    /** False leaves CloudFront out; then `publicUrl` must give the public address. */
    cdn: z.boolean().default(true),
    /** The address of the site, where it is not the distribution's own. */
    publicUrl: siteAddress.optional(),
    /**
     * The certificate of the host of `publicUrl`, by which the distribution answers there. CloudFront takes those of
     * us-east-1 only.
     */
    certificateArn: z
      .string()
      .regex(
        /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
        'must be the ARN of a certificate of ACM in us-east-1',
      )
      .optional(),
    /** A web ACL of WAF in front of the distribution, which takes global ones only: those are in us-east-1. */
    webAclArn: z
      .string()
      .regex(
        /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/,
        'must be the ARN of a global web ACL of WAF in us-east-1',
      )
      .optional(),
    /**
     * For how many seconds the distribution keeps a public answer at most. With the 25 of the default, what is
     * published is seen everywhere within a minute whatever else fails; what is more relies on invalidations by tags:
     * see `docs/guides/first-hour-on-aws.md`.
     */
    edgeSeconds: z.int().min(5).max(longestEdgeSeconds).default(defaultEdgeSeconds),
    /** The Region of the Origin Shield, where the stack's own has none. */
    originShieldRegion: z
      .string()
      .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a Region of AWS')
      .optional(),
    /** After how many days an upload that was never used is listed for erasure. */
    unusedUploadDays: z.int().min(1).max(3650).default(90),
    /** Limits for each member of the staff. */
    limits: limitsSchema.prefault({}),
    alarmEmail: address.optional(),
    /** From which address the staff get mail: without it they get none. */
    mailFrom: address.toLowerCase().optional(),
    /**
     * How many executions each queue's worker may take at once. An upper bound without a reservation: a new account has
     * ten executions in all, and would have none left to reserve.
     */
    concurrency: z
      .strictObject({
        ingest: concurrency(5),
        views: concurrency(2),
        publisher: concurrency(5),
        webhooks: concurrency(5),
        mail: concurrency(2),
      })
      .prefault({}),
  })
  .superRefine(({ cdn, publicUrl, certificateArn, webAclArn, mailFrom }, issues) => {
    if (!cdn && !publicUrl) {
      issues.addIssue({ code: 'custom', path: ['publicUrl'], message: 'must be given where cdn is false' });
    }
    if (cdn && publicUrl && !isSecure(publicUrl)) {
      issues.addIssue({ code: 'custom', path: ['publicUrl'], message: 'must begin with https://' });
    }
    if (certificateArn && !publicUrl?.startsWith('https:')) {
      const message = 'must say by https:// which host certificateArn is for';
      issues.addIssue({ code: 'custom', path: ['publicUrl'], message });
    }
    if (certificateArn && !cdn) {
      const message = 'is for the CDN, which there is only where cdn is true';
      issues.addIssue({ code: 'custom', path: ['certificateArn'], message });
    }
    if (webAclArn && !cdn) {
      const message = 'stands before the CDN, which there is only where cdn is true';
      issues.addIssue({ code: 'custom', path: ['webAclArn'], message });
    }
    if (mailFrom && !cdn) {
      const message = 'leads to the console, which there is only where cdn is true';
      issues.addIssue({ code: 'custom', path: ['mailFrom'], message });
    }
  });

export type Settings = z.output<typeof settingsSchema>;
