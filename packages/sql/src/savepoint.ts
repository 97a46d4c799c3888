/** Runs a nested transaction between savepoints. The same name can be used on each level. */
export async function withSavepoint<T>(
  execute: (text: string) => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  await execute('SAVEPOINT nested');
  try {
    const result = await work();
    await execute('RELEASE SAVEPOINT nested');
    return result;
  } catch (error) {
    // Some failures end the whole transaction, and the savepoint with it.
    await execute('ROLLBACK TO SAVEPOINT nested')
      .then(() => execute('RELEASE SAVEPOINT nested'))
      .catch(() => {});
    throw error;
  }
}
