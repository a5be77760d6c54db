// People who look at the dashboard: each opens one screen after the other and stays a moment; its calls go out when the real screen's did.
import { setTimeout as sleep } from 'node:timers/promises';
import { STAY_MS, type SeenScreen } from './screens.js';
import type { World } from './world.js';

/** Of each screen by its name, how long its calls took, in milliseconds. */
export type Waits = Map<string, number[]>;

export interface Watch {
  /** No further screen is opened; told when the last call was answered. @throws Error when any call was not answered with 200 */
  end(): Promise<Waits>;
}

export function startViewers(world: World, screens: readonly SeenScreen[], count: number): Watch {
  const waits: Waits = new Map(screens.map(({ name }) => [name, []]));
  const faults: string[] = [];
  const state = { isOver: false };
  const view = async (number: number) => {
    // They did not all come at once, and do not all look at the same.
    await sleep((number * STAY_MS) / count);
    for (let at = Math.floor((number * screens.length) / count); !state.isOver; at++) {
      const screen = screens[at % screens.length] as SeenScreen;
      await Promise.all([
        sleep(STAY_MS),
        ...screen.calls.map(async ({ afterMs, path }) => {
          await sleep(afterMs);
          if (state.isOver) return;
          const { ms, status } = await timed(world, path);
          waits.get(screen.name)?.push(ms);
          if (status !== 200) faults.push(`${path}: ${status}`);
        }),
      ]);
    }
  };
  const all = Promise.all(Array.from({ length: count }, (_, number) => view(number)));
  return {
    async end() {
      state.isOver = true;
      await all;
      if (faults.length > 0)
        throw new Error(`calls of the dashboard failed:\n${faults.slice(0, 5).join('\n')}`);
      return waits;
    },
  };
}

async function timed({ program, token, tenant }: World, path: string) {
  const from = performance.now();
  const response = await fetch(`http://127.0.0.1:${program.port}${path}`, {
    headers: { cookie: `rc_session=${token}`, 'x-merchant': tenant.merchant, 'x-mode': tenant.mode },
  });
  await response.arrayBuffer();
  return { ms: performance.now() - from, status: response.status };
}
