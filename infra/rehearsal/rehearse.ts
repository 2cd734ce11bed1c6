/**
 * Rehearses a deployment without an account: the real `cdk bootstrap`, `cdk deploy` and `cdk destroy` against
 * MiniStack, of two environments beside each other, and the acceptance suite against the development one. Before that
 * cfn-lint checks what CloudFormation would refuse, and MiniStack would not.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentials, rehearsalAccount, rehearsalRegion } from './account.ts';
import { bucketsOf, tagBuckets } from './buckets.ts';
import { startFront, type Target } from './front.ts';
import { keepFunctionLogs } from './function-logs.ts';
import { widenGrants } from './grants.ts';
import { lintTemplate } from './lint-template.ts';
import { freePort, startMiniStack } from './ministack.ts';
import { folder, run, stop } from './processes.ts';
import { installPackages } from './python.ts';
import { putBackTable } from './restore.ts';
import { findSite } from './site.ts';
import { createStaff } from './staff.ts';

const times: { phase: string; seconds: number }[] = [];

/** Runs one part of the rehearsal and records its time. Errors carry the part's name. */
const phase = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
  console.log(`rehearsal: ${name}`);
  const began = performance.now();
  try {
    return await work();
  } catch (cause) {
    throw new Error(`${name} failed: ${cause instanceof Error ? cause.message : cause}`, { cause });
  } finally {
    times.push({ phase: name, seconds: Math.round((performance.now() - began) / 100) / 10 });
  }
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const logs = {
  lint: join(folder, 'lint.log'),
  cdk: join(folder, 'cdk.log'),
  ministack: join(folder, 'ministack.log'),
  functions: join(folder, 'functions.log'),
};
const config = join(folder, 'sergi.config.json');
const temporary = mkdtempSync(join(tmpdir(), 'sergi-rehearsal-'));
// Its Node workers are CommonJS, regardless of any package.json above the folder.
writeFileSync(join(temporary, 'package.json'), '{"type":"commonjs"}');
process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }));

try {
  await phase('install MiniStack and cfn-lint', installPackages);
  const port = await freePort();
  // The AWS endpoint: as if over TLS, without which the policies of buckets and queues refuse every call.
  const endpoint = await startFront(() => ({ port }));
  // The public address. It is known before the stack exists, which needs it.
  let site = (_path: string): Target => ({ port });
  const publicUrl = await startFront((path) => site(path));
  const ministack = await phase('start MiniStack', () => startMiniStack(port, endpoint, temporary, logs.ministack));

  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: rehearsalRegion,
    AWS_EC2_METADATA_DISABLED: 'true',
    SERGI_CONFIG: config,
    SERGI_ENV: undefined,
    CDK_HOME: join(temporary, 'cdk'),
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    // An account configured on this machine must not be used by mistake.
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
    AWS_CONFIG_FILE: join(temporary, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(temporary, 'no-credentials'),
  };
  const cdk = (...args: string[]) =>
    run('cdk', [...args, '--no-notices', '--no-color', '--progress', 'events'], env, logs.cdk);
  const outputs = join(folder, 'outputs.json');
  const architecture = process.arch;
  const environments = {
    production: { architecture, alarmEmail: 'ops@example.org' },
    test: { stage: 'development', architecture, publicUrl },
    // With all that can be in a stack. It is checked, and not deployed.
    whole: {
      ...{ publicUrl: 'https://events.example.org', alarmEmail: 'ops@example.org', mailFrom: 'desk@example.org' },
      certificateArn: `arn:aws:acm:us-east-1:${rehearsalAccount}:certificate/0a1b2c3d`,
      webAclArn: `arn:aws:wafv2:us-east-1:${rehearsalAccount}:global/webacl/sergi/0a1b2c3d`,
    },
  };
  writeFileSync(config, JSON.stringify({ environments }));
  const rehearsed = `node ${join(import.meta.dirname, 'app.ts')}`;
  const deploy = (environment: keyof typeof environments) =>
    cdk(
      ...['deploy', '--app', rehearsed, '-c', `env=${environment}`, '--require-approval', 'never'],
      ...['--outputs-file', outputs, '--output', join(folder, `cdk.out.${environment}`)],
    );
  const destroy = (environment: keyof typeof environments) =>
    cdk('destroy', '--app', join(folder, `cdk.out.${environment}`), '--force');

  await phase('check a template with every part', async () => {
    const output = join(folder, 'cdk.out.whole');
    await cdk('synth', '--quiet', '-c', 'env=whole', '--output', output);
    await lintTemplate(join(output, 'Sergi-whole.template.json'), logs.lint);
  });
  await phase('bootstrap', () => cdk('bootstrap', '-c', 'env=test', `aws://${rehearsalAccount}/${rehearsalRegion}`));
  await phase('deploy test', () => deploy('test'));
  const { 'Sergi-test': stack } = JSON.parse(readFileSync(outputs, 'utf8'));
  await phase('permissions', () => widenGrants(endpoint));
  await phase('staff', () => createStaff(endpoint, stack.StaffPoolId, stack.StaffClientId));
  site = await findSite(endpoint, port, stack.ApiUrl);
  // Beside the other one, so that a name used twice would fail. Its content is not tested here.
  await phase('deploy production', () => deploy('production'));
  const suite = { SERGI_BASE_URL: publicUrl, SERGI_TOKEN_COMMAND: 'node infra/rehearsal/token.ts' };
  await phase('acceptance', () =>
    run('vitest', ['run', '--project', 'acceptance'], { ...process.env, ...suite }),
  ).finally(() => keepFunctionLogs(endpoint, logs.functions));
  await phase('put a table back', () => putBackTable(endpoint, 'Sergi-test', env, logs.cdk));
  await phase('destroy test with its data', async () => {
    await tagBuckets(endpoint, 'Sergi-test', join(folder, 'cdk.out.test', 'Sergi-test.template.json'));
    const held = await bucketsOf(endpoint, 'Sergi-test');
    // Nothing brings the files of the console here: see app.ts.
    const isEmpty = [...held].some(([name, count]) => count === 0 && !name.includes('-console'));
    if (held.size === 0 || isEmpty) throw new Error('A bucket holds nothing.');
    await destroy('test');
    const left = await bucketsOf(endpoint, 'Sergi-test');
    if (left.size > 0) throw new Error(`Buckets are left: ${[...left.keys()].join(', ')}`);
  });
  await phase('refuse to destroy production', async () => {
    const destroyed = await destroy('production').then(
      () => true,
      () => false,
    );
    if (destroyed || (await bucketsOf(endpoint, 'Sergi')).size === 0) throw new Error('Production is gone.');
  });
  await phase('stop MiniStack', () => stop(ministack));
  console.table(times);
  process.exit();
} catch (error) {
  for (const log of Object.values(logs).filter(existsSync)) {
    console.error(`\nThe end of ${log}:\n${readFileSync(log, 'utf8').split('\n').slice(-30).join('\n')}`);
  }
  console.table(times);
  console.error(`\nThe rehearsal failed. ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
