import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import {
  askWhoIsWho,
  type Candidate,
  keepDecision,
  type Preview,
  previewDecision,
  type Question,
  type Thing,
  type WhoIsWho,
} from "../data/ask-identity.ts";
import type { Viewer } from "../panels/viewer.ts";
import { labelOf } from "../state/view-index.ts";
import { countOf } from "../state/wording.ts";

interface Planned {
  readonly question: Question;
  readonly words: string;
  readonly preview: Preview;
}

/** Who is who: what to look at, what was decided, and what a decision would move before it is kept. */
export function IdentityDialog({ viewer }: { viewer: Viewer }) {
  const known = useSignal<WhoIsWho | null>(null);
  const planned = useSignal<Planned | null>(null);
  const failure = useSignal("");
  const attempt = async (action: () => Promise<void>): Promise<void> => {
    failure.value = "";
    try {
      await action();
    } catch (error) {
      failure.value = error instanceof Error ? error.message : String(error);
    }
  };
  useEffect(() => {
    void attempt(async () => {
      known.value = await askWhoIsWho(viewer.source);
    });
  }, []);
  const plan = (question: Question, words: string): void =>
    void attempt(async () => {
      planned.value = null;
      planned.value = { question, words, preview: await previewDecision(viewer.source, question) };
    });
  const keep = (question: Question): void =>
    void attempt(async () => {
      await keepDecision(viewer.source, question);
      // The graph has other things now: nodes that were two are one.
      location.reload();
    });
  if (known.value === null) return <p role="status">{failure.value === "" ? "Asking …" : failure.value}</p>;
  const { candidates, decisions, canDecide } = known.value;
  return (
    <>
      {failure.value !== "" && <p role="alert">{failure.value}</p>}
      {planned.value !== null && (
        <PreviewPanel
          planned={planned.value}
          canDecide={canDecide}
          keep={keep}
          leave={() => {
            planned.value = null;
          }}
        />
      )}
      <PairForm viewer={viewer} plan={plan} />
      <h3>To look at</h3>
      {candidates.length === 0 && (
        <p class="quiet">The graph has no pair that may be one and is not decided.</p>
      )}
      <ul class="identity-list">
        {candidates.map((candidate) => (
          <li key={`${candidate.left.iri} ${candidate.right.iri}`}>
            <CandidateRow candidate={candidate} plan={plan} />
          </li>
        ))}
      </ul>
      {decisions.length > 0 && <h3>Decided</h3>}
      <ul class="identity-list">
        {decisions.map(({ id, verdict, left, right, by, at }) => (
          <li key={id}>
            <b>{left}</b> {verdict} {right !== null && <b>{right}</b>}
            <span class="quiet">
              {" "}
              {id}, by {by}, {at.slice(0, 10)}
            </span>
            <div class="actions">
              <button type="button" onClick={() => plan({ verdict: "undo", undoes: id }, `Take back ${id}`)}>
                Take back
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

type Plan = (question: Question, words: string) => void;

function CandidateRow({ candidate, plan }: { candidate: Candidate; plan: Plan }) {
  const { left, right, score, reasons, facts } = candidate;
  const ask = (verdict: "same" | "different", words: string) =>
    plan({ verdict, left: left.iri, right: right.iri }, `${left.label} and ${right.label} are ${words}`);
  return (
    <>
      <b>{left.label}</b> and <b>{right.label}</b>
      <span class="quiet">
        {" "}
        {score.toFixed(2)}; {reasons.join("; ")}; {countOf(facts, "fact")} would move
      </span>
      <div class="actions">
        <button type="button" onClick={() => ask("same", "the same")}>
          The same
        </button>
        <button type="button" onClick={() => ask("different", "different")}>
          Different
        </button>
      </div>
    </>
  );
}

/** Any two things by name, beginning with the one that is selected. */
function PairForm({ viewer, plan }: { viewer: Viewer; plan: Plan }) {
  const { selection } = viewer.state.value;
  const left = useSignal(selection.kind === "node" ? labelOf(viewer.index, selection.id) : "");
  const right = useSignal("");
  const ask = (verdict: "same" | "different", words: string) =>
    plan({ verdict, left: left.value, right: right.value }, `${left.value} and ${right.value} are ${words}`);
  const field = (label: string, value: typeof left) => (
    <label>
      {label}
      <input
        type="text"
        value={value.value}
        onInput={(event) => {
          value.value = event.currentTarget.value;
        }}
      />
    </label>
  );
  const isReady = left.value.trim() !== "" && right.value.trim() !== "";
  return (
    <div class="identity-pair">
      {field("Name or IRI", left)}
      {field("and another", right)}
      <div class="actions">
        <button type="button" disabled={!isReady} onClick={() => ask("same", "the same")}>
          Preview as the same
        </button>
        <button type="button" disabled={!isReady} onClick={() => ask("different", "different")}>
          Preview as different
        </button>
      </div>
    </div>
  );
}

function PreviewPanel({
  planned: { question, words, preview },
  canDecide,
  keep,
  leave,
}: {
  planned: Planned;
  canDecide: boolean;
  keep: (question: Question) => void;
  leave: () => void;
}) {
  const { before, after } = preview;
  return (
    <section class="identity-preview" aria-label="Preview">
      <h3>{words}: what would move</h3>
      {before.length + after.length === 0 && <p>Nothing would change in the graph.</p>}
      {before.length > 0 && <ThingList heading="As it is" things={before} />}
      {after.length > 0 && <ThingList heading="As it would be" things={after} />}
      <div class="actions">
        {canDecide && (
          <button type="button" class="primary" onClick={() => keep(question)}>
            Keep this decision
          </button>
        )}
        <button type="button" onClick={leave}>
          Leave it
        </button>
      </div>
      {!canDecide && (
        <p class="quiet">
          This server keeps no decisions. Start it with <code>--writable</code>, or decide on the command
          line: <code>{commandFor(question)}</code>
        </p>
      )}
    </section>
  );
}

function ThingList({ heading, things }: { heading: string; things: readonly Thing[] }) {
  return (
    <>
      <h4>{heading}</h4>
      <ul>
        {things.map(({ iri, label, type, articles, moreArticles }) => (
          <li key={iri}>
            <b>{label}</b> <span class="quiet">{type}, in</span> {articles.join("; ")}
            {moreArticles > 0 && ` and ${countOf(moreArticles, "more article")}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function commandFor(question: Question): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  if (question.verdict === "undo") return `dateline undo ${question.undoes}`;
  return `dateline ${question.verdict} ${quote(question.left)} ${quote(question.right)}`;
}
