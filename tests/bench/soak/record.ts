import { quantile } from '../measure.ts';
import type { Sample } from './server.ts';

/** A call that somebody has made. */
interface Call {
  readonly what: string;
  readonly at: number;
  readonly ms: number;
}

/** The slope of some values by least squares, in units a minute. */
const slope = (points: readonly (readonly [at: number, value: number])[]): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const spread = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  return (points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / spread) * 60_000;
};

/** What happened during a run: calls with their times, errors by kind, what the server took. */
export class Record {
  readonly begun = performance.now();
  readonly samples: Sample[] = [];
  /** True while the server is down, or has just come back: what fails then is no fault. */
  isDown = false;
  readonly #calls: Call[] = [];
  readonly #errors = new Map<string, { whileDown: number; otherwise: number }>();

  succeeded(what: string, began: number): void {
    this.#calls.push({ what, at: began - this.begun, ms: performance.now() - began });
  }

  failed(what: string, kind: string): void {
    const counts = this.#errors.get(`${what}: ${kind}`) ?? { whileDown: 0, otherwise: 0 };
    counts[this.isDown ? 'whileDown' : 'otherwise'] += 1;
    this.#errors.set(`${what}: ${kind}`, counts);
  }

  /** How many calls have failed for no reason of the run. */
  get faults(): number {
    return [...this.#errors.values()].reduce((sum, { otherwise }) => sum + otherwise, 0);
  }

  print(): void {
    const end = performance.now() - this.begun;
    const times = [...new Set(this.#calls.map(({ what }) => what))].map((what) => {
      const own = this.#calls.filter((call) => call.what === what);
      const ms = (calls: readonly Call[], share?: number) =>
        Math.round(
          quantile(
            calls.map((call) => call.ms),
            share,
          ),
        );
      const early = own.filter(({ at }) => at < end / 3);
      const late = own.filter(({ at }) => at > (end * 2) / 3);
      return [
        what,
        { calls: own.length, 'p50 first third': ms(early), 'p50 last third': ms(late), p99: ms(own, 0.99) },
      ];
    });
    console.table(Object.fromEntries(times));
    console.log('errors by kind:');
    console.table(Object.fromEntries(this.#errors));
    // Since the last start, and without its first moments.
    const settled = this.samples.filter(({ at }) => at > end / 2);
    const takes = (['node', 'dynamodb', 'disk', 'descriptors'] as const).map((name) => [
      name === 'descriptors' ? name : `${name}, MB`,
      {
        first: Math.round(settled[0]?.[name] ?? 0),
        last: Math.round(settled.at(-1)?.[name] ?? 0),
        'a minute': Number(slope(settled.map((one) => [one.at, one[name]])).toFixed(2)),
      },
    ]);
    console.table(Object.fromEntries(takes));
  }
}
