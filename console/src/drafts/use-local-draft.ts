import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useConsole } from '../console-context.ts';
import { now as serverNow } from '../session/clock.ts';
import { whenLeft } from '../ui/when-left.ts';
import { tellDrafts, watchDrafts } from './draft-changes.ts';
import { heldDrafts, holdDraft } from './held-drafts.ts';
import { draftsOf, forgetDraft, keepDraft, type LocalDraft } from './local-draft.ts';

/** How often what is written is kept on the device, in milliseconds. */
const keepEvery = 2_000;

type Written = Pick<LocalDraft, 'kind' | 'item' | 'base' | 'version' | 'content' | 'asked'>;

interface Surroundings {
  /** Puts a draft together with what is on the screen; false where the person leaves that for later. */
  readonly takeUp: (draft: LocalDraft) => Promise<boolean>;
  /**
   * What this editor is sending to the API: until that has arrived or failed, no other tab gets the draft, which would
   * send it again.
   */
  readonly sending: RefObject<Promise<unknown> | undefined>;
}

/**
 * Keeps on the device what is written and not saved, every few seconds and when the page is left, and finds what was
 * left there before. The address names the draft that is written: who loads it again, or returns to it from signing in,
 * goes on with it. So does who opens an item of which something waits to be sent. Other drafts are offered, as far as
 * no other tab writes them: also once that tab is closed.
 */
