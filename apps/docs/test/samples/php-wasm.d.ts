// The type declarations of the packages import each other without file extensions, which TypeScript does not resolve
// with Node's module resolution.
declare module '@php-wasm/node' {
  export function loadNodeRuntime(
    version: '8.4',
    options: { emscriptenOptions: { processId: number } },
  ): Promise<number>;
}

declare module '@php-wasm/universal' {
  export class PHP {
    constructor(runtime: number);
    fileExists(path: string): boolean;
    mkdir(path: string): void;
    /** Removes the directory recursively. */
    rmdir(path: string): void;
    writeFile(path: string, content: string): void;
    run(request: {
      scriptPath: string;
      env: Record<string, string>;
      method: 'POST';
      headers: Record<string, string>;
      body: Uint8Array;
    }): Promise<{ text: string; errors: string; exitCode: number }>;
  }
}
