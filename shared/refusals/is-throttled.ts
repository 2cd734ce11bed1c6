/** What AWS answers where more is asked of it than it takes at the moment. */
const throttlingErrors = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'RequestThrottled',
  'SlowDown',
  'TooManyRequestsException',
]);

/** True where AWS has refused a call only because there are too many. */
export const isThrottled = (error: unknown): boolean => error instanceof Error && throttlingErrors.has(error.name);
