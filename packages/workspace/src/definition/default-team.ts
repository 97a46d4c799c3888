import type { TeamMember } from './types.ts';

const license = {
  status: 'ACTIVE',
  type: 'GROWTH',
  start_date: '2024-01-01',
  end_date: '2025-01-01',
};
const manager = { manager_name: 'John Smith', manager_email: 'john.smith@example.com' };
const noManager = { manager_name: null, manager_email: null };

export const defaultTeam: readonly TeamMember[] = [
  {
    name: 'Jane Doe',
    email: 'jane.doe@example.com',
    status: 'Working',
    phone_number: '919999999999',
    ...manager,
    permission_template_name: 'Sales Agent',
    license,
  },
  {
    name: 'John Smith',
    email: 'john.smith@example.com',
    status: 'Active',
    phone_number: '919888888888',
    ...noManager,
    permission_template_name: 'Sales Manager',
    license,
  },
  {
    name: 'Sam Agent',
    email: 'agent@company.com',
    status: 'Active',
    phone_number: '919777777777',
    ...manager,
    permission_template_name: 'Sales Agent',
    license,
  },
  {
    name: 'Alex Former',
    email: 'alex.former@example.com',
    status: 'Deleted',
    phone_number: '919666666666',
    ...noManager,
    permission_template_name: null,
    license: null,
  },
];
