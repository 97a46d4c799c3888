import { useState } from 'preact/hooks';

interface SaveFormProps {
  readonly busy: boolean;
  onSave(name: string): Promise<void>;
}

export function SaveForm({ busy, onSave }: SaveFormProps) {
  const [name, setName] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    await onSave(name.trim());
    setName('');
  };
  return (
    <form class="inline-form" onSubmit={submit}>
      <label>
        Name, of letters, digits, dots, dashes and underscores
        <input
          {...{ pattern: '[A-Za-z0-9._\\-]{1,64}', required: true, value: name }}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary" disabled={busy}>
        Save
      </button>
    </form>
  );
}
