import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Route } from '../contract/route.ts';

/** A request as API Gateway hands it over (payload format 2.0). */
export type HttpEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/** A response as API Gateway takes it. */
export type HttpResult = APIGatewayProxyStructuredResultV2;

/** One concern of HTTP around the handlers of a function. */
export type HttpMiddleware = MiddlewareObj<HttpEvent, HttpResult, Error, Context>;

/** Finds the route that a request asks for; throws a `NotFoundError` where the function has none. */
export type RouteOf = (event: HttpEvent) => Route;
