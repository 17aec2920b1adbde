import { describe, expect, it } from "vitest";
import { factLines } from "./read-text.ts";

describe("states, questions and what a verb says alone", () => {
  it.each([
    // linking verbs and phrases of state
    ["The harbour road remains closed.", "harbour road hasStatus closed certain"],
    [
      "Two of the sailors are still in hospital, and the tunnel stayed shut.",
      "tunnel hasStatus shut certain",
    ],
    ["The brewery went public in 2019.", "brewery hasStatus public certain @2019"],
    ["Nora Falk became a symbol of the strike.", "Nora Falk characterizedAs symbol of the strike certain"],
    ["The talks appear deadlocked.", "talks hasStatus deadlocked probable"],
    ["The skipper was in tears after the race.", "skipper hasStatus in tears certain"],
    ["No merger is under consideration, Falk said.", "merger hasStatus under consideration negated by Falk"],
    ["The minister called Nora Falk a liar.", "Nora Falk characterizedAs liar certain by The minister"],
    // questions that are said or settled, or not
    [
      "The museum would not say whether the vase was insured.",
      "museum said whether the vase was insured negated",
    ],
    [
      "Engineers could not say when the lift would reopen.",
      "Engineers said when the lift would reopen negated",
    ],
    [
      "The board has yet to decide how the money will be spent.",
      "board rel:decided how the money will be spent negated",
    ],
    ["Inspectors have yet to reach the cave.", "Inspectors arrivedIn the cave negated"],
    ["Norvik Steel declined to comment.", "Norvik Steel rel:declined comment certain"],
    [
      "A survey showed in May that the herring had returned.",
      "survey reported the herring had returned certain @2025-05",
    ],
    // what a verb says alone
    ["The dockers walked out on Monday.", "dockers hasStatus walked out certain @2025-06-09"],
    ["Her uncle drowned in the flooded cellar.", "uncle hasStatus drowned certain"],
    ["Nobody complained. The divers found nothing.", "divers discovered nothing negated"],
    // "it" that wants, agrees and plans means something
    [
      "Norvik Steel said on Monday it had agreed to buy Halden Mills for $3 billion.",
      "acquired Halden Mills proposed by Norvik Steel",
    ],
    ["Norvik Steel to buy Halden Mills for $3 bln", "Halden Mills valuedAt $3 bln"],
    // who is what
    ["The referee, Carl Brandt, awarded a penalty.", "Carl Brandt holdsPosition referee certain"],
    ["Ida Voss, Falk's solicitor, will appeal.", "Ida Voss holdsPosition Falk's solicitor certain"],
    [
      "Omar Lind, the secretary general of UNESCO, left.",
      "Omar Lind holdsPosition secretary general of UNESCO",
    ],
    ["Rolf Beck, 58, of Bergen, denies two counts of fraud.", "Rolf Beck residesIn Bergen certain"],
    // causes and places
    [
      "Two ferries were cancelled because of a storm.",
      "Two ferries rel:wasCanceledBecauseOf a storm certain",
    ],
    ["The tremor was felt in Turin, where a church tower cracked.", "church tower locatedIn Turin certain"],
    ["Floods drove 300 families from their homes.", "Floods displaced 300 families certain"],
    ["About 90 patients were moved by bus to Leeds.", "About 90 patients rel:wasMovedTo Leeds certain"],
    ["The firm must pay a fine of $565 million.", "fine of $565 million"],
    // what is awaited, and plain acts
    [
      "The merger is expected to close in the first quarter of 2027.",
      "merger tookPlaceOn the first quarter of 2027 probable @2027-01/2027-03",
    ],
    ["Lena Kurz took the job in November.", "Lena Kurz rel:took the job certain @2024-11"],
    ["The tenants made no complaint.", "tenants rel:made no complaint negated"],
    ["Burglars made off with 40 violins.", "Burglars rel:madeOffWith 40 violins certain"],
    ["The drivers went back to work on Monday.", "drivers rel:wentBackTo work certain @2025-06-09"],
    ["Omar Lind is also minister of agriculture.", "Omar Lind holdsPosition minister of agriculture certain"],
    ["Stamps worth €2 million were stolen.", "Stamps valuedAt €2 million certain"],
    // times that clauses share, and days between subject and verb
    ["The ferry sank on Monday, killing nine people.", "ferry killed nine people certain @2025-06-09"],
    [
      "On Tuesday Kurz met Lind as protesters blocked the road.",
      "protesters rel:blocked the road certain @2025-06-10",
    ],
    [
      "Norland's parliament on Tuesday narrowly approved the law.",
      "parliament approved the law certain @2025-06-10",
    ],
    [
      "The union could strike next week, officials told the Harbour Post on June 9.",
      "officials told Harbour Post certain @2025-06-09",
    ],
  ])("%s", async (text, fact) => {
    expect(`${await factLines(text)}\n`).toContain(fact);
  });

  it.each([
    ["Prices are in line with forecasts.", "hasStatus"],
    ["The talks remain a test of trust.", "hasStatus a test"],
    ["The council decided whether to close the school.", "ruled close"],
    ["It is hard to say when the work will end.", "said when"],
    ["It took ten years to build the bridge.", "rel:built"],
    ["She said when asked that she was tired.", "said when"],
    ["Norvik Steel paid a penalty of €5 million.", "fined"],
    ["Floods forced 300 families from their homes.", "caused"],
    ["As a precaution, 90 patients were moved to Leeds.", "MovedAs"],
    ["Anna Lind, the victim, was 19. Rolf Beck, her brother, wept.", "holdsPosition"],
    ["The people voting by post were few.", "hasStatus voted"],
    ["The officials met to work out the details, and the meeting was held to end the row.", "meeting lifted"],
    ["The plan makes sense and takes time.", "rel:made"],
    ["The deal includes a one-off payment.", "hasSize"],
    ["A raid on a museum shocked the town.", "hasTopic"],
    ["The firm stopped short of closing the mill.", "hasStatus stopped"],
    ["The bridge fell on Monday after Lind had warned the mayor.", "warned the mayor certain @"],
  ])("not from: %s", async (text, fact) => {
    expect(await factLines(text)).not.toContain(fact);
  });
});
