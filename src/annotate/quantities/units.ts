/** Names of currencies in lower case → ISO 4217. A bare "dollar" is the U.S. one, "pound" the British, "rupee" the Indian. */
const CURRENCIES: ReadonlyMap<string, string> = new Map(
  (
    "dollar:USD dollars:USD cents:USD euro:EUR euros:EUR pound:GBP pounds:GBP sterling:GBP yen:JPY yuan:CNY renminbi:CNY rupee:INR rupees:INR ruble:RUB " +
    "rubles:RUB rouble:RUB roubles:RUB hryvnia:UAH hryvnias:UAH zloty:PLN zlotys:PLN won:KRW lira:TRY liras:TRY franc:CHF francs:CHF " +
    "krona:SEK kronor:SEK kroner:NOK peso:MXN pesos:MXN real:BRL reais:BRL rand:ZAR shekel:ILS shekels:ILS riyal:SAR riyals:SAR dirham:AED dirhams:AED " +
    "baht:THB ringgit:MYR rupiah:IDR dong:VND naira:NGN forint:HUF forints:HUF usd:USD eur:EUR gbp:GBP jpy:JPY cny:CNY inr:INR rub:RUB chf:CHF"
  )
    .split(" ")
    .map((pair) => {
      const [word = "", code = ""] = pair.split(":");
      return [word, code] as const;
    }),
);
/** Which country's currency an adjective before the name picks. */
const NATIONAL: ReadonlyMap<string, string> = new Map([
  ["australian dollars", "AUD"],
  ["canadian dollars", "CAD"],
  ["hong kong dollars", "HKD"],
  ["new zealand dollars", "NZD"],
  ["singapore dollars", "SGD"],
  ["us dollars", "USD"],
  ["u.s. dollars", "USD"],
  ["american dollars", "USD"],
  ["swiss francs", "CHF"],
  ["egyptian pounds", "EGP"],
  ["lebanese pounds", "LBP"],
  ["pakistani rupees", "PKR"],
  ["sri lankan rupees", "LKR"],
  ["argentine pesos", "ARS"],
  ["chilean pesos", "CLP"],
  ["colombian pesos", "COP"],
  ["danish kroner", "DKK"],
  ["norwegian kroner", "NOK"],
  ["swedish kronor", "SEK"],
]);
/** Measures that belong to the number itself, in lower case. */
const MEASURES = new Set(
  (
    "km kilometer kilometers kilometre kilometres mile miles meter meters metre metres cm centimeter centimeters centimetre centimetres mm " +
    "foot feet ft inch inches yard yards hectare hectares acre acres kg kilo kilos kilogram kilograms kilogramme kilogrammes g gram grams tonne tonnes ton tons " +
    "pound-weight ounce ounces liter liters litre litres gallon gallons barrel barrels degree degrees °c °f celsius fahrenheit volt volts watt watts kw mw gw tw kwh mwh gwh twh " +
    "kilowatt kilowatts megawatt megawatts gigawatt gigawatts terawatt megaton megatons kiloton kilotons knot knots mph kph km/h kmh hz khz mhz ghz byte bytes gb tb mb " +
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades light-year light-years sqm ha magnitude"
  ).split(" "),
);

/** Units of time and way have one name whether one says "two-year" or "two years". */
const SINGULARS: ReadonlyMap<string, string> = new Map(
  "second minute hour day week month year decade mile metre meter kilometre kilometer"
    .split(" ")
    .map((word) => [word, `${word}s`]),
);

/** A unit that stands right after a number, and how many words it takes. */
export interface UnitReading {
  readonly unit: string;
  readonly currency?: string;
  readonly length: number;
}

/** Percent signs and words, currencies and measures at a word. */
export function unitAt(words: readonly string[], first: number): UnitReading | undefined {
  const [word = "", next = "", third = ""] = words.slice(first, first + 3);
  if (word === "%")
    return next === "points" || next === "point"
      ? { unit: "percentage points", length: 2 }
      : { unit: "%", length: 1 };
  if (word === "percent" || word === "pct" || word === "pc") return { unit: "%", length: 1 };
  if (word === "per" && next === "cent") return { unit: "%", length: 2 };
  if (word === "percentage" && /^points?$/.test(next)) return { unit: "percentage points", length: 2 };
  for (const length of [3, 2]) {
    const code = NATIONAL.get([word, next, third].slice(0, length).join(" "));
    if (code !== undefined) return { unit: code, currency: code, length };
  }
  const code = CURRENCIES.get(word);
  if (code !== undefined) return { unit: code, currency: code, length: 1 };
  if ((word === "square" || word === "cubic") && MEASURES.has(next))
    return { unit: `${word} ${next}`, length: 2 };
  if (word === "nautical" && /^miles?$/.test(next)) return { unit: `nautical ${next}`, length: 2 };
  return MEASURES.has(word) ? { unit: SINGULARS.get(word) ?? word, length: 1 } : undefined;
}
