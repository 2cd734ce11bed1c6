import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rehearsalAccount, rehearsalRegion } from './account.ts';
import { modules, path, start } from './processes.ts';
import { program } from './python.ts';

/** A free port of the loopback interface. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

/**
 * Starts a MiniStack without any state, on loopback only; its files go to the folder `temporary`. It checks signatures
 * and evaluates the policies of roles and resources. Functions call AWS at `endpoint`. Resolves once it answers.
 */
export const startMiniStack = async (
  port: number,
  endpoint: string,
  temporary: string,
  log: string,
): Promise<ChildProcess> => {
  // Nothing of the caller's environment: functions would inherit it, including credentials.
  const env = {
    // Functions run on the project's own Node.
    PATH: path,
    HOME: temporary,
    TMPDIR: temporary,
    STATE_DIR: temporary,
    S3_DATA_DIR: join(temporary, 's3'),
    AUTH: 'true',
    AWS_ENDPOINT_URL: endpoint,
    BIND_HOST: '127.0.0.1',
    // A socket that does not exist, so that it does not touch other containers.
    DOCKER_HOST: `unix://${join(temporary, 'no-docker')}`,
    GATEWAY_PORT: String(port),
    IOT_MTLS_ENABLED: '0',
    MINISTACK_ACCOUNT_ID: rehearsalAccount,
    MINISTACK_REGION: rehearsalRegion,
    // Lambda's runtime includes the SDK, which the CDK's own functions rely on; Sergi's are bundled with theirs.
    NODE_PATH: modules,
    PYTHONUNBUFFERED: '1',
    SFTP_ENABLED: '0',
  };
  const child = start(program('python'), ['-m', 'ministack'], { cwd: temporary, env }, log);
  for (let tries = 0; child.exitCode === null && tries < 150; tries++) {
    const ready = await fetch(`http://127.0.0.1:${port}/_ministack/ready`).catch(() => undefined);
    if (ready?.ok) return child;
    await sleep(200);
  }
  throw new Error('MiniStack does not answer.');
};
