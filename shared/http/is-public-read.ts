import type { Route } from '../contract/route.ts';

/** True where the route is public, with GET and HEAD, and caches may keep the answer. */
export const isPublicRead = ({ access, method }: Route): boolean => access === 'public' && method === 'GET';
