/**
 * `npm run upload -- <folder> --exhibition <id> --sheet artworks.csv [--skip-faulty] [--update]`: enters the scans of a
 * folder into an exhibition, as a sheet describes them. It checks everything before it sends anything. An interrupted
 * upload is resumed by running it again. It reports artworks that differ from their rows, and `--update` writes the
 * differences; those that narrow consent are always written. `npm run -s upload -- --template` prints a sheet to fill
 * in.
 */

import { exitCodes, uploadScans } from './upload/upload-scans.ts';

const code = await uploadScans(process.argv.slice(2));
// What has been left under way ends here. After anything else, output on its way into a pipe would be lost by it.
if (code === exitCodes.failed || code === exitCodes.interrupted) process.exit(code);
process.exitCode = code;
