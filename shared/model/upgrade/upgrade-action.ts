/**
 * What staff could do by the names of 0.1.0: of revisions (`withdrawn`), of audit entries and of webhook events
 * (`event.withdrawn`).
 */
const renamed: Readonly<Record<string, string>> = {
  changed: 'updated',
  withdrawn: 'unpublished',
  replayed: 'redriven',
};

/** The present name of an action that 0.1.0 has stored; a present name, and what is no name at all, stays as it is. */
export const upgradeAction = (action: unknown): unknown =>
  typeof action === 'string' ? action.replace(/[a-z]+$/, (what) => renamed[what] ?? what) : action;
