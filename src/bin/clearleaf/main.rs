//! `clearleaf`: reader mode on the command line.

mod batch;
mod extract;
mod input;
mod outline;
mod resume;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

/// Exit code for "this page holds no article".
const NO_ARTICLE: u8 = 1;
/// Exit code for bad usage and unreadable input, the one that clap uses too.
const FAILED: u8 = 2;

/// Finds the article in a web page.
#[derive(Parser)]
#[command(version, about, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the article of one page.
    Extract(extract::Args),
    /// Extract many pages into one file of JSON lines.
    Batch(batch::Args),
    /// Show what the core saw in a page: elements, blocks, scores, decisions.
    Outline {
        /// The page, as .html or .html.gz; `-` reads standard input.
        #[arg(default_value = "-")]
        file: PathBuf,
    },
}

/// How much of the page is wanted.
#[derive(Clone, Copy, ValueEnum)]
enum Mode {
    /// The article.
    Article,
    /// Everything the page shows that is not clutter.
    Page,
}

impl From<Mode> for clearleaf::Mode {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::Article => Self::Article,
            Mode::Page => Self::Page,
        }
    }
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Extract(args) => extract::run(&args),
        Command::Batch(args) => batch::run(&args),
        Command::Outline { file } => outline::run(&file),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A reader that stops early, such as `head`, is no failure.
            if error.chain().any(is_broken_pipe) {
                return ExitCode::SUCCESS;
            }
            eprintln!("clearleaf: {error:#}");
            let none = error.downcast_ref() == Some(&clearleaf::ExtractError::NoArticle);
            ExitCode::from(if none { NO_ARTICLE } else { FAILED })
        }
    }
}

fn is_broken_pipe(cause: &(dyn std::error::Error + 'static)) -> bool {
    cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
