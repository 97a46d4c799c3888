import { describe, it } from 'vitest';
import { storageConformance } from '../../conformance/index.ts';
import { createMemoryHosting } from './hosting/hosting.ts';
import { createMemoryStorage } from './memory-storage.ts';

describe('the storage in memory', () => {
  const open = () => ({ storage: { ...createMemoryStorage(), hosting: createMemoryHosting() } });
  for (const { name, run } of storageConformance(open)) it(name, run);
});
