import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SergiStack } from '../../infra/sergi-stack.ts';
import { readSettings } from '../../infra/settings.ts';

/** The template, without bundling what the functions run. */
export const synthesize = (context: Record<string, unknown> = {}): Template => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [], ...context } });
  return Template.fromStack(new SergiStack(app, 'Sergi', readSettings(app.node)));
};
