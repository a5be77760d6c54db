// Jest does not put its global set-up through the transforms that the tests get, so TypeScript is taught to node here.
import '../../bin/typescript.mjs';

export default async function globalSetup() {
  const { setUp } = await import('./global-setup.ts');
  await setUp();
}
