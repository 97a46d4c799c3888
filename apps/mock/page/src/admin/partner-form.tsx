import { useState } from 'preact/hooks';

interface PartnerFormProps {
  readonly busy: boolean;
  onCreate(name: string): Promise<void>;
}

export function PartnerForm({ busy, onCreate }: PartnerFormProps) {
  const [name, setName] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    await onCreate(name.trim());
    setName('');
  };
  return (
    <form class="inline-form" onSubmit={submit}>
      <label>
        Name
        <input
          {...{ pattern: '.*\\S.*', required: true, maxLength: 100, value: name }}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary" disabled={busy}>
        Create
      </button>
    </form>
  );
}
