import { lexiconRows } from "../annotate/names/name-lexicon.ts";

/** Someone's time at the head of a country. */
interface Term {
  /** Key of the country in the table of known things. */
  readonly country: string;
  /** Year and month, e.g. "2019-05". */
  readonly from: string;
  /** Empty while it lasts. */
  readonly to: string;
}

/** Who spoke for which country when: tells whom "we" means where an article leaves it to what everybody knows. */
export class OfficeHolders {
  readonly #terms = new Map<string, Term[]>();

  /**
   * @param files lexicon files by name; `office-holders.tsv` is read
   * @throws {@link ModelError} if the file is missing
   */
  constructor(files: ReadonlyMap<string, string>) {
    for (const [names = "", country = "", from = "", to = ""] of lexiconRows(files, "office-holders.tsv")) {
      for (const name of names.split("|")) {
        const terms = this.#terms.get(name);
        if (terms === undefined) this.#terms.set(name, [{ country, from, to }]);
        else terms.push({ country, from, to });
      }
    }
  }

  /**
   * Key of the country that a person of this name led on a day; undefined where the table knows of none.
   *
   * @param day ISO date; without one, only whoever leads a country still
   */
  countryOf(name: string, day: string | undefined): string | undefined {
    const month = day?.slice(0, 7);
    return this.#terms.get(name)?.find(({ from, to }) => {
      if (month === undefined) return to === "";
      return from <= month && (to === "" || month <= to);
    })?.country;
  }
}
