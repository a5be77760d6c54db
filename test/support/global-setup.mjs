// The test runner does not put its global set-up through the hook that the tests get, so TypeScript is taught to node here.
import '../../bin/typescript.mjs';

export async function setup() {
  const { setUp } = await import('./global-setup.ts');
  return setUp();
}
