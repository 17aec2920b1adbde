/** Id of the element that holds a SPARQL engine with its data, in a page that carries one. */
export const ENGINE_ID = "sparql-engine";

export function hasOwnEngine(): boolean {
  return document.getElementById(ENGINE_ID) !== null;
}
