import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { useTitle } from '../events/use-title.ts';
import { actorName } from '../people/actor-name.ts';
import { momentInWords } from '../ui/dates.ts';
import { Dialog } from '../ui/dialog.tsx';
import { renditionOf } from '../uploads/thumbnail.tsx';
import { useUpload } from '../uploads/use-upload.ts';
import { sizeInWords } from './size-in-words.ts';
import type { ListedUpload } from './upload.ts';
import { uploadName } from './upload-name.ts';
import { mediaWords } from './words.ts';

type Use = ListedUpload['usedBy'][number];

interface UploadDetailsProps {
  readonly uploadId: string;
  /** What the list says of it, where it is listed: only a list knows where uploads are used. */
  readonly listed: ListedUpload | undefined;
  readonly onClose: () => void;
  /** Asks before it is deleted; absent where it cannot be, or by others only. */
  readonly onDelete: (() => void) | undefined;
}

/** Everything that is known of an upload, and where it is used. */
export const UploadDetails = ({ uploadId, listed, onClose, onDelete }: UploadDetailsProps) => {
  const { words, language, site, person } = useConsole();
  const texts = useWords(mediaWords);
  // In the list it has its smallest form only.
  const whole = useUpload(uploadId);
  const upload = listed ?? whole;
  if (!upload) return null;
  const { contentType, contentLength, createdAt, createdBy, document, width, height, rejection, state } = upload;
  const usedBy = listed?.usedBy;
  const large = whole && renditionOf(whole, 960);
  const original = whole && renditionOf(whole, Number.POSITIVE_INFINITY);
  const when = momentInWords(createdAt, language, site.timeZone);
  const facts: readonly (readonly [string, string | false | undefined])[] = [
    [texts.state, rejection?.message ?? texts.states[state]],
    [texts.uploaded, [when, createdBy && actorName(createdBy, language)].filter(Boolean).join(', ')],
    [texts.format, document?.type ?? contentType],
    [texts.size, sizeInWords(document?.bytes ?? contentLength, language)],
    [texts.dimensions, width && `${width} × ${height}`],
    [texts.pagesOf, document?.pages && String(document.pages)],
    [texts.text, document && texts.texts[document.text]],
    [texts.properties, document?.metadata?.map(({ name, value }) => `${name}: ${value}`).join('; ')],
  ].map(([name, value]) => [name as string, value as string | undefined]);
  return (
    <Dialog title={uploadName(upload)} onClose={onClose}>
      {large && <img className="large" src={large.url} alt="" />}
      <dl className="details">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {usedBy && (
          <div>
            <dt>{texts.uses}</dt>
            <dd>
              {usedBy.length === 0 && texts.unused}
              <ul>
                {usedBy.map((use) => (
                  <li key={`${use.kind} ${use.id} ${use.field}`}>
                    <UsePlace use={use} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {person.role !== 'admin' && <p className="help">{texts.removeByAdmins}</p>}
      {person.role === 'admin' && usedBy && usedBy.length > 0 && <p className="help">{texts.removeUnusedOnly}</p>}
      <p className="actions">
        {(original ?? whole?.documentUrl) && (
          <a className="button" href={original?.url ?? whole?.documentUrl} target="_blank" rel="noreferrer">
            {texts.open}
          </a>
        )}
        {onDelete && (
          <button type="button" onClick={onDelete}>
            {texts.remove}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </Dialog>
  );
};

/** Where staff see what uses it; an artwork has no address of its own in the console. */
const pathOf = ({ kind, id }: Use): string | undefined =>
  ({ event: `/events/${id}`, exhibition: `/exhibitions/${id}`, artwork: undefined, site: '/site' })[kind];

const UsePlace = ({ use }: { use: Use }) => {
  const { kind, id, field } = use;
  const texts = useWords(mediaWords);
  const name = useTitle(kind, id) ?? texts.useKinds[kind];
  const path = pathOf(use);
  return (
    <>
      {path ? <Link href={path}>{name}</Link> : name}, {texts.useFields[field] ?? field}
    </>
  );
};
