import { isMailSent } from '../../../shared/aws/environment.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { peopleList, readPeople } from '../../../shared/desk/people/person-names.ts';
import { fromStaffIdCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { jurorRole } from '../../../shared/model/staff/role.ts';
import { erasePersonName } from '../../../shared/publishing/erasure/erase-person-name.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const getMe: StaffHandlers['getMe'] = async (_input, { staff: { id, name, role, isJuror } }) => ({
  body: {
    id,
    ...(name && { name }),
    ...(role && { role }),
    groups: [...(role ? [role] : []), ...(isJuror ? ([jurorRole] as const) : [])],
    getsMail: role !== undefined && isMailSent(),
  },
});

export const listPeople: StaffHandlers['listPeople'] = async ({ query: { limit, cursor } }) => {
  const { items, last } = await readPeople(limit, fromStaffIdCursor(peopleList, cursor));
  return { body: { items, ...(last && { nextCursor: toCursor(peopleList, last) }) } };
};

export const deletePersonName: StaffHandlers['deletePersonName'] = async ({ params: { personId } }, call) => {
  await erasePersonName(personId, actorOf(call));
  return { body: { id: personId, erased: true } };
};
