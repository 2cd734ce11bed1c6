import { run } from './processes.ts';
import { program } from './python.ts';

/**
 * Where institutions of Azerbaijan and its embassies may deploy: a resource or a property can be missing in one Region.
 */
const regions = ['eu-central-1', 'eu-west-1', 'us-east-1', 'me-central-1', 'il-central-1'];

/**
 * Checks a template by the schemas of CloudFormation, in several Regions:
 * https://github.com/aws-cloudformation/cfn-lint. Throws where it finds an error or a warning, which the file `log`
 * then holds.
 */
export const lintTemplate = (template: string, log: string): Promise<void> =>
  // W3005: the CDK writes dependencies on roles that a reference has already.
  run(
    program('cfn-lint'),
    ['--template', template, '--ignore-checks', 'W3005', '--regions', ...regions],
    process.env,
    log,
  );
