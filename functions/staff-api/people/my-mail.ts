import type * as z from 'zod';
import { env, isMailSent } from '../../../shared/aws/environment.ts';
import type { myMailSchema } from '../../../shared/contract/staff/people.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { readMailPreferences, saveMailPreferences } from '../../../shared/desk/mail/mail-preferences.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import { type MailPreferences, mailKinds, mailKindsOf } from '../../../shared/model/staff/mail.ts';
import { languages } from '../../../shared/refusals/language.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

const shown = ({ language, off }: MailPreferences, { role }: Staff): z.input<typeof myMailSchema> => ({
  ...(isMailSent() && { from: env.mailFrom }),
  kinds: role ? mailKindsOf(role) : [],
  off: mailKinds.filter((kind) => off.includes(kind)),
  // A later release may have stored another one.
  ...(languages.some((one) => one === language) && { language }),
});

export const getMyMail: StaffHandlers['getMyMail'] = async (_input, { staff }) => ({
  body: shown(await readMailPreferences(staff.id), staff),
});

export const updateMyMail: StaffHandlers['updateMyMail'] = async ({ body }, { staff }) => {
  await saveMailPreferences(staff.id, body);
  return { body: shown(body, staff) };
};
