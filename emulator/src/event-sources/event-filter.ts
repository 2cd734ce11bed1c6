import * as z from 'zod';

const ruleSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({ prefix: z.string() })]);

type Rule = z.output<typeof ruleSchema>;

interface Pattern {
  readonly [name: string]: readonly Rule[] | Pattern;
}

const patternSchema: z.ZodType<Pattern> = z.record(
  z.string(),
  z.lazy(() => z.union([z.array(ruleSchema).min(1), patternSchema], 'only exact values and prefixes are known here')),
);

/** The `FilterCriteria` of an event source mapping. An unsupported rule is refused, rather than misjudged. */
export const filterSchema = z.object({
  Filters: z.array(
    z.object({
      Pattern: z
        .string()
        .transform((text) => JSON.parse(text) as unknown)
        .pipe(patternSchema),
    }),
  ),
});

export type Filter = z.output<typeof filterSchema>;

const holds = (rule: Rule, value: unknown): boolean =>
  typeof rule === 'object' && rule !== null
    ? typeof value === 'string' && value.startsWith(rule.prefix)
    : rule === value;

const matches = (pattern: Pattern, value: unknown): boolean => {
  const fields: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  return Object.entries(pattern).every(([name, wanted]) =>
    Array.isArray(wanted)
      ? wanted.some((rule: Rule) => name in fields && holds(rule, fields[name]))
      : matches(wanted as Pattern, fields[name]),
  );
};

/**
 * Whether an event source mapping lets a record pass: where one of its patterns holds, or where it has none.
 *
 * {@link https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html}
 */
export const matchesFilter = (filter: Filter | undefined, record: unknown): boolean =>
  !filter || filter.Filters.length === 0 || filter.Filters.some(({ Pattern }) => matches(Pattern, record));
