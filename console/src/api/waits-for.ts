/**
 * What something waits for that is sent again by itself: the connection, an API that is busy or at fault, or that the
 * person signs in again.
 */
export type WaitsFor = 'connection' | 'busy' | 'signIn';
