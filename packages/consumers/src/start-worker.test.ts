import { expect, it } from 'vitest';
import { startWorker } from './start-worker.ts';

it('a worker that cannot start is an error with what the runtime says', async () => {
  await expect(startWorker('export default {')).rejects.toThrow(
    /^workerd has ended: .*SyntaxError/s,
  );
});
