import { useEffect, useState } from 'react';

/** How long an announcement stays on the screen, in milliseconds: long enough to be read twice at an unhurried pace. */
const shownFor = (text: string): number => Math.max(8_000, 4_000 + 160 * text.length);

/** What is announced, on the screen and to screen readers. What can be undone has its button elsewhere, which stays. */
export const Announcement = ({ said }: { readonly said: { readonly text: string } | undefined }) => {
  const [over, setOver] = useState(said);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setOver(said), shownFor(said.text));
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div role="status" className="said">
      {said !== over && said?.text}
    </div>
  );
};
