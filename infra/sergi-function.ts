import { fileURLToPath } from 'node:url';
import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

export interface SergiFunctionProps {
  /** The folder below `functions/` whose `handler.ts` it runs. */
  readonly name: string;
  readonly settings: Settings;
  readonly memorySize: number;
  readonly timeout: Duration;
  /** True for the one function that works on images: its bundle carries sharp. */
  readonly withSharp?: boolean;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** A Lambda function as all of Sergi's are: Node 24, ESM, SDK bundled, a log group of its own, and no permission but to write to it. */
export class SergiFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, { name, settings, withSharp, ...props }: SergiFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    const placeSharp = `node ${root}infra/bundling/place-sharp.ts ${settings.architecture}`;
    super(scope, id, {
      ...props,
      entry: `${root}functions/${name}/handler.ts`,
      depsLockFilePath: `${root}package-lock.json`,
      projectRoot: root,
      runtime: Runtime.NODEJS_24_X,
      architecture: settings.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      role,
      logGroup,
      environment: { NODE_OPTIONS: '--enable-source-maps' },
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        mainFields: ['module', 'main'],
        // CommonJS packages inside an ES module still call require().
        banner:
          "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
        // The SDK is bundled: a bundle with it starts faster than the copy in the runtime.
        bundleAwsSDK: true,
        externalModules: withSharp ? ['sharp'] : [],
        esbuildArgs: { '--alias:@aws-sdk/credential-provider-node': `${root}shared/aws/lambda-credentials.ts` },
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          afterBundling: (_input, output) => (withSharp ? [`${placeSharp} ${output}`] : []),
        },
      },
    });
    Validations.of(this).acknowledge(
      {
        id: 'Serverless::Serverless-LambdaDLQ',
        reason: 'It is never invoked asynchronously: by HTTP or from a queue.',
      },
      {
        id: 'Serverless::Serverless-LambdaTracing',
        reason: 'Traces are paid for by request; logs carry the request id.',
      },
    );
  }
}
