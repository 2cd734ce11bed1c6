import { readdirSync, readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';

const functions = new URL('../../../infra/edge/', import.meta.url);

/**
 * What the runtime of CloudFront's functions knows beyond ECMAScript 5.1:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
const beyondEs5 = { arrow: true, 'const-and-let': true, 'template-literal': true, 'rest-argument': true };

/** Whether esbuild leaves the code as it is for that runtime: what it has no other words for, it refuses. */
const isKnown = async (code: string): Promise<boolean> => {
  const asWritten = await transform(code, { target: 'esnext' });
  const forRuntime = await transform(code, { target: 'es5', supported: beyondEs5, logLevel: 'silent' }).catch(
    () => undefined,
  );
  return forRuntime?.code === asWritten.code;
};

describe('a function of the edge', () => {
  it.each(readdirSync(functions))(
    '%s has no syntax that its runtime does not know, and no more than 10 KB',
    async (name) => {
      const code = readFileSync(new URL(name, functions), 'utf8');
      expect(await isKnown(code)).toBe(true);
      expect(Buffer.byteLength(code)).toBeLessThan(10_240);
    },
  );

  it.each(['for (const a of b) a();', 'f([...a, 1]);', 'f({ a });', 'f(a?.b);', 'class A {}', 'const { a } = b;'])(
    'would not run with "%s"',
    async (code) => {
      expect(await isKnown(code)).toBe(false);
    },
  );
});
