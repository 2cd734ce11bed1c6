import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { lineInLanguages } from '../languages/in-languages.ts';

/** What an organiser is to an event or an exhibition. */
export const organiserRoles = ['host', 'partner', 'sponsor'] as const;

/** Who holds, supports or pays for something. */
export const organiserSchema = z.strictObject({
  name: lineInLanguages(300).refine(
    (names) => Object.values(names).some((name) => name.length > 0),
    issueCode('noNameInAnyLanguage'),
  ),
  role: z.enum(organiserRoles),
});

/** Most organisers of an event or an exhibition. */
export const maxOrganisers = 20;
