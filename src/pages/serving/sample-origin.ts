// What stands in the built pages for the address of the installation.

/** Where `npm start` listens. The build writes it; the service puts its own address in its place when it hands a page out. */
export const SAMPLE_ORIGIN = 'http://127.0.0.1:3000';
