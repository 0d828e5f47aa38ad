export interface HealthView {
  status: 'ok' | 'degraded';
  database: 'sqlite' | 'mysql' | 'mariadb';
  version: string;
  /** Events that the index and the caches have not followed yet. */
  feedLag: number;
  indexVersion: string | null;
  now: string;
}
