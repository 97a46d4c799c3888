import type { LeadSeed } from './records.ts';

const agent = 'agent@company.com';
const day = (month: number, date: number, hour = 6) => Date.UTC(2026, month - 1, date, hour);

/**
 * The initial leads of the default workspace. With them, the requests on telecrm's own pages get the responses printed
 * there. Jane Doe is not among them: one of the pages creates her.
 *
 * @example
 * ```ts
 * import { createWorkspace, defaultRecords } from '@telecrm/workspace';
 *
 * const workspace = await createWorkspace({ records: defaultRecords });
 * ```
 */
export const defaultRecords: readonly LeadSeed[] = [
  {
    id: '603d2b2f9b1e8a001c8e4f6a',
    createdOn: day(2, 2),
    fields: {
      name: 'Wanda Won',
      phone: '919812345670',
      email: 'wanda.won@example.com',
      rating: 5,
      status: 'Won',
      assignee: agent,
      contact_source: 'Referral',
      deal_size: 250000,
    },
    actions: [
      {
        id: '603d2b2f9b1e8a001c8e4f6b',
        type: 'OUTGOING_CALL',
        createdOn: day(4, 15),
        performedBy: agent,
        data: { duration: 310, feedback: 'Wants the larger plan' },
      },
      {
        id: '603d2b2f9b1e8a001c8e4f6c',
        type: 'PAYMENT',
        createdOn: day(4, 20),
        data: { status: 'COMPLETED', currency: 'INR', amount: '250000' },
      },
    ],
  },
  {
    id: '603d2b2f9b1e8a001c8e4f5c',
    createdOn: day(3, 1),
    fields: {
      name: 'Ravi Example',
      phone: '919812345671',
      email: 'ravi@example.com',
      rating: 3,
      status: 'Fresh',
      assignee: agent,
      contact_source: 'Website',
      interests: ['VIP'],
    },
    actions: [
      {
        id: '603d2b2f9b1e8a001c8e4f60',
        type: 'LEAD_ASSIGNMENT',
        createdOn: day(3, 1, 7),
        performedBy: 'john.smith@example.com',
        data: { assignedto: agent },
      },
      {
        id: '603d2b2f9b1e8a001c8e4f5d',
        type: '1001',
        createdOn: day(3, 10),
        performedBy: agent,
        fields: { note: 'Site visit completed' },
      },
      {
        id: '603d2b2f9b1e8a001c8e4f61',
        type: 'OUTGOING_CALL',
        createdOn: day(3, 28),
        performedBy: agent,
        data: { duration: 95 },
      },
      {
        id: '603d2b2f9b1e8a001c8e4f5e',
        type: 'PAYMENT',
        createdOn: day(4, 2),
        data: { status: 'PENDING', currency: 'INR', amount: '5000' },
      },
      {
        id: '603d2b2f9b1e8a001c8e4f5f',
        type: 'OUTGOING_CALL',
        createdOn: day(4, 12),
        performedBy: agent,
        data: { duration: 42 },
      },
      {
        id: '603d2b2f9b1e8a001c8e4f62',
        type: 'INCOMING_WHATSAPP_MSG',
        createdOn: day(4, 13),
        data: { text: 'Thank you, see you on Monday.' },
      },
    ],
  },
];
