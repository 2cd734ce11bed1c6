import { useEffect } from 'react';

/**
 * Names the page after the screen that it shows, for whoever chooses among windows or hears that another page has come.
 * The heading of a screen says it already, also where it has to be loaded first.
 */
export const usePageTitle = (site: string): void => {
  useEffect(() => {
    const name = () => {
      const tab = document.querySelector('main nav [aria-current="page"]')?.textContent;
      const heading = document.querySelector('main h1')?.textContent;
      const title = [tab, heading, site].filter(Boolean).join(' · ');
      if (document.title !== title) document.title = title;
    };
    name();
    const changes = new MutationObserver(name);
    changes.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['aria-current'],
    });
    return () => changes.disconnect();
  }, [site]);
};
