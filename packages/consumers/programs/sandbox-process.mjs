import { phoneOfNewLead } from './sandbox.mjs';

console.log(await phoneOfNewLead());
