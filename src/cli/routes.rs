//! `posvet routes`

use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::say;
use crate::app;
use crate::http::routing::Access;

#[derive(Debug, Args)]
pub(super) struct Routes {
    /// Print one line of JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Line {
    method: String,
    path: &'static str,
    access: Access,
}

impl Routes {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let lines: Vec<Line> = app::routes()
            .into_iter()
            .map(|route| Line {
                method: route.method.to_string(),
                path: route.path,
                access: route.access,
            })
            .collect();
        if self.json {
            say(&serde_json::to_string(&lines)?)?;
            return Ok(ExitCode::SUCCESS);
        }
        let table: Vec<String> = lines
            .into_iter()
            .map(|line| format!("{:5} {:70} {}", line.method, line.path, words(line.access)))
            .collect();
        say(&table.join("\n"))?;
        Ok(ExitCode::SUCCESS)
    }
}

fn words(access: Access) -> String {
    match access {
        Access::Public => "public".to_owned(),
        Access::Link => "whoever has the link".to_owned(),
        Access::SignedIn => "anyone signed in".to_owned(),
        Access::Demo => "public, on a demonstration only".to_owned(),
        Access::Roles(roles) => roles
            .iter()
            .map(|role| role.into_str())
            .collect::<Vec<_>>()
            .join(", "),
    }
}
