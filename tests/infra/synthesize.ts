import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type * as z from 'zod';
import { SergiStack } from '../../infra/sergi-stack.ts';
import { settingsSchema } from '../../infra/settings.ts';

/** Context that leaves out bundling what the functions run. */
export const withoutBundling = { 'aws:cdk:bundling-stacks': [] };

const made = new Map<string, Template>();

/**
 * The template of a stack with the given settings; whoever asks for the same gets the same one, and must not change it.
 */
export const synthesize = (given: z.input<typeof settingsSchema> = {}, stackName = 'Sergi'): Template => {
  const key = JSON.stringify([stackName, given]);
  const known = made.get(key);
  if (known) return known;
  // `findings.test.ts` asks every rule; to ask those of the CDK takes longer than to synthesize.
  const app = new App({ context: withoutBundling, builtinCloudFormationValidation: false });
  const template = Template.fromStack(new SergiStack(app, stackName, settingsSchema.parse(given)));
  made.set(key, template);
  return template;
};
