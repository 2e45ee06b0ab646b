//! Runs the whole suite again on PostgreSQL, where its server binaries are found.

use std::process::Command;

use crate::harness::{backend_name, postgres};

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the environment says whether PostgreSQL is required or not wanted"
)]
fn the_suite_passes_on_postgresql_too() {
    let is_set = |name: &str| std::env::var(name).is_ok_and(|value| !value.is_empty());
    if backend_name() == "PostgreSQL" {
        println!("This run is the one on PostgreSQL.");
        return;
    }
    if is_set("POSVET_TEST_SQLITE_ONLY") {
        println!("POSVET_TEST_SQLITE_ONLY is set: PostgreSQL is left to another run.");
        return;
    }
    let cluster = postgres::binaries()
        .ok_or_else(|| "no PostgreSQL server binaries were found".to_owned())
        .and_then(|folder| postgres::Cluster::start(&folder));
    let cluster = match cluster {
        Ok(cluster) => cluster,
        Err(reason) => {
            assert!(
                !is_set("POSVET_TEST_REQUIRE_POSTGRES"),
                "PostgreSQL is required: {reason}"
            );
            println!("The suite ran on SQLite only: {reason}.");
            return;
        }
    };
    println!("Running the suite again on PostgreSQL at {}.", cluster.url);
    let again = Command::new(std::env::current_exe().unwrap())
        .env("TEST_DATABASE_URL", &cluster.url)
        .output()
        .unwrap();
    println!("{}", String::from_utf8_lossy(&again.stdout));
    assert!(
        again.status.success(),
        "{}",
        String::from_utf8_lossy(&again.stderr)
    );
}
