import { type ChildProcess, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rehearsalAccount, rehearsalRegion } from './account.ts';
import { environment, modules, path, start } from './processes.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');
const python = join(environment, 'bin/python');
const installed = join(environment, 'requirements.sha256');

const need = (what: string, command: string, args: readonly string[]): void => {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (cause) {
    rmSync(environment, { recursive: true, force: true });
    const { stdout = '', stderr = '' } = cause as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`The rehearsal needs ${what}. ${`${stdout}${stderr}`.trim() || cause}`, { cause });
  }
};

/**
 * Makes the virtual environment of MiniStack, an emulator of AWS in Python, with exactly the packages of
 * requirements.txt, or keeps one made from the same file. Throws where Python or a package is not available.
 */
export const installMiniStack = (): void => {
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(python) && existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  rmSync(environment, { recursive: true, force: true });
  need('Python 3.10 or newer with venv and pip (Debian: python3-venv)', 'python3', ['-m', 'venv', environment]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:'];
  need('the packages of infra/rehearsal/requirements.txt', python, [...pip, '--require-hashes', '-r', requirements]);
  writeFileSync(installed, wanted);
};

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
  const child = start(python, ['-m', 'ministack'], { cwd: temporary, env }, log);
  for (let tries = 0; child.exitCode === null && tries < 150; tries++) {
    const ready = await fetch(`http://127.0.0.1:${port}/_ministack/ready`).catch(() => undefined);
    if (ready?.ok) return child;
    await sleep(200);
  }
  throw new Error('MiniStack does not answer.');
};
