import { execSync } from 'node:child_process';
import { fill, staffOf } from './content.ts';

const token = execSync('npm run -s token -- --role admin', {
  encoding: 'utf8',
  env: { ...process.env, SERGI_DATA: '/tmp/pages-data' },
}).trim();
await fill(await staffOf({ url: 'http://127.0.0.1:8920', token: async () => token }));
