/** What we use of the package that `cargo xtask build` lays in `core/`. */
declare module "*/core/clearleaf.js" {
  export default function init(input: { module_or_path: URL }): Promise<unknown>;
  export function extract(html: string, options: import("./types").ExtractOptions): import("./types").Article;
}
