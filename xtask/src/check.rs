//! `cargo xtask test`: runs the steps of [`steps::STEPS`](crate::steps::STEPS) one after another and says how each ended.
//!
//! A step that fails stops only those that build on what it should have made.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::project::Project;
use crate::steps::{STEPS, Step};
use crate::tools::Tool;

enum Ending {
    Passed,
    Skipped(String),
    Failed(String),
}

struct Report {
    name: &'static str,
    ending: Ending,
    time: Duration,
}

/// Prints the steps without running any.
pub fn list() {
    for step in STEPS {
        println!("{:<15} {}", step.name, step.about);
    }
}

/// Runs the steps named and those they build on; all if none is named.
pub fn test(project: &Project, only: &[&str]) -> Result<ExitCode> {
    let chosen = choose(only)?;
    let start = Instant::now();
    let mut missing = Vec::new();
    let mut reports = vec![timed("tools", || {
        missing = obtain_tools(project, &chosen);
        match missing.as_slice() {
            [] => Ending::Passed,
            missing => Ending::Failed(format!("missing: {}", names(missing))),
        }
    })];
    for (index, step) in chosen.iter().enumerate() {
        println!("\n── {}/{} {}: {}", index + 1, chosen.len(), step.name, step.about);
        let report = timed(step.name, || run(project, step, &missing, &reports));
        reports.push(report);
    }
    Ok(summarise(&reports, start.elapsed()))
}

/// The named steps and what they need, in the order of the table.
fn choose(only: &[&str]) -> Result<Vec<&'static Step>> {
    if let Some(name) = only.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        bail!("no step is called {name:?}; `cargo xtask test --list` shows them");
    }
    let mut wanted = only.to_vec();
    // Backwards, because what a step needs stands before it.
    for step in STEPS.iter().rev() {
        if wanted.contains(&step.name) {
            wanted.extend(step.after);
        }
    }
    Ok(STEPS.iter().filter(|step| only.is_empty() || wanted.contains(&step.name)).collect())
}

/// Gets every tool that a chosen step needs; gives those that could not be had.
fn obtain_tools(project: &Project, chosen: &[&Step]) -> Vec<Tool> {
    let mut tools: Vec<Tool> = Vec::new();
    for tool in chosen.iter().flat_map(|step| step.tools) {
        if !tools.contains(tool) {
            tools.push(*tool);
        }
    }
    println!("── tools: {}", names(&tools));
    tools.retain(|tool| match tool.obtain(project) {
        Ok(()) => false,
        Err(reason) => {
            println!("{tool:?}: {reason:#}");
            true
        }
    });
    tools
}

fn run(project: &Project, step: &Step, missing: &[Tool], before: &[Report]) -> Ending {
    if let Some(tool) = step.tools.iter().find(|tool| missing.contains(tool)) {
        return Ending::Failed(format!("needs {tool:?}, see the step `tools`"));
    }
    let ended_badly = |name: &&&str| before.iter().any(|r| r.name == **name && !matches!(r.ending, Ending::Passed));
    if let Some(name) = step.after.iter().find(ended_badly) {
        return Ending::Skipped(format!("`{name}` did not pass"));
    }
    match (step.run)(project) {
        Ok(()) => Ending::Passed,
        Err(reason) => Ending::Failed(format!("{reason:#}")),
    }
}

fn timed(name: &'static str, work: impl FnOnce() -> Ending) -> Report {
    let start = Instant::now();
    let ending = work();
    let report = Report { name, ending, time: start.elapsed() };
    println!("── {}", line(&report));
    report
}

fn line(Report { name, ending, time }: &Report) -> String {
    let seconds = time.as_secs_f32();
    match ending {
        Ending::Passed => format!("passed  {name:<15} {seconds:7.1} s"),
        Ending::Skipped(reason) => format!("skipped {name:<15} {seconds:7.1} s  {reason}"),
        Ending::Failed(reason) => format!("FAILED  {name:<15} {seconds:7.1} s  {reason}"),
    }
}

fn summarise(reports: &[Report], time: Duration) -> ExitCode {
    println!("\n── summary");
    for report in reports {
        println!("{}", line(report));
    }
    println!("{:.0} s in all", time.as_secs_f32());
    let count = |is: fn(&Ending) -> bool| reports.iter().filter(|report| is(&report.ending)).count();
    let failed = count(|ending| matches!(ending, Ending::Failed(_)));
    let skipped = count(|ending| matches!(ending, Ending::Skipped(_)));
    println!("{} passed, {failed} failed, {skipped} skipped", reports.len() - failed - skipped);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn names(tools: &[Tool]) -> String {
    tools.iter().map(|tool| format!("{tool:?}")).collect::<Vec<_>>().join(", ")
}
