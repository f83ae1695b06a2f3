//! What stands twice: pages draw one thing for the eye and keep another of the
//! same for machines. The reader keeps the one that is text.

use super::rule::{On, Rule, exact};
use crate::article::Reason::Widget;

/// Rows by vendor.
pub(crate) static RULES: &[Rule] = &[
    // KaTeX writes MathML and, beside it, the same formula as positioned spans.
    exact("KaTeX", "katex-drawn", On::Token, "katex-html", Widget, "2026-11"),
    // MathJax 2 keeps TeX in a script and draws it before or after. The class `MathJax` says
    // nothing: version 3 has it on what holds the MathML too.
    exact("MathJax", "mathjax-drawn", On::Data, "mathml", Widget, "2026-11"),
    exact("MathJax", "mathjax-drawn", On::Token, "mathjax_preview", Widget, "2026-11"),
    exact("MathJax", "mathjax-drawn", On::Token, "mathjax_chtml", Widget, "2026-11"),
    exact("MathJax", "mathjax-drawn", On::Token, "mathjax_svg", Widget, "2026-11"),
    // MathJax 3 draws with elements of its own and keeps MathML for readers' tools.
    exact("MathJax", "mathjax-drawn", On::Tag, "mjx-math", Widget, "2026-11"),
];
