import { describe, expect, it } from "vitest";
import { factLines } from "./read-text.ts";

describe("facts of sentences as newspapers build them", () => {
  it.each([
    ["The envoys of Norway are to meet Ana Ruiz in Oslo on Friday.", "met Ana Ruiz proposed @2025-06-13"],
    [
      "Prices rose, according to figures published last week by the ministry. The report issued on June 3 was short.",
      "report hasStatus issued certain @2025-06-03",
    ],
    [
      "The toxin's last known maker, the Italian group Chemaris, closed its plant in Turin in 2009.",
      "Chemaris rel:closed its plant",
    ],
    [
      "Their employer, Mercy Health Partners, agreed to hire more nurses.",
      "Mercy Health Partners agreedTo hire more nurses certain",
    ],
    [
      "Alan Pruitt, a Democrat who signed the treaty in 2019, is running again.",
      "Alan Pruitt signed the treaty certain @2019",
    ],
    ["Shares in the builder Skansborg rose by 4% on Monday.", "Shares in the builder Skansborg increased"],
    ["The body of the man was found in a canal in Leeds on Sunday.", "hasStatus found certain @2025-06-08"],
    [
      "The walkout would begin on Monday and cost the region €3 million, according to the Wexford Nurses Association.",
      "walkout tookPlaceOn 2025-06-16 certain @2025-06-16 by Wexford Nurses Association",
    ],
    ["Kerr signs treaty\n\nKerr signed the treaty on Monday.", "Kerr signed the treaty certain @2025-06-09"],
    [
      "Kerr said the tax, which was cut in 2019 by Norvik Steel, was too high.",
      "Norvik Steel reduced the tax certain @2019\n",
    ],
    ["The mayor said a hearing planned for June 20 was needed.", "tookPlaceOn 2025-06-20 proposed"],
    ["Luis Andrade is suspected of having received €3 million.", "earned €3 million probable"],
    ["His wife, Carys Kerr, was cleared. She has left the country.", "Carys Kerr"],
  ])("%s", async (text, fact) => {
    expect(`${await factLines(text)}\n`).toContain(fact);
  });

  it.each([
    ["The krona rose on Monday to its highest level since March.", "@2025-03"],
    ["The figures known since 2009 as the Oslo tables are wrong.", "hasStatus known"],
    [
      "The statue, which was bought by the Hallam Gallery, was seen by Ana Ruiz, who recognised it.",
      "Hallam Gallery supported",
    ],
    [
      "Norvik Airways said on Monday that the rosters were safe. The union has asked the ministry to act.",
      "Norvik Airways requested",
    ],
    ["It was not for ministers to sit in the cabinet of Norvik Airways, Ruiz said.", "locatedIn"],
    [
      "The regulator, which is understood to be reviewing its rules, has not replied.",
      "hasStatus understood",
    ],
    ["The crews will walk out from midnight on Friday.", "walkedOutFrom"],
    ["Ana Ruiz spoke on Monday and could visit Oslo.", "visited Oslo possible @"],
    ["Kerr signs treaty\n\nKerr signed the treaty on Monday.", "Kerr signed treaty certain\n"],
    ["Norvik will pay $71 per share, plus $6 a share should the pill win approval.", "by share"],
    ["Some 20,000 people, according to police, marched through Oslo.", "by police"],
    [
      "Anna Kerr told Eva Lund that she had won the prize. Ruiz told him that he had won the cup.",
      "Ruiz won",
    ],
    ["An aide said she was ill. An official said he was sure.", "An aide hasStatus"],
    [
      "Vestoria's parliament passed the law, handing Aurel Maske a victory that may cost him his job.",
      "Vestoria’s job",
    ],
    ["Luis Andrade is suspected of having received €3 million.", "hasStatus suspected"],
    ["Kerr's coach, Marc Dubois, said the win could lift him to the top.", "Marc Dubois possible"],
  ])("and not: %s", async (text, fact) => {
    expect(`${await factLines(text)}\n`).not.toContain(fact);
  });
});
