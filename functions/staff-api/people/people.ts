import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { eraseName } from '../../../shared/desk/people/person-names.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { jurorRole } from '../../../shared/model/role.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const getMe: StaffHandlers['getMe'] = async (_input, { staff: { id, name, role, isJuror } }) => ({
  body: {
    id,
    ...(name && { name }),
    ...(role && { role }),
    groups: [...(role ? [role] : []), ...(isJuror ? ([jurorRole] as const) : [])],
  },
});

export const deletePersonName: StaffHandlers['deletePersonName'] = async ({ params: { personId } }, call) => {
  await eraseName(personId, actorOf(call));
  return { body: { id: personId, erased: true } };
};
