/** The process of the load generator: runs the load of its argument and prints the measurements, both in JSON. */
import { runLoad } from '../load.ts';

console.log(JSON.stringify(await runLoad(JSON.parse(process.argv[2] ?? '{}'))));
