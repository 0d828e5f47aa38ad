import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endpoints } from '@govmedia-hub/contracts';
import { RunningHub } from '../running-hub.js';
import { CONNECTIONS, median, requestsPerSecond, startServer } from './load.js';

const BODY_BYTES = 8 * 1024;

/** The same row that the hub reads for one account, with the name of its unit. */
const BY_ID = `SELECT a."id", a."name", a."platform", a."accountType", a."kind", a."sponsorOrgId", o."name" AS "sponsorName", a."filingNo", a."filedOn", a."intro", a."homepageUrl", a."successor", a."closingNoticeFrom", a."closedOn", a."cancelledOn"
  FROM "accounts" a JOIN "organisations" o ON o."id" = a."sponsorOrgId" WHERE a."id" = ?`;

export interface HttpFigures {
  cachedToBareNode: number;
  cachedToBareFastify: number;
  byIdToBareNode: number;
  bareNodeRps: number;
  bareFastifyRps: number;
  hubCachedRps: number;
  bareNodeByIdRps: number;
  hubByIdRps: number;
}

interface Lane { name: string; url: string; fresh: string[] | null; rounds: number[] }

/**
 * Bare node:http, bare Fastify and the hub side by side: the same body of about 8 KB, 50 connections, short
 * rounds by turns, medians. The hub runs as it is served: headers, access log and rate limit on (the limit is
 * only set high). Then a read by id through SQLite that no cache answers, beside bare node with the same query.
 */
export async function benchHttp(rounds: number, seconds: number, say: (line: string) => void): Promise<{ corpus: false; figures: HttpFigures }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-bench-'));
  const stops: (() => void | Promise<void>)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    say('starting the hub on a fresh demonstration city');
    // its access log goes to a file: read through a pipe it would cost the load generator, not the hub
    const hub = await RunningHub.start({ env: { HUB_RATE_LIMIT: '1000000000', HUB_ACCESS_LOG: path.join(folder, 'access.log') } });
    stops.push(() => hub.stop());
    const resident = hub.resident();
    const { items: documents } = await resident.ok(endpoints.publicListDocuments, { query: { limit: 100 } });
    let chosen: { path: string; bytes: Buffer } = { path: '', bytes: Buffer.alloc(0) };
    for (const { id } of documents) {
      const { bytes } = await resident.exchange('GET', `/api/public/documents/${id}`);
      if (!chosen.path || Math.abs(bytes.length - BODY_BYTES) < Math.abs(chosen.bytes.length - BODY_BYTES)) chosen = { path: `/api/public/documents/${id}`, bytes };
    }
    const bodyFile = path.join(folder, 'body.json');
    writeFileSync(bodyFile, chosen.bytes);
    const accounts = (await resident.ok(endpoints.publicListAccounts, { query: { limit: 100 } })).items.map(({ id }) => `/api/public/accounts/${id}`);
    if (accounts.length === 0) throw new Error('the demonstration city has no account');

    const bareNode = await startServer('bare-http-server', [bodyFile]);
    stops.push(bareNode.stop);
    const bareFastify = await startServer('bare-fastify-server', [bodyFile]);
    stops.push(bareFastify.stop);
    const bareSqlite = await startServer('bare-sqlite-server', [path.join(hub.dataDir, 'hub.sqlite'), BY_ID]);
    stops.push(bareSqlite.stop);
    say(`body ${(chosen.bytes.length / 1024).toFixed(1)} KB, ${CONNECTIONS} connections, ${rounds} rounds of ${seconds} s by turns`);

    const lanes: Record<'bareNode' | 'bareFastify' | 'hubCached' | 'bareById' | 'hubById', Lane> = {
      bareNode: { name: 'bare node:http', url: bareNode.url, fresh: null, rounds: [] },
      bareFastify: { name: 'bare Fastify', url: bareFastify.url, fresh: null, rounds: [] },
      hubCached: { name: 'hub, cached policy', url: `${hub.url}${chosen.path}`, fresh: null, rounds: [] },
      // every account by turns under an address that is new, so that no cached answer can serve it; the bare server gets the same addresses
      bareById: { name: 'bare node, by id through SQLite', url: bareSqlite.url, fresh: accounts, rounds: [] },
      hubById: { name: 'hub, by id through SQLite', url: hub.url, fresh: accounts, rounds: [] },
    };
    for (const lane of Object.values(lanes)) await requestsPerSecond(lane.url, 1, lane.fresh); // warm
    for (let round = 0; round < rounds; round++) for (const lane of Object.values(lanes)) lane.rounds.push(await requestsPerSecond(lane.url, seconds, lane.fresh));

    for (const lane of Object.values(lanes)) say(`${lane.name.padEnd(34)} ${Math.round(median(lane.rounds)).toString().padStart(7)} requests/s   (${lane.rounds.map((r) => Math.round(r)).join(' ')})`);
    const rps = (lane: Lane): number => Math.round(median(lane.rounds));
    // the ratio of each round, then the middle one: neighbours on the machine disturb both sides of a round alike
    const ratio = (over: Lane, under: Lane): number => Number(median(over.rounds.map((value, i) => value / under.rounds[i]!)).toFixed(3));
    return {
      corpus: false,
      figures: {
        cachedToBareNode: ratio(lanes.hubCached, lanes.bareNode), cachedToBareFastify: ratio(lanes.hubCached, lanes.bareFastify), byIdToBareNode: ratio(lanes.hubById, lanes.bareById),
        bareNodeRps: rps(lanes.bareNode), bareFastifyRps: rps(lanes.bareFastify), hubCachedRps: rps(lanes.hubCached), bareNodeByIdRps: rps(lanes.bareById), hubByIdRps: rps(lanes.hubById),
      },
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
