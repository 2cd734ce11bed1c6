import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { Environment } from './environment.ts';
import { SergiStack } from './sergi-stack.ts';

/** Adds the stack of an environment to an app, and the rules that the app is checked by when it is synthesized. */
export const addCheckedStack = (app: App, { stackName, settings }: Environment): SergiStack => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return new SergiStack(app, stackName, settings);
};
