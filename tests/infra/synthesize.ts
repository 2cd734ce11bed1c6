import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type * as z from 'zod';
import { SergiStack } from '../../infra/sergi-stack.ts';
import { settingsSchema } from '../../infra/settings.ts';

/** Context that leaves out bundling what the functions run. */
export const withoutBundling = { 'aws:cdk:bundling-stacks': [] };

/** The template of a stack with the given settings. */
export const synthesize = (given: z.input<typeof settingsSchema> = {}, stackName = 'Sergi'): Template =>
  Template.fromStack(new SergiStack(new App({ context: withoutBundling }), stackName, settingsSchema.parse(given)));
