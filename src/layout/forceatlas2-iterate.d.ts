/** The package types only its main entry; this is its single step, which works on flat matrices. */
declare module "graphology-layout-forceatlas2/iterate.js" {
  export interface IterateSettings {
    readonly linLogMode: boolean;
    readonly outboundAttractionDistribution: boolean;
    readonly adjustSizes: boolean;
    readonly edgeWeightInfluence: number;
    readonly scalingRatio: number;
    readonly strongGravityMode: boolean;
    readonly gravity: number;
    readonly slowDown: number;
    readonly barnesHutOptimize: boolean;
    readonly barnesHutTheta: number;
  }
  const iterate: (settings: IterateSettings, nodes: Float32Array, edges: Float32Array) => unknown;
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS, and this is its only export
  export default iterate;
}
