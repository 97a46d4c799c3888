import { deleteSnapshot, listSnapshots, restoreSnapshot, saveSnapshot } from '../api/hosted.ts';
import type { SnapshotInfo } from '../api/types.ts';
import { useLive } from '../live/use-live.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { EntryList } from '../ui/entry-list.tsx';
import { NameForm } from '../ui/name-form.tsx';
import { Time } from '../ui/time.tsx';
import { useAction } from '../ui/use-action.ts';

interface SnapshotListProps {
  readonly enterpriseId: string;
  onChange(): Promise<void>;
}

/** Named copies of the content of a workspace: saved, restored and deleted. */
export function SnapshotList({ enterpriseId, onChange }: SnapshotListProps) {
  const {
    data,
    problem: loadProblem,
    refresh,
  } = useLive(() => listSnapshots(enterpriseId), `snapshots ${enterpriseId}`);
  const { busy, problem, run } = useAction();
  const save = (name: string) =>
    run(async () => {
      await saveSnapshot(enterpriseId, name);
      await refresh();
    }, 'Snapshot saved');
  const restore = async (name: string) => {
    await restoreSnapshot(enterpriseId, name);
    await onChange();
  };
  const remove = async (name: string) => {
    await deleteSnapshot(enterpriseId, name);
    await refresh();
  };
  return (
    <>
      <section class="card" aria-labelledby="save">
        <h2 id="save">Save a snapshot</h2>
        <p class="dim">
          It contains the current leads with their timelines, the team and the options.
        </p>
        <NameForm
          label="Name, of letters, digits, dots, dashes and underscores"
          {...{ pattern: '[A-Za-z0-9._\\-]{1,64}', maxLength: 64 }}
          {...{ action: 'Save', busy, onSubmit: save }}
        />
        <p class="error" role="alert">
          {problem}
        </p>
      </section>
      <EntryList {...{ data, problem: loadProblem, none: 'There are no snapshots yet.' }}>
        {(snapshots) => (
          <ul class="rows">
            {snapshots.map((snapshot) => (
              <SnapshotItem
                key={snapshot.name}
                {...{ snapshot, onRestore: restore, onDelete: remove }}
              />
            ))}
          </ul>
        )}
      </EntryList>
    </>
  );
}

interface SnapshotItemProps {
  readonly snapshot: SnapshotInfo;
  onRestore(name: string): Promise<void>;
  onDelete(name: string): Promise<void>;
}

function SnapshotItem({ snapshot, onRestore, onDelete }: SnapshotItemProps) {
  const { name, savedOn, leads } = snapshot;
  return (
    <li class="row">
      <div class="row-head">
        <strong>{name}</strong>
        <span class="dim">
          {leads.toLocaleString()} {leads === 1 ? 'lead' : 'leads'}, <Time at={savedOn} />
        </span>
        <span class="row-end buttons">
          <AskButton
            {...{ label: 'Restore …', name: `Restore ${name} …`, action: 'Restore' }}
            title={`Restore ${name}?`}
            text="What the workspace holds now is replaced by the snapshot."
            onConfirm={() => onRestore(name)}
          />
          <AskButton
            {...{ label: 'Delete …', name: `Delete ${name} …`, action: 'Delete' }}
            title={`Delete ${name}?`}
            text="The snapshot is lost; the workspace stays as it is."
            onConfirm={() => onDelete(name)}
          />
        </span>
      </div>
    </li>
  );
}
