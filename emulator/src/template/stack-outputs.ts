import { AwsError, xml } from '../endpoint/aws-error.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { stackId } from './identity.ts';

/**
 * Answers which id and outputs the stack has, whatever it is called: there is one here.
 *
 * {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html}
 */
export const describeStacks = ({ body }: HttpRequest, outputs: Readonly<Record<string, string>>): HttpResponse => {
  const given = new URLSearchParams(String(body));
  const action = given.get('Action');
  if (action !== 'DescribeStacks') {
    throw new AwsError(501, 'NotImplemented', `The embedded cloud does not know cloudformation:${action}`);
  }
  const members = Object.entries(outputs).map(
    ([name, value]) => `<member><OutputKey>${name}</OutputKey><OutputValue>${xml(value)}</OutputValue></member>`,
  );
  const stack = `<StackId>${stackId}</StackId><StackName>${xml(given.get('StackName') ?? '')}</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>1970-01-01T00:00:00Z</CreationTime><Outputs>${members.join('')}</Outputs>`;
  return {
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>${stack}</member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
  };
};
