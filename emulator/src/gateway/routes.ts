/** A route key, taken apart. */
export interface RoutePattern {
  readonly method: string;
  readonly text: string;
  readonly segments: readonly string[];
}

/** Takes a route key apart, such as `GET /v1/events/{id}` or `$default`. */
export const parseRouteKey = (routeKey: string): RoutePattern => {
  const [method = '', text = ''] = routeKey === '$default' ? ['ANY', '/{proxy+}'] : routeKey.split(' ');
  return { method, text, segments: text.split('/').slice(1) };
};

const isGreedy = (segment: string) => segment.endsWith('+}');
const isParameter = (segment: string) => segment.startsWith('{');

// What sorts first wins: a literal before a parameter before a greedy one, a method before ANY, $default last.
const rank = (routeKey: string, { method, segments }: RoutePattern): string =>
  (routeKey === '$default' ? '9' : '') +
  segments.map((segment) => (isGreedy(segment) ? '2' : isParameter(segment) ? '1' : '0')).join('') +
  (method === 'ANY' ? '1' : '0');

const matchPath = (path: RoutePattern, actual: readonly string[]): Record<string, string> | undefined => {
  const parameters: Record<string, string> = {};
  const { segments } = path;
  const greedy = isGreedy(segments.at(-1) ?? '');
  if (greedy ? actual.length < segments.length : actual.length !== segments.length) return undefined;
  for (const [index, segment] of segments.entries()) {
    const rest = actual.slice(index);
    const [value = ''] = rest;
    if (isGreedy(segment)) parameters[segment.slice(1, -2)] = rest.join('/');
    else if (isParameter(segment) && value !== '') parameters[segment.slice(1, -1)] = value;
    else if (segment !== value) return undefined;
  }
  return parameters;
};

/**
 * The route that an HTTP API chooses for a decoded path: the most specific one that matches.
 *
 * {@link https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html}
 */
export const matchRoute = <R extends { readonly key: string; readonly path: RoutePattern }>(
  routes: readonly R[],
  method: string,
  path: string,
): { route: R; parameters: Record<string, string> } | undefined => {
  const actual = path.split('/').slice(1);
  return routes
    .filter((route) => route.path.method === method || route.path.method === 'ANY')
    .flatMap((route) => {
      const parameters = matchPath(route.path, actual);
      return parameters ? [{ route, parameters, rank: rank(route.key, route.path) }] : [];
    })
    .sort((left, right) => (left.rank < right.rank ? -1 : 1))[0];
};
