//! Prints what the core makes, natively, of every attack and of pages drawn from the grammar: a line of JSON each, with
//! the page. `tests/same.mjs` asks the WebAssembly the same.

use clearleaf::{Mode, extract, normalise};
use clearleaf_hostile::random::Random;
use clearleaf_hostile::{grammar, rows, targets};
use serde_json::{Value, json};

/// Pages drawn from the grammar.
const DRAWN: u32 = 1000;

fn main() {
    let attacks = rows::all().into_iter().map(|row| (format!("{}: {}", row.topic, row.title), row.page));
    let drawn = (0..DRAWN).map(|number| (format!("drawn {number}"), draw(number)));
    for (name, page) in attacks.chain(drawn) {
        let serialised = normalise(page.as_bytes());
        for (how, page) in [("raw", &page), ("serialised", &serialised)] {
            for (mode, word) in [(Mode::Article, "article"), (Mode::Page, "page"), (Mode::Second, "second")] {
                let outcome = match extract(page, &targets::options(mode)) {
                    Ok(article) => serde_json::to_value(article).unwrap_or_default(),
                    Err(error) => Value::from(error.code()),
                };
                println!(
                    "{}",
                    json!({ "name": format!("{name} ({how})"), "page": page, "mode": word, "outcome": outcome })
                );
            }
        }
    }
}

/// A page of some hundred pieces; the same for the same number.
fn draw(number: u32) -> String {
    let mut random = Random(u64::from(number) + 1);
    let bytes = std::iter::repeat_with(|| random.byte());
    grammar::page(&bytes.take(40 + number as usize % 400).collect::<Vec<u8>>())
}
