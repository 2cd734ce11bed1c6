import { Aws, Duration, Fn, Lazy, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  type CfnUserPool,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  PasskeyUserVerification,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { loopbackPorts, loopbackUrl } from '../shared/model/site/loopback-ports.ts';
import { jurorRole, roles } from '../shared/model/staff/role.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';

/** How people sign in with a browser: by Cognito's pages, which give a code to the addresses that are allowed. */
export interface SignIn {
  /**
   * The address of the pages, said without the domain: the pool asks a function that knows the site, whose policy names
   * these pages.
   */
  readonly url: string;
  readonly client: UserPoolClient;
}

/**
 * The accounts of the staff: a Cognito user pool with a group for each role. Only an administrator creates accounts.
 */
export class StaffIdentity extends Construct {
  readonly pool: UserPool;
  /** By which scripts sign in. */
  readonly client: UserPoolClient;
  /** How the console signs in; nothing where there is none. */
  readonly signIn: SignIn | undefined;
  readonly #signInUrls: string[] = [];

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
      // Beside the password, which everybody has: a passkey is set up after signing in.
      signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: settings.cdn } },
      ...(settings.cdn && { passkeyUserVerification: PasskeyUserVerification.REQUIRED }),
      // The plan that lets access tokens carry names.
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: production,
      removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // A passkey asks for the finger, the face or the PIN as well: it is two factors, where two are required.
    if (settings.cdn) {
      const pool = this.pool.node.defaultChild as CfnUserPool;
      pool.webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION';
    }
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
    this.signIn = settings.cdn ? this.#addSignIn() : undefined;
    for (const [precedence, groupName] of [...roles.toReversed(), jurorRole].entries()) {
      new CfnUserPoolGroup(this, `${groupName}Group`, { userPoolId: this.pool.userPoolId, groupName, precedence });
    }
  }

  /** The clients whose tokens the API takes. */
  get clients(): UserPoolClient[] {
    return [this.client, ...(this.signIn ? [this.signIn.client] : [])];
  }

  /** Lets Cognito's pages lead back to an address, after signing in and after signing out. */
  allowSignIn(url: string): void {
    this.#signInUrls.push(url);
  }

  /** Has the invitations to accounts worded in the language of each, with the address of the console. */
  wordInvitations(publicUrl: string, settings: Settings): void {
    const invitation = new SergiFunction(this, 'InvitationFunction', {
      ...{ name: 'invitation', settings, memorySize: 256 },
      // Cognito waits for five seconds, whatever stands here.
      timeout: Duration.seconds(5),
    });
    invitation.addEnvironment('PUBLIC_URL', publicUrl);
    this.pool.addTrigger(UserPoolOperation.CUSTOM_MESSAGE, invitation);
  }

  #addSignIn(): SignIn {
    // Unique in the Region, as it has to be, and the same as long as the stack is there.
    const ofStack = Fn.select(0, Fn.split('-', Fn.select(2, Fn.split('/', Aws.STACK_ID))));
    const domainPrefix = `sergi-${ofStack}`;
    this.pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const urls = Lazy.list({ produce: () => this.#signInUrls });
    const client = this.pool.addClient('ConsoleClient', {
      // A browser keeps no secret: a code is worth nothing without the verifier of who has asked for it (PKCE, RFC
      // 7636).
      generateSecret: false,
      authFlows: { user: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: Lazy.list({ produce: () => [...this.#signInUrls, ...loopbackPorts.map(loopbackUrl)] }),
        logoutUrls: urls,
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(7),
      // Each refresh token is good for one use, and for half a minute more where an answer was lost.
      refreshTokenRotationGracePeriod: Duration.seconds(30),
    });
    // Cognito shows no page of managed login to a client without a branding, be it its own.
    new CfnManagedLoginBranding(this, 'SignInBranding', {
      userPoolId: this.pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    return { url: `https://${domainPrefix}.auth.${Aws.REGION}.amazoncognito.com`, client };
  }
}
