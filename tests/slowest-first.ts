import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, the longest first: begun last, each would keep the others waiting for it. */
const slowest = [
  'browser/pages.test',
  'browser/screenshots.test',
  'cover-and-artwork',
  'withheld-cover',
  'exhibition-faults',
  'kill-start',
  'costly-input',
  'webhook-receivers',
  'webhook-deliveries',
  'permissions-walk',
  'publication-faults',
  'large-exhibition',
  'edge.test',
  'findings',
  'uploads.test',
  'upload-command',
  'tools.test',
  'earlier-releases',
  'pictures-races',
  'killed',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = slowest.findIndex((name) => moduleId.includes(`/${name}`));
  return rank < 0 ? slowest.length : rank;
};

/**
 * Orders files as Vitest does, but within each project the slow ones come first, also on a machine that has not run
 * them yet.
 */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((name) =>
      sorted.filter(({ project }) => project.name === name).sort((a, b) => rankOf(a) - rankOf(b)),
    );
  }
}
