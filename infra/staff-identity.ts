import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  UserPool,
  type UserPoolClient,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { jurorRole, roles } from '../shared/model/role.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';

/**
 * The accounts of the staff: a Cognito user pool with a group for each role. Only an administrator creates accounts.
 */
export class StaffIdentity extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const production = settings.stage === 'production';
    this.pool = new UserPool(this, 'StaffPool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // One-time codes from an app cost nothing; SMS would.
      mfa: production ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      // The plan that lets access tokens carry names.
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: production,
      removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    if (!production) {
      Validations.of(this.pool).acknowledge({
        id: 'AwsSolutions::AwsSolutions-COG2',
        reason: 'A second factor is required in production; scripts that try a development stack out have none.',
      });
    }
    Validations.of(this.pool).acknowledge({
      id: 'AwsSolutions::AwsSolutions-COG8',
      reason: 'The Plus plan is priced by user; accounts are made by hand and need a second factor.',
    });
    const tokenClaims = new SergiFunction(this, 'TokenClaimsFunction', {
      ...{ name: 'token-claims', settings, memorySize: 256 },
      // Cognito waits for five seconds, whatever stands here.
      timeout: Duration.seconds(5),
    });
    this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, tokenClaims, LambdaVersion.V2_0);
    this.client = this.pool.addClient('StaffClient', {
      // Only an administrator's script sends the password itself, never a browser.
      authFlows: { userSrp: true, adminUserPassword: true },
      preventUserExistenceErrors: true,
      // The name goes into access tokens: a member of the staff who could change it could act under another's.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(7),
      disableOAuth: true,
    });
    for (const [precedence, groupName] of [...roles.toReversed(), jurorRole].entries()) {
      new CfnUserPoolGroup(this, `${groupName}Group`, { userPoolId: this.pool.userPoolId, groupName, precedence });
    }
  }
}
