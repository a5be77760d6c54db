// A guide, done as it says: its blocks run from top to bottom against a service of their own, and print the replies it shows.
import { makeDemo } from '#demo/make-demo.js';
import { SAMPLE_ORIGIN, startAppWithOwnAddress, USUAL_LIMITS } from './own-address.js';
import type { Fence } from './fences.js';
import { canRun, isRunnable, runProgram } from './runtimes.js';
import { differences } from './same-reply.js';

/** A block that is run, and the reply that is shown under it. */
interface Step {
  fence: Fence;
  shown: Fence | null;
}

/** The blocks of a guide that are run: those in a language with a runtime, unless they say that they are fragments. */
export function stepsOf(fences: Fence[]): Step[] {
  return fences.flatMap((fence, at) => {
    if (!isRunnable(fence.language) || fence.words.includes('fragment')) return [];
    const next = fences[at + 1];
    return [{ fence, shown: next?.language === 'json' && next.followsAtOnce ? next : null }];
  });
}

/** A service with what its first start makes, as a reader has it. */
export interface Installation {
  address: string;
  /** The demo merchant's test key. */
  key: string;
  close(): Promise<void>;
}

/** Starts a fresh service and makes the demo, by the very code of a first start. Close it when done. */
export async function startInstallation(): Promise<Installation> {
  const app = await startAppWithOwnAddress(USUAL_LIMITS);
  const demo = await makeDemo(app.service.app);
  if (!demo) throw new Error('the service is not fresh: its demo merchant was made before');
  return { address: app.api.baseUrl, key: demo.test.key, close: () => app.close() };
}

/** As `runGuideOn`, on an installation of its own. */
export async function runGuide(fences: Fence[]): Promise<string[]> {
  const installation = await startInstallation();
  try {
    return await runGuideOn(installation, fences);
  } finally {
    await installation.close();
  }
}

/**
 * Runs a guide's blocks.
 * @param languages what is run, if it can be; other blocks are passed over.
 * @returns what went otherwise than the guide says, as `block 3 (sh): …`.
 */
export async function runGuideOn(
  { address, key }: Installation,
  fences: Fence[],
  languages: (fence: string) => boolean = canRun,
): Promise<string[]> {
  const found: string[] = [];
  for (const step of stepsOf(fences)) {
    if (!languages(step.fence.language) || !canRun(step.fence.language)) continue;
    const faults = await runStep(step, address, key);
    found.push(...faults.map((fault) => `block ${step.fence.number} (${step.fence.language}): ${fault}`));
  }
  return found;
}

async function runStep({ fence, shown }: Step, address: string, key: string): Promise<string[]> {
  const program = fence.text.replaceAll(SAMPLE_ORIGIN, address);
  const { exitCode, output, errors } = await runProgram(fence.language, program, { REFCAMPAIGN_KEY: key });
  if (exitCode !== 0) return [`ended with ${exitCode}\n${output}${errors}`];
  if (!shown) return [];
  const reply = lastJson(output.replaceAll(address, SAMPLE_ORIGIN));
  if (reply === null) return [`prints no JSON: ${output}${errors}`];
  return differences(JSON.parse(shown.text), reply.value, shown.words.includes('excerpt'));
}

/** What was printed if it is JSON as a whole, else the last line that is; null when there is none. */
function lastJson(output: string): { value: unknown } | null {
  for (const candidate of [output, ...output.split('\n').reverse()]) {
    if (!/^\s*[[{]/.test(candidate)) continue;
    try {
      return { value: JSON.parse(candidate) };
    } catch {
      // Not this one.
    }
  }
  return null;
}
