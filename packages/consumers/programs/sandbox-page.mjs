import { phoneOfNewLead } from './sandbox.mjs';

document.querySelector('#phone').textContent = await phoneOfNewLead();
