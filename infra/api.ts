import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnRoute,
  type CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Route, routeKey } from '../shared/contract/route.ts';
import { type ApiFunction, routesByFunction } from '../shared/contract/routes.ts';
import { exposedHeaders } from './cors.ts';
import type { SergiFunction } from './sergi-function.ts';
import type { StaffIdentity } from './staff-identity.ts';

/** Settings of a route as CloudFormation spells them: the CDK passes them on as they are. */
interface RouteSettings {
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

/**
 * The limits of each route of a function, in requests a second and in a burst: for beacons, which any web page may
 * send, and for staff, who are few. A flood on one route does not affect the others.
 */
const ownLimits: Partial<Record<ApiFunction, RouteSettings>> = {
  views: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
  'staff-api': { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
  accounts: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
  jurors: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
};

/**
 * How many routes CloudFormation makes at once: API Gateway takes ten calls a second of the whole account, 40 in a
 * burst (https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html).
 */
const concurrentRoutes = 4;

/** The HTTP API: a route for each one in the contract, with a token check on each that is not public. */
export class Api extends Construct {
  readonly http: HttpApi;
  readonly #stage: CfnStage;
  readonly #routeSettings: Record<string, RouteSettings> = {};
  /** In the order in which they are made. */
  readonly #routes: CfnRoute[] = [];

  constructor(scope: Construct, id: string, identity: StaffIdentity) {
    super(scope, id);
    this.http = new HttpApi(this, 'HttpApi', {
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: ['*'],
        allowMethods: [CorsHttpMethod.ANY],
        allowHeaders: ['authorization', 'content-type', 'if-match', 'if-none-match', 'idempotency-key'],
        exposeHeaders: [...exposedHeaders],
        maxAge: Duration.hours(1),
      },
      defaultAuthorizer: new HttpUserPoolAuthorizer('StaffAuthorizer', identity.pool, {
        userPoolClients: identity.clients,
      }),
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions::AwsSolutions-APIG4',
      reason: 'Public reading needs no key; a test compares the routes without an authorizer with the contract.',
    });
    const logGroup = new LogGroup(this, 'AccessLogs', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = this.http.addStage('DefaultStage', {
      autoDeploy: true,
      // The limit that public routes share. Other routes have limits of their own.
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        // Without the reader's address and user agent.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: AccessLogField.contextRequestId(),
            requestTime: AccessLogField.contextRequestTime(),
            routeKey: '$context.routeKey',
            status: AccessLogField.contextStatus(),
            latency: '$context.responseLatency',
            error: AccessLogField.contextIntegrationErrorMessage(),
          }),
        ),
      },
    });
    this.#stage = stage.node.defaultChild as CfnStage;
    this.#stage.routeSettings = this.#routeSettings;
  }

  /** Sends every route of the contract that belongs to `name` to its function. */
  serve(name: ApiFunction, fn: SergiFunction): void {
    const integration = new HttpLambdaIntegration(`${name}-integration`, fn, { scopePermissionToRoute: false });
    for (const route of Object.values<Route>(routesByFunction[name])) {
      const open = route.access === 'public';
      const made = this.http.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method], ...(open && route.method === 'GET' ? [HttpMethod.HEAD] : [])],
        integration,
        ...(open && { authorizer: new HttpNoneAuthorizer() }),
      });
      for (const { node } of made) this.#queue(node.defaultChild as CfnRoute);
      const limits = ownLimits[name];
      if (limits) this.#routeSettings[routeKey(route)] = limits;
    }
  }

  /** Has CloudFormation make a route after an earlier one, and the stage after all. */
  #queue(route: CfnRoute): void {
    const earlier = this.#routes.at(-concurrentRoutes);
    if (earlier) route.addResourceDependency(earlier);
    this.#routes.push(route);
    // API Gateway refuses settings of a route that does not exist yet, and would deploy the stage again for each route
    // that comes after it.
    this.#stage.addResourceDependency(route);
  }
}
