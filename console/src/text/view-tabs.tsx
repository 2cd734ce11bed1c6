import { useWords } from '../console-context.ts';
import { type TextView, views } from './views.ts';
import { textWords } from './words.ts';

interface ViewTabsProps {
  /** What the ids of the tabs and of their panel begin with. */
  readonly id: string;
  /** The name of the text. */
  readonly label: string;
  readonly view: TextView;
  readonly onChoose: (view: TextView) => void;
}

/** The ways to see a text, as tabs; arrows lead from one to the next. */
export const ViewTabs = ({ id, label, view, onChoose }: ViewTabsProps) => {
  const words = useWords(textWords).views;
  return (
    <div role="tablist" aria-label={`${words.title}: ${label}`} className="text-views">
      {views.map((one, n) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`${id}-${one}`}
          aria-selected={one === view}
          aria-controls={`${id}-panel`}
          tabIndex={one === view ? 0 : -1}
          onClick={() => onChoose(one)}
          onKeyDown={({ key, currentTarget }) => {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
            if (!step) return;
            const next = (n + step + views.length) % views.length;
            onChoose(views[next] ?? one);
            (currentTarget.parentElement?.children[next] as HTMLElement | undefined)?.focus();
          }}
        >
          {words[one]}
        </button>
      ))}
    </div>
  );
};
