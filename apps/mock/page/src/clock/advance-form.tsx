import { useState } from 'preact/hooks';

const units = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

interface AdvanceFormProps {
  readonly busy: boolean;
  onAdvance(milliseconds: number): void;
}

/** A form that advances the clock. */
export function AdvanceForm({ busy, onAdvance }: AdvanceFormProps) {
  const [amount, setAmount] = useState('1');
  const [unit, setUnit] = useState<string>('days');
  const submit = (event: Event) => {
    event.preventDefault();
    const milliseconds = Object.entries(units).find(([name]) => name === unit)?.[1] ?? 0;
    onAdvance(Number(amount) * milliseconds);
  };
  return (
    <form class="inline-form" onSubmit={submit}>
      <label>
        Advance by
        <input
          {...{ type: 'number', min: 1, max: 10_000, required: true, value: amount }}
          onInput={(event) => setAmount(event.currentTarget.value)}
        />
      </label>
      <label>
        Unit
        <select value={unit} onInput={(event) => setUnit(event.currentTarget.value)}>
          {Object.keys(units).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <button type="submit" disabled={busy}>
        Advance
      </button>
    </form>
  );
}
