import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, RecursiveLoop, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Variable } from '../shared/aws/environment.ts';
import { bundleOf } from './bundling/bundle-functions.ts';
import { placeFile } from './bundling/place-file.ts';
import { placeFonts } from './bundling/place-fonts.ts';
import { placeSharp } from './bundling/place-sharp.ts';
import type { Settings } from './settings.ts';

interface SergiFunctionProps {
  /** The folder below `functions/` whose `handler.ts` it runs. */
  readonly name: string;
  readonly settings: Settings;
  readonly memorySize: number;
  readonly timeout: Duration;
  /** True for the one function that processes images: its bundle includes sharp. */
  readonly withSharp?: boolean;
  /** A file of a package that it reads while it runs, by its path below `node_modules`. */
  readonly withFile?: string;
  /** True for the one function that serves the fonts of pages. */
  readonly withFonts?: boolean;
  /**
   * True for a function that goes on with its work by messages to its own queue, and ends by itself: Lambda stops any
   * other after some 16 rounds (https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html).
   */
  readonly goesOnByItself?: boolean;
  /**
   * True for a function that a rule calls every few minutes. Lambda would try twice more what has failed, or has waited
   * for hours, beside the calls that follow
   * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html).
   */
  readonly isCalledByRule?: boolean;
}

/** The bundle of a function with what it needs beside it; its source where the stack is not to be bundled. */
const codeOf = (scope: Construct, { name, settings, withSharp, withFile, withFonts }: SergiFunctionProps): Code => {
  if (!Stack.of(scope).bundlingRequired) return Code.fromAsset(join(import.meta.dirname, '..', 'functions', name));
  const folder = bundleOf(name);
  if (withSharp) placeSharp(settings.architecture, folder);
  if (withFile) placeFile(withFile, folder);
  if (withFonts) placeFonts(folder);
  return Code.fromAsset(folder);
};

/**
 * A Lambda function with the settings of all of Sergi's: Node 24, ESM, SDK bundled, a log group of its own, and no
 * permission but to write to it.
 */
export class SergiFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, props: SergiFunctionProps) {
    const { settings, memorySize, timeout, goesOnByItself, isCalledByRule } = props;
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
    super(scope, id, {
      ...{ memorySize, timeout },
      ...(goesOnByItself && { recursiveLoop: RecursiveLoop.ALLOW }),
      ...(isCalledByRule && { retryAttempts: 0, maxEventAge: Duration.minutes(1) }),
      code: codeOf(scope, props),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: settings.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      role,
      logGroup,
      environment: { NODE_OPTIONS: '--enable-source-maps' },
    });
    Validations.of(this).acknowledge(
      {
        id: 'Serverless::Serverless-LambdaDLQ',
        reason: 'It is invoked by HTTP, from a queue, or by a rule that soon calls it again.',
      },
      {
        id: 'Serverless::Serverless-LambdaAsyncFailureDestination',
        reason: 'An alarm counts its errors, and the rule soon calls it again.',
      },
      {
        id: 'Serverless::Serverless-LambdaTracing',
        reason: 'Traces are paid for by request; logs carry the request id.',
      },
    );
  }

  /** Takes only the variables that functions know: a name that is misspelt does not compile. */
  override addEnvironment(name: Variable, value: string): this {
    return super.addEnvironment(name, value);
  }
}
