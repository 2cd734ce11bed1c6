/**
 * Ports of one's own machine that the pages for signing in may lead back to: one of them is free, whatever else runs
 * there.
 */
export const loopbackPorts = [49_411, 49_412, 49_413] as const;

/** The address at a port. Cognito allows no other host than `localhost` without TLS. */
export const loopbackUrl = (port: (typeof loopbackPorts)[number]): string => `http://localhost:${port}/`;
