import { describe, expect, it } from 'vitest';
import { type Route, routeKey } from '../../shared/contract/route.ts';
import { routesByFunction } from '../../shared/contract/routes.ts';
import { synthesize } from './synthesize.ts';

const template = synthesize();
const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
const routes = template.findResources('AWS::ApiGatewayV2::Route');
const settings: Record<string, object> = stage?.Properties.RouteSettings;
const keysOf = (table: Record<string, Route>) => Object.values(table).map(routeKey);
const limit = (rate: number, burst: number) => ({ ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst });

describe('the limits of the API', () => {
  it('are 20 calls a second for each staff route, and 100 for beacons', () => {
    const staff = (['staff-api', 'accounts', 'jurors'] as const).flatMap((name) => keysOf(routesByFunction[name]));
    expect(staff.length).toBeGreaterThan(40);
    for (const key of staff) expect(settings[key], key).toEqual(limit(20, 40));
    for (const key of keysOf(routesByFunction.views)) expect(settings[key], key).toEqual(limit(100, 200));
  });

  it('are shared by what readers ask for, and by nothing else', () => {
    expect(stage?.Properties.DefaultRouteSettings).toMatchObject(limit(500, 1000));
    const { 'staff-api': staff, accounts, jurors, views, ...readers } = routesByFunction;
    const own = Object.keys(settings).sort();
    expect(own).toEqual([staff, accounts, jurors, views].flatMap(keysOf).sort());
    for (const key of Object.values(readers).flatMap(keysOf)) expect(own).not.toContain(key);
  });

  it('are set once the routes are there: API Gateway refuses them before', () => {
    expect(stage?.DependsOn).toEqual(expect.arrayContaining(Object.keys(routes)));
  });
});

describe('the routes', () => {
  it('are made four at a time, each after one other: API Gateway takes ten calls a second', () => {
    const earlier = Object.values(routes).map(({ DependsOn = [] }) => DependsOn);
    const others = earlier.flat();
    expect(earlier.filter((ids) => ids.length === 0)).toHaveLength(4);
    expect(others).toHaveLength(earlier.length - 4);
    expect(new Set(others).size).toBe(others.length);
    for (const id of others) expect(routes).toHaveProperty(id);
  });
});

describe('the template', () => {
  it('is shorter than the megabyte that CloudFormation takes, with everything in it and as the CDK indents it', () => {
    const everything = synthesize({ alarmEmail: 'ops@example.org', mailFrom: 'desk@example.org' }).toJSON();
    expect(JSON.stringify(everything, undefined, 1).length).toBeLessThan(1_000_000);
  });
});

describe('the executions of functions', () => {
  const sources = (concurrency?: Parameters<typeof synthesize>[0]) =>
    Object.fromEntries(
      Object.entries(synthesize(concurrency).findResources('AWS::Lambda::EventSourceMapping')).flatMap(
        ([id, { Properties }]) => (Properties.StartingPosition ? [] : [[id, Properties.ScalingConfig]]),
      ),
    );

  it('that the work on each queue takes are bounded by settings', () => {
    const name = (part: string) => expect.stringMatching(part);
    const bounds = Object.entries(sources({ concurrency: { ingest: 3, views: 4, publisher: 6, webhooks: 7 } }));
    expect(bounds.sort()).toEqual(
      [
        [name('^IngestIngestSource'), { MaximumConcurrency: 3 }],
        // What is to be forgotten again is little, and no setting.
        [name('^InvalidatorRepetitionSource'), { MaximumConcurrency: 2 }],
        [name('^PublisherPublisherSource'), { MaximumConcurrency: 6 }],
        [name('^ViewsViewsSource'), { MaximumConcurrency: 4 }],
        [name('^WebhooksWebhookSource'), { MaximumConcurrency: 7 }],
      ].sort(),
    );
  });

  it('leave a new account, which has ten in all, some for readers while drawings and views come in', () => {
    const [ingest, views] = ['Ingest', 'Views'].map(
      (part) => Object.entries(sources()).find(([id]) => id.startsWith(part))?.[1].MaximumConcurrency,
    );
    expect([ingest, views]).toEqual([5, 2]);
  });

  it('are reserved for none: a new account has none to reserve', () => {
    expect(JSON.stringify(template.toJSON())).not.toMatch(/ReservedConcurrent|ProvisionedConcurrency/);
  });
});
