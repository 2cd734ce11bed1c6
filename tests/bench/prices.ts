/**
 * What AWS charges in us-east-1, in dollars, without free tiers, as published in November 2025; readers are served from
 * Europe and North America, where what CloudFront sends costs the same.
 */
export const prices = {
  /** CloudFront, by 10,000 HTTPS requests (Europe, the dearer of the two) and by GB sent. */
  cdnRequests: 0.012 / 10_000,
  cdnByte: 0.085 / 1e9,
  /**
   * CloudFront, for nothing in each month, and the discount at most for who commits to a year's spending
   * (https://aws.amazon.com/cloudfront/pricing/, September 2026).
   */
  cdnFreeEachMonth: { requests: 10e6, bytes: 1e12 },
  cdnCommitment: 0.3,
  /**
   * CloudFront's plans: so many dollars a month for so many requests and bytes
   * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html, September 2026).
   */
  cdnPlans: [
    { name: 'Pro', month: 15, requests: 10e6, bytes: 50e12 },
    { name: 'Business', month: 200, requests: 125e6, bytes: 50e12 },
    { name: 'Premium', month: 1_000, requests: 500e6, bytes: 50e12 },
    { name: 'Premium', month: 1_450, requests: 750e6, bytes: 75e12 },
    { name: 'Premium', month: 2_250, requests: 1.25e9, bytes: 125e12 },
  ],
  /** CloudFront, by request to the Origin Shield (Europe; https://aws.amazon.com/cloudfront/pricing/). */
  shieldRequest: 0.009 / 10_000,
  /**
   * CloudFront, by call of a function at the edge; two million are free in each month
   * (https://aws.amazon.com/cloudfront/pricing/).
   */
  edgeFunction: 0.1 / 1e6,
  /** CloudFront, by path or tag invalidated, after the first 1,000 of a month. */
  invalidationPath: 0.005,
  freePathsPerMonth: 1000,
  /** API Gateway, HTTP API. */
  gatewayRequest: 1 / 1e6,
  /** Lambda on arm64, by invocation and by GB second. */
  invocation: 0.2 / 1e6,
  gigabyteSecond: 0.0000133334,
  /** DynamoDB on demand, by read and write request unit. */
  readUnit: 0.125 / 1e6,
  writeUnit: 0.625 / 1e6,
  /** CloudWatch Logs, by GB taken in. */
  logByte: 0.5 / 1e9,
  /** S3, by request that writes or reads an object (https://aws.amazon.com/s3/pricing/). */
  objectPut: 0.005 / 1_000,
  objectGet: 0.0004 / 1_000,
  /** SQS, by request to a standard queue (https://aws.amazon.com/sqs/pricing/). */
  queueRequest: 0.4 / 1e6,
  /** CloudWatch, by metric of an alarm and month (https://aws.amazon.com/cloudwatch/pricing/). */
  alarmMonth: 0.1,
  /** What every account gets for nothing in each month, not only in its first year. */
  freeEachMonth: { alarms: 10, requests: 1e6 },
} as const;