export const useLocalDraft = (written: Written, isDirty: boolean, { takeUp, sending }: Surroundings) => {
  const { person, uploads } = useConsole();
  const [parameters, setParameters] = useSearchParams();
  const [found, setFound] = useState<readonly LocalDraft[]>([]);
  /**
   * The draft of a new item that is open in another tab, whose address was opened here: writing here would make a
   * second item of it.
   */
  const [elsewhere, setElsewhere] = useState<LocalDraft>();
  const [isKept, setKept] = useState(true);
  const [id, setId] = useState<string>(() => crypto.randomUUID());
  const own = useRef({ id, giveUp: () => {} });
  const now = useRef({ written, isDirty, takeUp });
  now.current = { written, isDirty, takeUp };
  /** What is kept now. */
  const last = useRef<Written>(undefined);
  /** Until it is done, other tabs still find the draft. */
  const forgetting = useRef<Promise<void>>(undefined);
  const { kind = 'event', item } = written;

  const forget = useCallback((): void => {
    last.current = undefined;
    now.current = { ...now.current, isDirty: false };
    forgetting.current = forgetDraft(own.current.id).then(tellDrafts, () => {});
  }, []);

  const keepAs = useCallback(
    (draft: Written): Promise<void> =>
      keepDraft({ ...draft, id: own.current.id, person: person.id, writtenAt: serverNow().toISOString() }),
    [person.id],
  );

  /** Another editor goes on with the draft: what this one has is older. */
  const isHandedOver = useRef(false);

  const keep = useCallback((): void => {
    if (isHandedOver.current) return;
    const { written: latest, isDirty: isWorthIt } = now.current;
    const before = last.current;
    if (!isWorthIt && before) forget();
    if (!isWorthIt) return;
    if (before?.content === latest.content && before.asked === latest.asked && before.base === latest.base) return;
    last.current = latest;
    keepAs(latest).then(
      () => {
        setKept(true);
        if (before?.asked !== latest.asked || !before) tellDrafts();
      },
      () => setKept(false),
    );
  }, [forget, keepAs]);

  /** While a draft is taken up, it is not settled which one is written here. */
  const taking = useRef<Promise<void>>(undefined);

  /** Goes on with a draft in place of one's own. */
  const takeNow = useCallback(
    async (draft: LocalDraft, isCopyWanted: boolean): Promise<void> => {
      const giveUp = await holdDraft(draft.id);
      if (!giveUp && !isCopyWanted) return setElsewhere(draft);
      setElsewhere(undefined);
      setFound((all) => all.filter((one) => one.id !== draft.id));
      if (!(await now.current.takeUp(draft))) {
        giveUp?.();
        setFound((all) => [draft, ...all]);
        return;
      }
      // Where another tab writes it, a copy goes on here.
      if (!giveUp) return;
      if (last.current) await forgetDraft(own.current.id);
      own.current.giveUp();
      uploads.retarget(own.current.id, draft.id);
      own.current = { id: draft.id, giveUp };
      last.current = { ...draft, content: draft.base };
      setId(draft.id);
    },
    [uploads],
  );
  const take = useCallback(
    (draft: LocalDraft, isCopyWanted = true): Promise<void> => {
      taking.current = takeNow(draft, isCopyWanted);
      return taking.current;
    },
    [takeNow],
  );

  const named = useRef(parameters.get('draft'));
  useEffect(() => {
    let isHere = true;
    /** The drafts of the item but for one's own, those of them that no tab writes, and all that some tab writes. */
    const look = async () => {
      const [all, held] = [await draftsOf(person.id), await heldDrafts()];
      const isOfItem = (draft: LocalDraft) => draft.item === item && (draft.kind ?? 'event') === kind;
      const others = all.filter((draft) => isOfItem(draft) && draft.id !== own.current.id);
      return { others, free: others.filter((draft) => !held.has(draft.id)), held };
    };
    const find = async (): Promise<void> => {
      const giveUp = await holdDraft(own.current.id);
      if (!isHere) return giveUp?.();
      if (giveUp) own.current.giveUp = giveUp;
      const { others, free } = await look();
      const wanted =
        others.find((draft) => draft.id === named.current) ??
        free.find(({ asked }) => asked !== undefined && item !== undefined);
      if (!isHere) return;
      setFound(free.filter((draft) => draft !== wanted));
      if (wanted) await take(wanted, item !== undefined);
    };
    const offer = async (): Promise<void> => {
      const { free, held } = await look();
      if (!isHere) return;
      setFound(free);
      setElsewhere((draft) => (draft && held.has(draft.id) ? draft : undefined));
    };
    let stopWatching = () => {};
    const watch = () => {
      if (isHere) stopWatching = watchDrafts(() => void offer().catch(() => {}));
    };
    find().then(watch, () => setKept(false));
    const timer = setInterval(keep, keepEvery);
    const stopKeeping = whenLeft(keep);
    return () => {
      isHere = false;
      stopWatching();
      clearInterval(timer);
      stopKeeping();
      keep();
      const { giveUp } = own.current;
      void Promise.resolve(sending.current)
        .then(() => forgetting.current)
        .finally(() => {
          giveUp();
          tellDrafts();
        });
    };
  }, [kind, item, person.id, keep, take, sending]);

  const wasDirty = useRef(false);
  useEffect(() => {
    const isNamed = parameters.get('draft') === id;
    if (isDirty !== isNamed && (isDirty || wasDirty.current))
      setParameters(isDirty ? { draft: id } : {}, { replace: true });
    wasDirty.current = isDirty;
  }, [isDirty, id, parameters, setParameters]);

  const drop = (draft: LocalDraft): void => {
    setFound((all) => all.filter((one) => one.id !== draft.id));
    uploads.retarget(draft.id, undefined);
    forgetDraft(draft.id).then(tellDrafts, () => {});
  };

  /** Keeps what is left to write of the item that has been created here, for the editor that opens it. */
  const handOver = async (rest: Written): Promise<string> => {
    isHandedOver.current = true;
    await keepAs(rest);
    return own.current.id;
  };

  /** Under which what is written here is made, once: that of its draft, also after another tab has taken it up. */
  const key = async (): Promise<string> => {
    await taking.current?.catch(() => {});
    return own.current.id;
  };

  return { id, found, elsewhere, isKept, take, drop, forget, handOver, key };
};
