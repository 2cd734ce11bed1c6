/** The CDK app as the emulator runs it: a development stack for this machine's processor. */
import { App } from 'aws-cdk-lib';
import { addCheckedStack } from '../../infra/checked-stack.ts';
import { settingsSchema } from '../../infra/settings.ts';

// The emulator refuses what it does not know. What is deployed is asked by the rules of the CDK too, which take
// seconds.
const app = new App({ builtinCloudFormationValidation: false });
const architecture = process.arch === 'arm64' ? 'arm64' : 'x64';
addCheckedStack(app, {
  stackName: 'Sergi-local',
  settings: settingsSchema.parse({ stage: 'development', architecture, mailFrom: 'sergi@example.org' }),
});
app.synth();
