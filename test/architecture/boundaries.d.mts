// What boundaries.test.ts needs to know of boundaries.mjs.
declare const config: { forbidden: { name: string }[] };
export default config;
