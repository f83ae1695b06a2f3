//! `clearleaf batch`: many pages in, one line of JSON per page out.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clearleaf::{Article, Extractor, Options};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use crate::{input, resume};

#[derive(clap::Args)]
pub struct Args {
    /// Pages (.html, .htm, .html.gz) or folders of them.
    #[arg(required = true)]
    pages: Vec<PathBuf>,
    /// Where to write the results, one JSON object per line.
    #[arg(long)]
    out: PathBuf,
    /// The pages are as a browser serialises them: take them as they are.
    #[arg(long)]
    serialised: bool,
    /// Go on where an interrupted run stopped: pages that have their line in the results are left out.
    #[arg(long)]
    resume: bool,
    /// Pages at a time. Default: one per processor.
    #[arg(long)]
    jobs: Option<NonZeroUsize>,
}

/// One line of the results.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    #[serde(flatten)]
    article: Option<Article>,
    /// Of a page without an article, to tell which page it is.
    #[serde(rename = "title", skip_serializing_if = "Option::is_none")]
    page_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// Milliseconds in the core; reading and normalising are not counted.
    ms: f64,
}

pub fn run(args: &Args) -> Result<()> {
    let mut pages = find_pages(&args.pages)?;
    if pages.is_empty() {
        bail!("no .html or .html.gz file among the arguments");
    }
    let out = if args.resume {
        let (out, done) = resume::open(&args.out)?;
        leave_out(&mut pages, &done)?;
        out
    } else {
        File::create(&args.out).with_context(|| format!("cannot write {}", args.out.display()))?
    };
    let mut out = BufWriter::new(out);
    let jobs = args.jobs.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let bar = progress(pages.len());
    let next = AtomicUsize::new(0);
    let (send, receive) = mpsc::sync_channel(jobs * 4);
    let mut counts = Counts::default();
    std::thread::scope(|scope| -> Result<()> {
        for _ in 0..jobs.min(pages.len()) {
            let (send, next, pages) = (send.clone(), &next, &pages);
            scope.spawn(move || {
                while let Some(path) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
                    // Nobody listens once writing has failed.
                    if send.send(page_row(path, args.serialised)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        // The channel is drained here and dropped on an error, which stops the workers.
        for (line, outcome) in receive {
            counts.add(outcome);
            // Flushed line by line: an interruption costs one line at most.
            let written = writeln!(out, "{line}").and_then(|()| out.flush());
            written.with_context(|| format!("cannot write {}", args.out.display()))?;
            bar.inc(1);
        }
        Ok(())
    })?;
    bar.finish_and_clear();
    eprintln!(
        "{} pages: {} articles, {} without one, {} failed; results in {}",
        pages.len(),
        counts.articles,
        counts.without,
        counts.failed,
        args.out.display()
    );
    Ok(())
}

/// Leaves out the pages that are done.
fn leave_out(pages: &mut Vec<PathBuf>, done: &HashSet<String>) -> Result<()> {
    let mut ids = HashSet::with_capacity(pages.len());
    if let Some(page) = pages.iter().find(|page| !ids.insert(page_id(page))) {
        bail!("--resume tells pages by their ids, and two are called {}", page_id(page));
    }
    let all = pages.len();
    pages.retain(|page| !done.contains(&page_id(page)));
    eprintln!("{} of {all} pages are done already", all - pages.len());
    Ok(())
}

/// What became of one page.
#[derive(Clone, Copy)]
enum Outcome {
    Article,
    NoArticle,
    Failed,
}

#[derive(Default)]
struct Counts {
    articles: usize,
    without: usize,
    failed: usize,
}

impl Counts {
    fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Article => self.articles += 1,
            Outcome::NoArticle => self.without += 1,
            Outcome::Failed => self.failed += 1,
        }
    }
}

/// Extracts one page. Its failure is its own line; the others go on.
fn page_row(path: &Path, serialised: bool) -> (String, Outcome) {
    let id = page_id(path);
    let row = |article, page_title, error: Option<&anyhow::Error>, ms| {
        let row = Row { id: &id, article, page_title, error: error.map(|error| format!("{error:#}")), ms };
        // Nothing in a row can fail to serialise: its keys are strings, its numbers finite.
        serde_json::to_string(&row).unwrap_or_default()
    };
    let page = match input::read(path) {
        Ok(raw) if serialised => raw,
        Ok(raw) => clearleaf::normalise(&raw).into_bytes(),
        Err(error) => return (row(None, None, Some(&error), 0.0), Outcome::Failed),
    };
    let start = Instant::now();
    let mut extractor = Extractor::new(Options::default());
    let result = extractor.feed(&page).and_then(|()| extractor.finish());
    let ms = start.elapsed().as_secs_f64() * 1e3;
    match result {
        Ok(article) => (row(Some(article), None, None, ms), Outcome::Article),
        Err(error) => {
            let outcome =
                if error == clearleaf::ExtractError::NoArticle { Outcome::NoArticle } else { Outcome::Failed };
            let title = String::from_utf8(page).ok().and_then(|page| clearleaf::title(&page, &Options::default()).ok());
            (row(None, title.flatten(), Some(&error.into()), ms), outcome)
        }
    }
}

/// The file name before the first dot.
fn page_id(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.split('.').next().unwrap_or_default().to_owned()
}

/// The pages among the arguments, folders searched through, in a stable order.
fn find_pages(arguments: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    for argument in arguments {
        let kind = fs::metadata(argument).with_context(|| format!("cannot read {}", argument.display()))?;
        if !kind.is_dir() {
            pages.push(argument.clone());
            continue;
        }
        let mut folders = vec![argument.clone()];
        let mut found = Vec::new();
        while let Some(folder) = folders.pop() {
            let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
            for entry in entries {
                let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if is_page(&path) {
                    found.push(path);
                }
            }
        }
        found.sort();
        pages.append(&mut found);
    }
    Ok(pages)
}

fn is_page(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    [".html", ".htm", ".html.gz", ".htm.gz"].iter().any(|ending| name.ends_with(ending))
}

/// A bar on standard error; nothing where that is not a terminal.
fn progress(pages: usize) -> ProgressBar {
    let bar = ProgressBar::new(pages as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} pages  {per_sec}  {eta} left") {
        bar.set_style(style);
    }
    bar
}
