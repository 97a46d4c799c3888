import fc from 'fast-check';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';
import { afterAll, expect, it } from 'vitest';
import { context } from '../../testing/parse.ts';
import { parsePhone } from './phone.ts';

/** The verdict of the library with its complete metadata. */
function reference(phone: string, country: string): string | undefined {
  const text = phone.trim();
  if (text.length > 40 || !/^\+?[\d\s().\-/]+$/.test(text)) return undefined;
  for (const candidate of text.startsWith('+') ? [text] : [text, `+${text}`]) {
    const parsed = parsePhoneNumberFromString(candidate, {
      ...(isSupportedCountry(country) && { defaultCountry: country }),
      extract: false,
    });
    if (parsed?.isValid()) return parsed.number.slice(1);
  }
  return undefined;
}

function verdict(phone: string, country: string): unknown {
  const result = parsePhone(phone, { ...context, defaultCountry: country });
  return result.ok ? result.stored : undefined;
}

const plans = Object.entries(metadata.countries).map(([country, plan]) => {
  const [callingCode, , general] = plan;
  const types = Array.isArray(plan[11]) ? plan[11] : [];
  const sources = types.map((type: unknown) => (Array.isArray(type) ? type[0] : undefined));
  const patterns = [general, ...sources].filter((source) => typeof source === 'string' && source);
  return { country, callingCode: String(callingCode), patterns: patterns.map(String) };
});

/** Numbers of a plan in every notation, and some with a mistake. */
function numbersOf({ callingCode, patterns }: (typeof plans)[number]): fc.Arbitrary<string> {
  const national = fc.oneof(
    ...patterns.map((pattern) => fc.stringMatching(new RegExp(`^(?:${pattern})$`))),
  );
  const digit = fc.integer({ min: 0, max: 9 });
  return fc.tuple(national, digit, fc.nat(12), fc.nat(9)).map(([digits, other, place, way]) => {
    const notations = [
      digits,
      `+${callingCode}${digits}`,
      `${callingCode}${digits}`,
      `0${digits}`,
      `00${callingCode}${digits}`,
      `+${callingCode}0${digits}`,
      `${callingCode}${digits.slice(0, place)}${other}${digits.slice(place + 1)}`,
      `${digits.slice(0, place)}${other}${digits.slice(place + 1)}`,
      `${callingCode}${digits}${other}`,
      digits.replace(/(\d{3})(?=\d)/g, '$1 '),
    ];
    return notations[way] ?? digits;
  });
}

const counts = { valid: 0, invalid: 0, countries: 0 };

afterAll(() => {
  // A filter may have selected only some of the tests.
  if (counts.countries < plans.length) return;
  expect(Math.min(counts.valid, counts.invalid)).toBeGreaterThan(3000);
});

it.each(plans)('$country: has the same verdict as with the complete metadata', (plan) => {
  fc.assert(
    fc.property(
      numbersOf(plan),
      fc.constantFrom(plan.country, plan.country, 'IN', 'US'),
      (phone, country) => {
        const digits = verdict(phone, country);
        counts[digits === undefined ? 'invalid' : 'valid']++;
        expect([phone, country, digits]).toEqual([phone, country, reference(phone, country)]);
      },
    ),
    { numRuns: plan.country === 'IN' ? 1000 : 60 },
  );
  counts.countries++;
});

it('compares every country', () => {
  expect(plans.length).toBeGreaterThan(240);
});
