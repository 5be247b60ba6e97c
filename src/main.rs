//! The command line: `gouji check`, `gouji read`, `gouji rules`.
mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(std::env::args_os().skip(1))
}
