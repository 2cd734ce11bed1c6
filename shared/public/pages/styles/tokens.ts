/**
 * The measures, colours and families that everything else is made of. Text has a contrast of at least 7 to 1, on a
 * light screen as on a dark one.
 */
export const tokens = `
:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --ink: #16191d;
  --soft: #4a5058;
  --line: #d3d9e0;
  --wash: #f3f5f8;
  --accent: #0b4a6f;
  --header: #0b3a57;
  --on-header: #ffffff;
  --page-width: 76rem;
  --text-width: 42rem;
  --gutter: clamp(1rem, 4vw, 2.5rem);
  --radius: 0.25rem;
  --type: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d;
    --ink: #eceff2;
    --soft: #b9c1ca;
    --line: #3a434d;
    --wash: #1d232a;
    --accent: #9fd2f2;
  }
}
`;
