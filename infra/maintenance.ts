import { Duration, Validations } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { listIndex } from '../shared/desk/store/table.ts';
import { publishedPrefix } from '../shared/media/keys.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import { bindBucket, bindIndex, bindTable, type Stores } from './stores.ts';

/** The maintenance function, called every minute: it continues what a killed worker has left. */
export class Maintenance extends Construct {
  readonly fn: SergiFunction;

  constructor(scope: Construct, id: string, stores: Stores, settings: Settings) {
    super(scope, id);
    this.fn = new SergiFunction(this, 'UpkeepFunction', {
      name: 'maintenance',
      settings,
      memorySize: 256,
      timeout: Duration.minutes(5),
      isCalledByRule: true,
    });
    bindTable(this.fn, 'DESK_TABLE', stores.desk, [
      ...(['GetItem', 'Query'] as const),
      ...(['PutItem', 'DeleteItem', 'ConditionCheckItem'] as const),
    ]);
    bindIndex(this.fn, stores.desk, listIndex);
    bindBucket(this.fn, 'MEDIA_BUCKET', stores.media, { [publishedPrefix]: ['GetObject', 'DeleteObject'] });
    const rule = new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(this.fn)],
    });
    Validations.of(rule).acknowledge({
      id: 'Serverless::Serverless-EventBusDLQ',
      reason: 'A minute later it does again whatever it could not do.',
    });
  }
}
