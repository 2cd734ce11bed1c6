import * as z from 'zod';
import type { LambdaFunction } from '../lambda/lambda.ts';
import { propertiesOf, type Template } from '../template/template.ts';

const minutes: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 24 * 60 };

const ruleSchema = z.object({
  ScheduleExpression: z.string().regex(/^rate\(\d+ (minute|hour|day)s?\)$/, 'only rate(…) is known here'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(z.object({ Arn: z.string() })),
});

/** A schedule of the template: what it calls, and how to make it stop. */
export interface Schedule {
  /** Calls every target now, as EventBridge does on schedule; rejects where one fails. */
  trigger(): Promise<void>;
  stop(): void;
}

/**
 * Starts the schedules of a template (AWS::Events::Rule), by logical id. Targets whose time passed while the emulator
 * was stopped are called once at the start; with `byHand` only `trigger` calls them.
 */
export const startSchedules = (
  template: Template,
  functions: ReadonlyMap<string, LambdaFunction>,
  functionArn: (id: string) => string,
  byHand = false,
): Map<string, Schedule> =>
  new Map(
    template.all('AWS::Events::Rule').map((resource) => {
      const { ScheduleExpression, State, Targets } = propertiesOf(resource, ruleSchema);
      const targets = Targets.map(({ Arn }) => {
        const [, fn] = [...functions].find(([id]) => functionArn(id) === Arn) ?? [];
        if (!fn)
          throw new Error(`${resource.type} "${resource.id}" calls ${Arn}, which is no function of the template`);
        return fn;
      });
      const trigger = async (): Promise<void> => {
        const event = {
          source: 'aws.events',
          'detail-type': 'Scheduled Event',
          time: new Date().toISOString(),
          detail: {},
        };
        await Promise.all(targets.map((fn) => fn.invoke(event)));
      };
      const [, count = '1', unit = 'minute'] = /\((\d+) (\w+?)s?\)/.exec(ScheduleExpression) ?? [];
      const every = Number(count) * (minutes[unit] ?? 1) * 60_000;
      const isTimed = State === 'ENABLED' && !byHand;
      // The function has logged its failure.
      const call = () => trigger().catch(() => {});
      if (isTimed) void call();
      const timer = isTimed ? setInterval(call, every) : undefined;
      return [resource.id, { trigger, stop: () => clearInterval(timer) }];
    }),
  );
