import { useEffect, useRef, useState } from "preact/hooks";
import type { GraphViewArticle, GraphViewFact } from "../../src/view/graph-view.ts";
import { cutText, type TextPiece } from "../state/cut-text.ts";
import { labelOf, type ViewIndex } from "../state/view-index.ts";
import { countOf, dateInWords, isDenied, relationLabel, speakerLine, sureness } from "../state/wording.ts";
import { FactButton, FactualityBadge, LineSample } from "./fact-parts.tsx";
import type { Viewer } from "./viewer.ts";

type Loading = { readonly text: string } | { readonly error: string } | null;

function Piece({ piece }: { piece: TextPiece }) {
  // Only ever a text node: whatever an article holds, it is read and never run.
  return piece.marked ? <mark>{piece.text}</mark> : <span>{piece.text}</span>;
}

/** The article's text with the fact's words highlighted and scrolled to. */
function ArticleText({ viewer, fact }: { viewer: Viewer; fact: GraphViewFact }) {
  const [loading, setLoading] = useState<Loading>(null);
  const box = useRef<HTMLElement>(null);
  const { articleId } = fact.evidence;
  useEffect(() => {
    let current = true;
    setLoading(null);
    viewer.loadText(articleId).then(
      (text) => current && setLoading({ text }),
      (error: unknown) =>
        current && setLoading({ error: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      current = false;
    };
  }, [viewer, articleId]);
  useEffect(() => {
    const mark = box.current?.querySelector("mark");
    if (box.current && mark) box.current.scrollTop = mark.offsetTop - box.current.clientHeight / 3;
  }, [loading, fact]);
  if (loading === null) return <p class="quiet">Loading the article …</p>;
  if ("error" in loading)
    return (
      <p class="quiet" role="alert">
        {loading.error} The words themselves: “{fact.evidence.quote}”
      </p>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="article-text" ref={box} tabIndex={0} aria-label="Article text">
      {cutText(loading.text, fact.evidence).map((paragraph) => (
        <p key={paragraph.start}>
          {paragraph.pieces.map((piece) => (
            <Piece key={piece.start} piece={piece} />
          ))}
        </p>
      ))}
    </section>
  );
}

/** Only web addresses become links: an article's own address is as little to be trusted as its text. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

function Source({ viewer, article }: { viewer: Viewer; article: GraphViewArticle | undefined }) {
  const original = viewer.index.articles.get(article?.copyOf ?? "");
  const url = webAddress(article?.url ?? null);
  return (
    <div class="source">
      <p class="outlet">
        {article?.outlet ?? "Unknown outlet"}
        {article?.published && <time dateTime={article.published}> · {dateInWords(article.published)}</time>}
      </p>
      <p class="headline">
        {url === null ? (
          (article?.title ?? "Untitled")
        ) : (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {article?.title ?? url}
          </a>
        )}
      </p>
      {original !== undefined && (
        <p class="outlet">
          A copy of “{original.title}”, {original.outlet ?? "unknown outlet"}
        </p>
      )}
    </div>
  );
}

function Details({ viewer, fact }: { viewer: Viewer; fact: GraphViewFact }) {
  const published = viewer.index.articles.get(fact.evidence.articleId)?.published ?? null;
  const { meaning } = sureness(fact);
  return (
    <dl class="details">
      <dt>Factuality</dt>
      <dd>
        <LineSample factuality={fact.factuality} />
        <FactualityBadge fact={fact} /> <span class="quiet">{meaning}</span>
      </dd>
      <dt>Said by</dt>
      <dd>{fact.speakers.length === 0 ? "the article itself" : speakerLine(fact.speakers)}</dd>
      {fact.date !== null && (
        <>
          <dt>When</dt>
          <dd>{dateInWords(fact.date)}</dd>
        </>
      )}
      {fact.statementDate !== null && (
        <>
          <dt>Said on</dt>
          <dd>{dateInWords(fact.statementDate)}</dd>
        </>
      )}
      {published !== null && (
        <>
          <dt>Published</dt>
          <dd>{dateInWords(published)}</dd>
        </>
      )}
      <dt>Sources</dt>
      <dd>{countOf(fact.independent, "independent source")}</dd>
      {fact.quantity !== null && (
        <>
          <dt>Quantity</dt>
          <dd>{fact.quantity}</dd>
        </>
      )}
      <dt>Reading</dt>
      <dd>
        <meter min={0} max={1} value={fact.confidence} aria-label="Confidence of the reading" />{" "}
        {fact.confidence.toFixed(2)}
        {fact.reasons.length > 0 && <span class="quiet"> {fact.reasons.join("; ")}</span>}
      </dd>
    </dl>
  );
}

function NodeLink({ viewer, id }: { viewer: Viewer; id: string }) {
  return (
    <button type="button" class="link strong" onClick={() => viewer.dispatch({ type: "select-node", id })}>
      {labelOf(viewer.index, id)}
    </button>
  );
}

function FactList({
  viewer,
  heading,
  facts,
}: {
  viewer: Viewer;
  heading: string;
  facts: readonly GraphViewFact[];
}) {
  if (facts.length === 0) return null;
  return (
    <section>
      <h3>
        {heading} <span class="count">{facts.length}</span>
      </h3>
      <ul class="facts">
        {facts.map((fact) => (
          <li key={fact.id}>
            <FactButton viewer={viewer} fact={fact} from={null} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the other side says: who denies it where this fact affirms, who affirms where this one denies, else the reason. */
function sayOtherwise(index: ViewIndex, fact: GraphViewFact, otherId: string, reason: string): string {
  const other = index.facts.get(otherId);
  if (other === undefined || isDenied(other.factuality) === isDenied(fact.factuality)) return reason;
  const { outlet } = index.articles.get(other.evidence.articleId) ?? {};
  const who = other.speakers[0]?.speaker ?? outlet ?? "another article";
  return `${who} says ${isDenied(other.factuality) ? "no" : "yes"}`;
}

/** One fact with its evidence: what is said, by whom, how surely, the very words, and who else says it or denies it. */
export function Evidence({ viewer, fact }: { viewer: Viewer; fact: GraphViewFact }) {
  const { index } = viewer;
  const toFacts = (ids: readonly string[] | undefined) =>
    (ids ?? []).flatMap((id) => index.facts.get(id) ?? []);
  const agreeing = toFacts(index.agreement.agreeing.get(fact.id));
  const contested = index.agreement.opposing.get(fact.id) ?? [];
  const opposing = toFacts(contested.map((opposition) => opposition.fact));
  const listed = new Set([fact, ...agreeing, ...opposing]);
  const others = (index.factsOf.get(fact.source) ?? []).filter(
    (other) =>
      !listed.has(other) &&
      ((other.source === fact.source && other.target === fact.target) ||
        (other.source === fact.target && other.target === fact.source)),
  );
  return (
    <article class="card evidence" aria-labelledby="card-title">
      <h2 id="card-title" class="statement" tabIndex={-1}>
        <NodeLink viewer={viewer} id={fact.source} />{" "}
        <span class="relation">{relationLabel(index, fact)}</span>{" "}
        <NodeLink viewer={viewer} id={fact.target} />
      </h2>
      {opposing.length > 0 && (
        <p>
          <span class="badge denied">contested</span>{" "}
          <span class="quiet">
            {[
              ...new Set(contested.map(({ fact: id, reason }) => sayOtherwise(index, fact, id, reason))),
            ].join("; ")}
          </span>
        </p>
      )}
      <Source viewer={viewer} article={index.articles.get(fact.evidence.articleId)} />
      <ArticleText viewer={viewer} fact={fact} />
      <Details viewer={viewer} fact={fact} />
      <FactList viewer={viewer} heading="Denied or contradicted by" facts={opposing} />
      <FactList viewer={viewer} heading="Also said by" facts={agreeing} />
      <FactList viewer={viewer} heading="Also between the two" facts={others} />
    </article>
  );
}
