/** One AWS call by a function, or by a client with a presigned address. */
export interface AwsCall {
  readonly function: string;
  /** The operation as IAM would name it, e.g. `dynamodb:TransactWriteItems`. */
  readonly action: string;
  readonly resources: readonly string[];
  readonly presigned: boolean;
  /** The request to DynamoDB or SQS. */
  readonly body?: unknown;
  allowed: boolean;
  /** 0 until it is answered. */
  status: number;
  /** Capacity units, where the call has asked for them. */
  consumed?: number;
}

/** The service of a call: the first part of its action. */
export const serviceOf = ({ action }: AwsCall): string => action.split(':')[0] ?? '';
