// The package has no type declarations. These cover only what the tests use.
declare module 'newman' {
  interface Summary {
    run: {
      executions: { item: { name: string }; response?: { code: number } }[];
      failures: { error: { message: string }; source?: { name?: string } }[];
    };
  }
  const newman: {
    run(
      options: { collection: object; globals?: object; envVar?: { key: string; value: string }[] },
      done: (error: Error | null, summary: Summary) => void,
    ): void;
  };
  export default newman;
}
