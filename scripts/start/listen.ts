/** Something that listens on a port. */
interface Listening {
  url: string;
  port: number;
}

/** Starts a server on this port, or on a free one if it is in use, and prints the port. */
export async function listen<T extends Listening>(
  name: string,
  port: number,
  serve: (port: number) => Promise<T>,
): Promise<T> {
  try {
    return await serve(port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EACCES')
      throw new Error(`port ${port} is reserved for the administrator, take one above 1023`);
    if (code !== 'EADDRINUSE') throw error;
  }
  const server = await serve(0);
  console.log(`Port ${port} is busy, the ${name} took ${server.port} instead.`);
  return server;
}
