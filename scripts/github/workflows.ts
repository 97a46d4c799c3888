import { parse } from 'yaml';

/** The triggers of a workflow and the permissions of each of its jobs. */
export interface Grants {
  on: object;
  permissions: Record<string, object>;
}

/** Every workflow with its grants. Changing them changes what outsiders can start and what a token may do. */
export const grants: Readonly<Record<string, Grants>> = {
  'ci.yml': {
    on: { pull_request: null, push: { branches: ['main'] } },
    permissions: { workflow: {}, test: { contents: 'read' } },
  },
  'docs.yml': {
    on: { workflow_call: null, workflow_dispatch: null },
    permissions: {
      workflow: {},
      build: { contents: 'read' },
      publish: { pages: 'write', 'id-token': 'write' },
    },
  },
  'image.yml': {
    on: { workflow_call: null, workflow_dispatch: null },
    permissions: { workflow: {}, image: { contents: 'read', packages: 'write' } },
  },
  'release.yml': {
    on: { push: { branches: ['main'] } },
    permissions: {
      workflow: {},
      release: { contents: 'write', 'pull-requests': 'write', 'id-token': 'write' },
      docs: { contents: 'read', pages: 'write', 'id-token': 'write' },
      image: { contents: 'read', packages: 'write' },
    },
  },
};

/** Reads the grants of a workflow; a missing permission is `inherited`. */
export function readGrants(text: string): Grants {
  const { on, permissions, jobs } = parse(text);
  const ofJobs = Object.entries<{ permissions?: object }>(jobs).map(([job, { permissions }]) => [
    job,
    permissions ?? 'inherited',
  ]);
  return {
    on,
    permissions: { workflow: permissions ?? 'inherited', ...Object.fromEntries(ofJobs) },
  };
}

/** The lines that use a third-party action without a commit, or without stating the version of the commit. */
export function unpinnedActions(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => /^\s*(- )?uses: (?!\.\/)/.test(line))
    .filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line));
}
