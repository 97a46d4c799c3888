import { useState } from 'preact/hooks';

interface NameFormProps {
  readonly label: string;
  /** The label of the button. */
  readonly action: string;
  readonly pattern: string;
  readonly maxLength: number;
  readonly busy: boolean;
  /** Resolves to whether it succeeded; otherwise, the typed name stays. */
  onSubmit(name: string): Promise<boolean>;
}

/** A form for something that only needs a name. */
export function NameForm({ label, action, busy, onSubmit, ...limits }: NameFormProps) {
  const [name, setName] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    // The next name may be typed in the meantime.
    if (await onSubmit(name.trim())) setName((current) => (current === name ? '' : current));
  };
  return (
    <form class="inline-form" onSubmit={submit}>
      <label>
        {label}
        <input
          {...{ required: true, value: name, ...limits }}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary" disabled={busy}>
        {action}
      </button>
    </form>
  );
}
