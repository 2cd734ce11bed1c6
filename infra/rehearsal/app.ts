/** The CDK app without what MiniStack does not know or cannot run. */
import { App } from 'aws-cdk-lib';
import { addCheckedStack } from '../checked-stack.ts';
import { readEnvironment } from '../environment.ts';

const app = new App();
const stack = addCheckedStack(app, readEnvironment(process.env.SERGI_CONFIG ?? '', app.node.tryGetContext('env')));

const withoutChildren = (part: string, ...names: string[]): void => {
  for (const name of names) {
    if (!stack.node.findChild(part).node.tryRemoveChild(name)) throw new Error(`${part} has no ${name} any more.`);
  }
};
// AWS::Cognito::ManagedLoginBranding is not known there.
withoutChildren('StaffIdentity', 'SignInBranding');
// The CDK's function calls the AWS CLI at a path of Lambda's file system (`/opt`), which a function there does not have
// of its own.
withoutChildren('Console', 'Assets', 'Shell');
const [deployer] = stack.node.children.filter(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
if (!deployer || !stack.node.tryRemoveChild(deployer.node.id))
  throw new Error('Nothing brings the files of the console.');
app.synth();
