import {
  requestContentSchema,
  requestPatchSchema,
  staffPersonRequestSchema,
} from '../../contract/staff/person-requests.ts';
import { staffRoutes } from '../../contract/staff/routes.ts';
import { requestExtensionSchema, requestFactsSchema, requestOutcomeSchema } from '../../model/people/person-request.ts';
import { describeObject } from './describe-object.ts';

const name = 'Whom it is about, or who asks: the desk alone keeps it. Needed where no entry is named.';
const note = 'What was asked, and how the person is reached. It goes with the name.';

const facts = describeObject(requestFactsSchema, {
  kind: 'What is asked for: `access` to what is stored, its `correction`, the `withdrawal` of consent, `erasure`, or something `other`.',
  receivedOn:
    'The day on which it was received (`2026-11-28`), in the time zone of the site. The time to answer begins with it.',
  channel: 'How it has come.',
});

const entries = 'The entries that it is about, at most 20.';

const outcome = describeObject(requestOutcomeSchema, {
  result: 'Whether the person got what they asked for, or a reason why not.',
  text: 'What was done, or why it was refused, without a name: it is kept for good. Needed with `refused`.',
});

const request = staffPersonRequestSchema.shape;

/** Requests of people. */
export const personRequestDescriptions = [
  facts,
  outcome,
  describeObject(requestContentSchema, { name, note, entries }, facts),
  describeObject(requestContentSchema.shape.entries.unwrap().element, {
    exhibitionId: 'The id of the exhibition.',
    artworkId: 'The id of the entry.',
  }),
  describeObject(
    requestPatchSchema,
    {
      name: `${name} \`null\` takes it away.`,
      note: `${note} \`null\` takes it away.`,
      entries: `${entries} The list takes the place of the one before; what \`hiddenEntries\` counts stays.`,
    },
    facts,
  ),
  describeObject(requestExtensionSchema, {
    reason: 'Why more time is needed, without a name: it is kept for good.',
    toldOn:
      'The day on which the person was told of it, with the reason: not after the day on which the request was due.',
  }),
  describeObject(staffRoutes.createRequestAct.body, {
    act: 'What was done: a document for `access` was made, something was put right, a consent was taken back, an entry was erased.',
  }),
  describeObject(
    staffPersonRequestSchema,
    {
      id: 'The id of the request.',
      name: 'Whom it is about, or who asks. Absent once the person was erased, and 90 days after the request was closed.',
      note: 'What was asked, and how the person is reached. It goes with the name.',
      dueOn: 'The last day on which it can be answered in time.',
      entries: 'The entries that it is about. Those that were erased, and those that are rated blind, are left out.',
      hiddenEntries: 'How many entries are left out, since they are rated blind.',
      extension: 'That the time was extended by two months.',
      acts: 'What was done for it, the first act first.',
      outcome: 'How it has ended. Absent while it is open.',
      personUntil: 'When name and note of a closed request go. Absent where there are none, and while it is open.',
    },
    facts,
  ),
  describeObject(request.entries.element, {
    exhibitionId: 'The id of the exhibition.',
    artworkId: 'The id of the entry.',
    entryNumber: 'The number of the entry in its exhibition.',
    exhibitionTitle: 'The title of the exhibition, in the first language that has one.',
  }),
  describeObject(request.acts.element, { act: 'What was done.' }),
  describeObject(request.outcome.unwrap(), {}, outcome),
];
