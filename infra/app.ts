/**
 * The CDK app. `sergi.config.json` says what is deployed, or another file that `SERGI_CONFIG` names; `-c env=name` or
 * `SERGI_ENV` chooses one of its environments.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Annotations, App } from 'aws-cdk-lib';
import { addCheckedStack } from './checked-stack.ts';
import { readEnvironment } from './environment.ts';
import { settingsSchema } from './settings.ts';

const app = new App();
const { SERGI_CONFIG, SERGI_ENV } = process.env;
const file = SERGI_CONFIG ? resolve(SERGI_CONFIG) : join(import.meta.dirname, '..', 'sergi.config.json');

// The options before the first release. Ignoring them would deploy something else than the operator asked for.
for (const name of Object.keys(settingsSchema.shape)) {
  if (app.node.tryGetContext(name) === undefined) continue;
  throw new Error(`-c ${name}=… is not read: settings stand in sergi.config.json (see sergi.config.example.json).`);
}
const environment = readEnvironment(file, app.node.tryGetContext('env') ?? (SERGI_ENV || undefined));
const stack = addCheckedStack(app, environment);
if (!existsSync(file)) {
  Annotations.of(stack).addInfo(
    'There is no sergi.config.json: this is production, with every setting as it is by default.',
  );
}
if (environment.settings.stage === 'production' && !environment.settings.alarmEmail) {
  Annotations.of(stack).addWarningV2(
    'sergi:alarmEmail',
    'Alarms call nobody: set alarmEmail in sergi.config.json, or subscribe to the topic yourself.',
  );
}
app.synth();
