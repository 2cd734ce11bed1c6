/** The style of the viewer: a dialog as large as the screen. */
export const viewerStyle = `
#viewer{width:100vw;height:100vh;height:100dvh;max-width:none;max-height:none;margin:0;padding:0;border:0;background:#111;color:#fff}
#viewer .stage{position:absolute;inset:0}
#viewer .stage :focus-visible{outline-color:#9fd2f2;outline-offset:-3px}
#viewer form{position:absolute;top:.75rem;inset-inline-end:.75rem;z-index:1;display:flex;gap:.5rem}
#viewer button{color:#fff;background:#111c;border-color:#fff}
#viewer button:hover{background:#333}
`.trim();
