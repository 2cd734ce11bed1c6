import type { Node } from 'constructs';
import * as z from 'zod';

const settingsSchema = z.strictObject({
  /** `development` stacks may be destroyed with their data; `production` ones keep it. */
  stage: z.enum(['production', 'development']).default('production'),
  /** The processor that functions run on. Only the image library carries binaries for it. */
  architecture: z.enum(['arm64', 'x64']).default('arm64'),
  /** False leaves CloudFront out; then `publicUrl` must say where the public comes in. */
  cdn: z.stringbool().or(z.boolean()).default(true),
  /** The address of the site, where it is not the distribution's own. */
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** The certificate of the host of `publicUrl`, by which the distribution answers there. CloudFront takes those of us-east-1 only. */
  certificateArn: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, 'certificateArn is none of ACM in us-east-1')
    .optional(),
  /** Where alarms are sent. */
  alarmEmail: z.email().optional(),
});

export type Settings = z.output<typeof settingsSchema>;

/**
 * The settings of a deployment, given as `-c name=value` or in `cdk.json`.
 * Throws with the name of each setting that is wrong.
 */
export const readSettings = (node: Node): Settings => {
  const given = Object.fromEntries(
    Object.keys(settingsSchema.shape).map((name) => [name, node.tryGetContext(name) ?? undefined]),
  );
  const settings = settingsSchema.parse(given);
  if (!settings.cdn && !settings.publicUrl) throw new Error('Without a CDN (cdn=false), publicUrl must be given.');
  if (settings.certificateArn && !settings.publicUrl?.startsWith('https:'))
    throw new Error('With certificateArn, publicUrl must say by https: for which host it is.');
  return settings;
};
