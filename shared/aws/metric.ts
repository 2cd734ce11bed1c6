import { env } from './environment.ts';

export const metricNamespace = 'Sergi';

/** The dimension that tells one function's metrics from another's. */
export const metricDimension = 'FunctionName';

/**
 * Counts something in CloudWatch, by a line in the log: no call, and no permission.
 *
 * {@link https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html}
 */
export const countMetric = (name: string, count = 1): void => {
  console.log(
    JSON.stringify({
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [
          { Namespace: metricNamespace, Dimensions: [[metricDimension]], Metrics: [{ Name: name, Unit: 'Count' }] },
        ],
      },
      [metricDimension]: env.functionName,
      [name]: count,
    }),
  );
};
