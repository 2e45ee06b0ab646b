# The checks themselves are in .ci/run; these are short names for it.

# Lists the recipes.
default:
    @just --list --unsorted

# Fetches what building and the browser tests need.
setup:
    cargo fetch --locked
    cd tests/browser && npm ci --no-audit --no-fund

# Runs the server with the development settings.
dev:
    cargo run -- serve --config config/development.toml

# Runs a demonstration with made-up data.
demo:
    cargo run -- demo

# The suite on SQLite.
test:
    .ci/run test-sqlite test-doc

# The suite on PostgreSQL: a throw-away one, or that of TEST_DATABASE_URL.
test-pg:
    .ci/run test-postgres

# The browser tests; screenshots end up in build/browser.
test-browser:
    .ci/run browser

# Formatting, warnings, licences and advisories.
lint:
    .ci/run fmt clippy deny

# Formats the code.
fmt:
    cargo fmt --all

# Everything CI does.
ci:
    .ci/run

# The ratios of docs/benchmarks.md.
bench:
    cargo bench --locked
