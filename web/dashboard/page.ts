// The one page of the dashboard. All of it is drawn by the script; what is here is what a browser without one is told.
import { SAMPLE_ORIGIN } from '#pages/serving/sample-origin.js';

/** Names of files in assets/. */
export interface PageAssets {
  main: string;
  /** What the main script imports: asked for at once, not one after the other. */
  preloads: string[];
  theme: string;
  icon: string;
  style: string;
}

/** The HTML document. Addresses begin with `/`: the service puts the path of its installation before them. */
export function dashboardPage({ main, preloads, theme, icon, style }: PageAssets): string {
  const at = (name: string) => `/dashboard/assets/${name}`;
  return `<!doctype html>
<html lang="en" data-root="" data-origin="${SAMPLE_ORIGIN}"><head><meta charset="utf-8">
<title>RefCampaign</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="${at(icon)}" type="image/svg+xml">
<link rel="stylesheet" href="${at(style)}">
<link rel="preload" href="/api/v1/me" as="fetch" crossorigin>
<script src="${at(theme)}"></script>
${preloads.map((name) => `<link rel="modulepreload" href="${at(name)}">`).join('\n')}
<script type="module" src="${at(main)}"></script>
</head>
<body><div id="app"></div>
<noscript><p>The dashboard needs JavaScript. Everything it does can be done through the <a href="/docs">API</a> as well.</p>
<p lang="fr">Le tableau de bord a besoin de JavaScript. Tout ce qu’il fait peut aussi se faire par l’<a href="/docs/fr">API</a>.</p></noscript>
</body></html>
`;
}
