import { phoneMetadata } from '../../generated/phone-metadata.ts';
import { getOwn } from '../../json/json.ts';

/** The numbering plan of a country that does not share its calling code with another country. */
export interface NumberingPlan {
  callingCode: string;
  /** Whether the digits begin like an international call, `00`. */
  hasInternationalPrefix(digits: string): boolean;
  /** Whether the digits begin like a national call, `0`. */
  hasNationalPrefix(digits: string): boolean;
  /** Whether the digits match the general pattern of national numbers. */
  isPossible(national: string): boolean;
  /** Whether the digits are a national number that is in use. */
  isValid(national: string): boolean;
}

/** The indexes of the parts of a country's plan in the metadata. */
const at = {
  callingCode: 0,
  internationalPrefix: 1,
  pattern: 2,
  nationalPrefix: 5,
  nationalPrefixForParsing: 7,
  types: 11,
};

const plans = new Map<string, NumberingPlan | undefined>();

/** The compiled numbering plan of a country; `undefined` if it is not sufficient for a verdict. */
export function numberingPlanOf(country: string): NumberingPlan | undefined {
  if (!plans.has(country)) plans.set(country, compile(country));
  return plans.get(country);
}

function compile(country: string): NumberingPlan | undefined {
  const plan = getOwn(phoneMetadata.countries, country);
  if (!Array.isArray(plan)) return undefined;
  const callingCode = String(plan[at.callingCode]);
  const countries = getOwn(phoneMetadata.country_calling_codes, callingCode);
  if (!Array.isArray(countries) || countries.length !== 1) return undefined;
  const internationalPrefix = prefixPattern(plan[at.internationalPrefix]);
  const nationalPrefix = prefixPattern(
    plan[at.nationalPrefixForParsing] || plan[at.nationalPrefix],
  );
  const general = wholePattern(plan[at.pattern]);
  const types = typesOf(plan[at.types]);
  if (general === undefined || types === undefined) return undefined;
  return {
    callingCode,
    hasInternationalPrefix: (digits) => internationalPrefix?.test(digits) ?? false,
    hasNationalPrefix: (digits) => nationalPrefix?.test(digits) ?? false,
    isPossible: (national) => general.test(national),
    isValid: (national) => general.test(national) && types.some((matches) => matches(national)),
  };
}

/** The types of numbers, such as mobile: each has a pattern, and its possible lengths unless all are possible. */
function typesOf(types: unknown): ((national: string) => boolean)[] | undefined {
  if (!Array.isArray(types)) return undefined;
  return types.flatMap((type) => {
    const [source, lengths]: unknown[] = Array.isArray(type) ? type : [];
    const pattern = wholePattern(source);
    if (pattern === undefined) return [];
    const possible = Array.isArray(lengths) ? lengths : undefined;
    return [
      (national: string) =>
        (possible === undefined || possible.includes(national.length)) && pattern.test(national),
    ];
  });
}

function wholePattern(source: unknown): RegExp | undefined {
  return typeof source === 'string' && source !== '' ? new RegExp(`^(?:${source})$`) : undefined;
}

function prefixPattern(source: unknown): RegExp | undefined {
  return typeof source === 'string' && source !== '' ? new RegExp(`^(?:${source})`) : undefined;
}
