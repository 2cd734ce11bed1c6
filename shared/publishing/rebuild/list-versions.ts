import type { ListVersions } from '../../desk/upgrade/list-marks.ts';
import { calendarVersion } from '../../showcase/calendar/calendar-entries.ts';
import { searchVersion } from '../../showcase/search/search-postings.ts';

/** The versions in which this release enters what is public in its lists. */
export const listVersions: ListVersions = { calendar: calendarVersion, search: searchVersion };
