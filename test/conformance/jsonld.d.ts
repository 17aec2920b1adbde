/** The one function of jsonld.js that the tests use; the package has no types of its own. */
declare module "jsonld" {
  const jsonld: {
    toRDF(document: unknown, options: { readonly format: "application/n-quads" }): Promise<unknown>;
  };
  export = jsonld;
}
