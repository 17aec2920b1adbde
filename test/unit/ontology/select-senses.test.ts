import { describe, expect, it } from "vitest";
import { selectSenses, type WordingArguments } from "../../../src/ontology/select-senses.ts";
import { NEWS_ONTOLOGY as ontology } from "./news-ttl.ts";

function select(key: string, args: WordingArguments) {
  return selectSenses(ontology, ontology.findSenses(key, "verb"), args);
}

/** A type, with the lemma of the head where it matters: "Activity:attack". */
function argument(notation: string) {
  const [types = "", head] = notation.split(":");
  return { types: types.split("+"), ...(head !== undefined && { head }) };
}

describe("the argument types choose between the relations of one verb", () => {
  it.each([
    ["include", "Coalition", "Group+QuantitativeValue", "hasSize"],
    ["include", "Agreement", "Activity", "hasPart"],
    ["kill", "Earthquake", "Group+QuantitativeValue", "deathToll"],
    ["kill", "Force", "Group+QuantitativeValue", "killed"],
    ["injure", "Accident", "Group+QuantitativeValue", "injuryToll"],
    ["claim", "Storm", "QuantitativeValue:life", "deathToll"],
    ["claim", "Person", "Award:title", "won"],
    ["strike", "Storm", "City", "affected"],
    ["strike", "Force", "City", "attacked"],
    ["hit", "Weapon", "Place", "attacked"],
    ["win", "Person", "Position", "electedTo"],
    ["win", "SportsTeam", "Contest", "won"],
    ["win", "Corporation", "Thing:contract", "won"],
    ["join", "Country", "Organization", "joined"],
    ["join", "Person", "Meeting", "participatedIn"],
    ["join", "Person", "Corporation", "worksFor"],
    ["leave", "Country", "Agreement", "withdrewFrom"],
    ["leave", "Person", "Position", "resignedFrom"],
    ["quit", "Person", "Position", "resignedFrom"],
    ["raise", "Corporation", "Thing:price", "increased"],
    ["raise", "Person", "Thing:issue", "discussed"],
    ["cut", "GovernmentOrganization", "Thing:tax", "reduced"],
    ["cut", "Corporation", "Group:job", "dismissed"],
    ["call", "Person", "Person", "spokeWith"],
    ["report", "Corporation", "MonetaryAmount", "earned"],
    ["report", "NewsMediaOrganization", "Claim", "reported"],
    ["release", "Group", "Person", "released"],
    ["release", "Organization", "Report:report", "published"],
    ["release", "Corporation", "Product", "launched"],
    ["order", "Organization:court", "Group", "ruled"],
    ["order", "Person:mayor", "Group", "demanded"],
    ["find", "Court:court", "Claim", "ruled"],
    ["find", "Report:study", "Claim", "reported"],
    ["find", "Group:scientist", "Thing", "discovered"],
    ["block", "GovernmentOrganization", "Activity", "banned"],
    ["block", "Group", "Attack:attack", "deterred"],
    ["suspend", "Organization", "Person", "dismissed"],
    ["send", "Country", "Force:troop", "deployed"],
    ["send", "Country", "Product", "provided"],
    ["vow to", "Person", "Activity:attack", "threatened"],
    ["vow to", "Person", "Activity:rebuild", "promised"],
    ["dismiss", "SportsTeam", "Person", "dismissed"],
    ["dismiss", "Court", "Case:appeal", "rejected"],
    ["fine", "GovernmentOrganization", "Corporation", "fined"],
    ["host", "City", "Meeting", undefined],
    ["host", "Country", "Meeting", "organized"],
    ["receive", "Person", "Person", "met"],
    ["welcome", "Person", "Activity", "praised"],
    ["be", "Person", "Position", "holdsPosition"],
    ["be", "Event", "Text", "hasStatus"],
    ["be", "Person", "Thing", "characterizedAs"],
  ])("%s, by %s, of %s: %s", (verb, subject, object, relation) => {
    const [sense] = select(verb, { subject: argument(subject), object: argument(object) });
    expect(sense?.relation.name).toBe(relation);
  });

  it.each([
    ["strike with", "Organization", "Activity:deal", "Organization", "agreedWith"],
    ["hold with", "Person", "Meeting:talk", "Person", "met"],
    ["hold with", "Person", "Product:stock", "Person", undefined],
    ["raise from", "Corporation", "MonetaryAmount:million", "Organization", "investedIn"],
    ["impose on", "Country", "Penalty:sanction", "Country", "sanctioned"],
    ["send to", "Country", "Force:troop", "Country", "deployedTo"],
    ["send to", "Country", "Thing:aid", "Country", "providedAidTo"],
  ])("%s, by %s, of %s, to %s: %s", (verb, subject, object, oblique, relation) => {
    const [sense] = select(verb, {
      subject: argument(subject),
      object: argument(object),
      oblique: argument(oblique),
    });
    expect(sense?.relation.name).toBe(relation);
  });
});

describe("the wording says which argument is the subject of the relation", () => {
  it("puts the direct object first in 'prosecutors charged the broker with fraud'", () => {
    const [sense] = select("charge with", {
      subject: argument("Group"),
      object: argument("Person"),
      oblique: argument("Crime"),
    });
    expect(sense).toMatchObject({ relation: { name: "chargedWith" }, subject: "object", object: "oblique" });
  });

  it("fits the passive without an agent: 'the broker was charged with fraud'", () => {
    const [sense] = select("charge with", { object: argument("Person"), oblique: argument("Crime") });
    expect(sense?.relation.name).toBe("chargedWith");
  });

  it("turns an inverse wording round: 'the visitors lost to the hosts'", () => {
    const [sense] = select("lose to", { subject: argument("SportsTeam"), oblique: argument("SportsTeam") });
    expect(sense).toMatchObject({ relation: { name: "defeated" }, subject: "oblique", object: "subject" });
  });

  it("turns 'the family sold the mill to a bank' into a purchase by the bank", () => {
    const [sense] = select("sell to", {
      subject: argument("Group"),
      object: argument("Organization"),
      oblique: argument("Corporation"),
    });
    expect(sense).toMatchObject({ relation: { name: "acquired" }, subject: "oblique", object: "object" });
  });

  it("takes the complement as object in 'critics called the merger a mistake'", () => {
    const [sense] = select("call", {
      subject: argument("Group"),
      object: argument("Thing"),
      complement: argument("Thing"),
    });
    expect(sense).toMatchObject({
      relation: { name: "characterizedAs" },
      subject: "object",
      object: "complement",
    });
  });

  it("makes the receiver the winner in 'the jury awarded her the prize'", () => {
    const [sense] = select("award", {
      subject: argument("Group"),
      indirectObject: argument("Person"),
      object: argument("Award"),
    });
    expect(sense).toMatchObject({ relation: { name: "won" }, subject: "indirectObject", object: "object" });
  });

  it("marks an acquittal as negated", () => {
    const [sense] = select("acquit of", { object: argument("Person"), oblique: argument("Crime") });
    expect(sense).toMatchObject({ relation: { name: "convictedOf" }, entry: { negated: true } });
  });

  it("has no object in 'the coach stepped down'", () => {
    const [sense] = select("step down", { subject: argument("Person") });
    expect(sense).toMatchObject({ relation: { name: "resignedFrom" }, object: null });
  });
});
