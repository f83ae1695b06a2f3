//! `clearleaf extract`: one page in, its article out.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;
use clearleaf::{Article, Options};

use crate::{Mode, input};

#[derive(clap::Args)]
pub struct Args {
    /// The page, as .html or .html.gz; `-` reads standard input.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// The page's address: relative links resolve against it.
    #[arg(long)]
    url: Option<String>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
    /// How much of the page.
    #[arg(long, value_enum, default_value_t = Mode::Article)]
    mode: Mode,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// The body as safe HTML.
    Html,
    /// Everything that is known, as one JSON object.
    Json,
    /// Title and body as Markdown.
    Markdown,
    /// Title and body as plain text.
    Text,
}

pub fn run(args: &Args) -> Result<()> {
    let page = clearleaf::normalise(&input::read(&args.file)?);
    let options = Options { url: args.url.clone(), mode: args.mode.into(), ..Options::default() };
    let article = clearleaf::extract(&page, &options)?;
    let mut out = std::io::stdout().lock();
    match args.format {
        Format::Html => writeln!(out, "{}", article.content)?,
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &article)?;
            writeln!(out)?;
        }
        Format::Markdown => write!(out, "{}", clearleaf::export::markdown(&article))?,
        Format::Text => writeln!(out, "{}", plain(&article))?,
    }
    Ok(())
}

fn plain(article: &Article) -> String {
    match &article.title {
        Some(title) => format!("{title}\n\n{}", article.text_content),
        None => article.text_content.clone(),
    }
}
