// What a 201 is worth while things die under load: PostgreSQL's sessions, PostgreSQL, the service, the disk. After each fault all that
// clients were told is held against the database, and against what a repeat of each call is told.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../support/processes.js';
import { endBySignal, makeDataFolder } from '../support/running-service.js';
import { ExternalPostgres } from './external-postgres.js';
import type { Load } from './load.js';
import { Scene } from './scene.js';
import { SmallDisk, whyNoSmallDisk } from './small-disk.js';
import { killAndSee, killBackend, postmasterOf, postmastersOn, switchLogFile } from './victims.js';

/** CI has each fault once (five rounds of the quick kill); the twenty of `npm run chaos` mean four of these, and a busier shop. */
const ROUNDS = Math.max(1, Math.floor(Number(process.env['CHAOS_ROUNDS'] ?? 3) / 5));
const load = ROUNDS > 1 ? { clients: 64, pauseMs: 40 } : { clients: 32, pauseMs: 120 };
const LIMIT_MS = 90_000;
/** In a long run nobody could have waited for the database until it is back, and be answered in time. */
const EVEN_LONGER_MS = ROUNDS > 1 ? 5000 : 0;
/** How long PostgreSQL merely refuses to write on a full disk, before it has to give up. */
const REFUSED_WRITES_MS = 2200;

const whyNotFull = whyNoSmallDisk();
if (whyNotFull !== null)
  process.stderr.write(`NOT RUN: a full disk, for none can be mounted: ${whyNotFull}\n`);
const ends: (() => Promise<void> | void)[] = [];
let own: { scene: Scene; dataDir: string };
let external: { scene: Scene; postgres: ExternalPostgres };
let full: undefined | { scene: Scene; disk: SmallDisk; dataDir: string };

beforeAll(async () => {
  const opening = [openOwn(), openExternal()] as const;
  await Promise.allSettled(opening); // if one fails, the other is there to be ended
  [own, external] = await Promise.all(opening);
  if (whyNotFull === null) full = await openOnSmallDisk();
}, LIMIT_MS);

afterAll(async () => {
  for (const end of ends.reverse()) await end();
}, LIMIT_MS);

async function openOwn() {
  const folder = makeDataFolder();
  const { dataDir } = folder;
  ends.push(() => folder.remove());
  return { dataDir, scene: await open({ dataDir }) };
}

async function openExternal() {
  const folder = makeDataFolder();
  ends.push(() => folder.remove());
  const postgres = await ExternalPostgres.start(folder.dataDir);
  ends.push(() => postgres.stop());
  return { postgres, scene: await open({ dataDir: 'unused', databaseUrl: postgres.url }) };
}

async function openOnSmallDisk() {
  const disk = await SmallDisk.mount(256);
  ends.push(() => disk.unmount());
  const dataDir = join(disk.folder, 'data');
  return { disk, dataDir, scene: await open({ dataDir }) };
}

async function open(place: { dataDir: string; databaseUrl?: string }): Promise<Scene> {
  const scene = await Scene.open(place, load);
  ends.push(() => scene.close());
  return scene;
}

/** How many calls are refused meanwhile. */
async function refusals(scene: Scene, during: () => Promise<void>): Promise<number> {
  const { refused } = scene.ledger.count;
  await during();
  return scene.ledger.count.refused - refused;
}

describe.each(Array.from({ length: ROUNDS }, (_, index) => index + 1))(
  'under load nothing is lost and nothing doubled, every call is answered in time (round %i)',
  (round) => {
    it(
      "by kill -9 of PostgreSQL's sessions: nobody is even refused",
      async () => {
        const { scene } = own;
        const killSome = async (running: Load) => {
          for (let kills = 0; kills < 3; kills++) {
            await killBackend(await scene.address());
            await running.acknowledges(40);
          }
        };
        expect(await refusals(scene, () => scene.endures(killSome))).toBe(0);
      },
      LIMIT_MS,
    );

    it(
      'by kill -9 of PostgreSQL: it is started again, and nobody is even refused',
      async () => {
        const { scene, dataDir } = own;
        const killIt = () => killAndSee(postmasterOf(dataDir));
        expect(await refusals(scene, () => scene.endures(killIt))).toBe(0);
        expect(postmastersOn(dataDir)).toEqual([postmasterOf(dataDir)]);
      },
      LIMIT_MS,
    );

    it(
      'by kill -9 of the service: its PostgreSQL does not stay behind',
      async () => {
        const { scene, dataDir } = own;
        const orphan = postmasterOf(dataDir);
        await scene.endures(async () => {
          scene.target.isGoing();
          await killAndSee(scene.service.process.pid as number);
          await scene.restart();
        });
        expect(isAlive(orphan)).toBe(false);
        expect(postmastersOn(dataDir)).toEqual([postmasterOf(dataDir)]);
      },
      LIMIT_MS,
    );

    it(
      'by SIGTERM: whoever was heard is answered',
      async () => {
        const { scene, dataDir } = own;
        const end = async () => {
          scene.target.isGoing({ inGoodOrder: true });
          expect(await endBySignal(scene.service, 'SIGTERM')).toEqual([0, null]);
          expect(postmastersOn(dataDir)).toEqual([]);
          await scene.restart();
        };
        await scene.endures(end, { everyoneWasAnswered: true });
      },
      LIMIT_MS,
    );

    it(
      'by kill -9 of a PostgreSQL elsewhere: clear refusals if it stays away for long',
      async () => {
        const { scene, postgres } = external;
        // Every other round it is back soon enough for nobody to notice.
        const isLong = round % 2 === 1;
        const outage = async (running: Load) => {
          await postgres.kill();
          await (isLong ? running.refuses() : sleep(2000));
          if (isLong) await sleep(EVEN_LONGER_MS);
          await postgres.start();
        };
        const refused = await refusals(scene, () => scene.endures(outage));
        expect(refused > 0).toBe(isLong);
      },
      LIMIT_MS,
    );

    const itOrNot = whyNotFull === null ? it : it.skip;
    itOrNot(
      `by a full disk: clear refusals, and orders again once there is room${whyNotFull === null ? '' : ` (NOT RUN: ${whyNotFull})`}`,
      async () => {
        const { scene, disk, dataDir } = full as NonNullable<typeof full>;
        const { process: alive, said } = scene.service;
        const fillUp = async (running: Load) => {
          try {
            disk.fill();
            await sleep(REFUSED_WRITES_MS);
            // Sooner or later PostgreSQL needs a new log file; without room for it, it gives up altogether.
            await switchLogFile(dataDir);
            await running.refuses();
          } finally {
            disk.free();
          }
        };
        expect(await refusals(scene, () => scene.endures(fillUp))).toBeGreaterThan(0);
        expect(said()).toContain('PostgreSQL ended unexpectedly');
        expect(alive.exitCode).toBeNull();
      },
      LIMIT_MS,
    );

    it(
      'and what had to follow has followed: orders, clicks and identities have met, and each event was told',
      async () => {
        const scenes = [own, external, full].flatMap((one) => one?.scene ?? []);
        await Promise.all(scenes.map((scene) => scene.audit({ everythingFollowed: true })));
      },
      LIMIT_MS,
    );
  },
);
