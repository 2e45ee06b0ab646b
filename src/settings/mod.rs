//! Settings: the only reader of configuration files and of the environment.
//!
//! `config/default.toml` (compiled in) < the file given by `--config` < `POSVET__SECTION__KEY`. Unknown keys are refused.

mod base_url;
mod check;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::Context;
use config::{Config, Environment, File, FileFormat};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::db::DatabaseUrl;
use crate::files::FilesSettings;
use crate::http::client::TrustedProxies;
use crate::mail::MailSettings;

const DEFAULTS: &str = include_str!("../../config/default.toml");

/// The secret key of demonstrations; links signed with it could be forged by anybody who reads the source.
pub const DEMO_SECRET: &str = "demo-secret-key-that-production-refuses";

/// Variables that hold lists, separated by commas.
const LISTS: [&str; 2] = [
    "posvet__server__trusted_proxies",
    "posvet__mail__retry_minutes",
];

/// Shortest secret key production accepts, in bytes.
const SHORTEST_SECRET: usize = 32;

/// All settings of one process.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub mode: Mode,
    /// Where SQLite, files people bring, mails written to files and backups are kept.
    pub data_directory: PathBuf,
    pub server: ServerSettings,
    pub database: DatabaseSettings,
    pub security: SecuritySettings,
    pub mail: MailSettings,
    pub files: FilesSettings,
    pub clock: ClockSettings,
    pub log: LogSettings,
}

/// How strict the start is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    Development,
    /// Refuses whatever would be unsafe in public.
    Production,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerSettings {
    /// Address and port; port 0 takes a free one.
    pub listen: String,
    /// Where the site answers: every link in a mail begins with it.
    pub base_url: String,
    /// Reverse proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    pub trusted_proxies: TrustedProxies,
    /// Threads that serve requests; 0 is one per processor.
    pub workers: usize,
    /// Seconds requests under way may take to finish after SIGTERM.
    pub shutdown_seconds: u64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseSettings {
    /// `sqlite:FILE` or `postgres://…`; may hold a password.
    pub url: SecretString,
    /// Connections for reading.
    pub read_connections: u32,
    /// Writes that may wait for their turn.
    pub write_queue: usize,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecuritySettings {
    /// Signs the links in mails and the end of the audit chain.
    pub secret_key: SecretString,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockSettings {
    /// Seconds by which the clock is moved, for drills.
    pub offset_seconds: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogSettings {
    pub format: LogFormat,
    /// As of tracing's `EnvFilter`.
    pub filter: String,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

impl Settings {
    /// Reads the settings and checks them.
    ///
    /// # Errors
    /// A sentence that names the key: it is unknown, has the wrong type, or is unsafe in production.
    pub fn load(file: Option<&Path>) -> anyhow::Result<Self> {
        Self::from_sources(file, std::env::vars().collect())
    }

    fn from_sources(
        file: Option<&Path>,
        variables: HashMap<String, String>,
    ) -> anyhow::Result<Self> {
        let mut sources = Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
        if let Some(file) = file {
            sources = sources.add_source(File::from(file).format(FileFormat::Toml).required(true));
        }
        // Only lists are parsed here: a secret of digits alone must not become a number on its way.
        let (lists, texts): (HashMap<_, _>, HashMap<_, _>) = variables
            .into_iter()
            .partition(|(name, _value)| LISTS.contains(&name.to_lowercase().as_str()));
        let environment = || {
            Environment::with_prefix("POSVET")
                .prefix_separator("__")
                .separator("__")
        };
        let lists = environment()
            .source(Some(lists))
            .try_parsing(true)
            .list_separator(",")
            .with_list_parse_key("server.trusted_proxies")
            .with_list_parse_key("mail.retry_minutes");
        let mut settings: Self = sources
            .add_source(environment().source(Some(texts)))
            .add_source(lists)
            .build()
            .and_then(Config::try_deserialize)
            .context("the settings cannot be used")?;
        settings.server.base_url = base_url::origin(&settings.server.base_url)?;
        settings.check()?;
        Ok(settings)
    }

    /// Where the database is.
    ///
    /// # Errors
    /// When the scheme is unknown.
    pub fn database_url(&self) -> anyhow::Result<DatabaseUrl> {
        self.database
            .url
            .expose_secret()
            .parse()
            .context("database.url")
    }

    /// The base URL as browsers write it in `Origin`: without a trailing slash or a port that goes without saying.
    pub fn base_url(&self) -> &str {
        &self.server.base_url
    }

    /// Whether the site is served over https, so that cookies and HSTS may say so.
    pub fn is_https(&self) -> bool {
        self.server.base_url.starts_with("https://")
    }

    /// The settings in force as TOML, secrets masked.
    pub fn masked(&self) -> String {
        let (mail, files) = (&self.mail, &self.files);
        let mask =
            |secret: Option<&SecretString>| if secret.is_some() { "\"***\"" } else { "none" };
        let database = self
            .database_url()
            .map(|url| url.to_string())
            .unwrap_or_default();
        format!(
            "mode = {:?}\ndata_directory = {:?}\n\n[server]\nlisten = {:?}\nbase_url = {:?}\ntrusted_proxies = {:?}\n\
             workers = {}\nshutdown_seconds = {}\n\n[database]\nurl = {:?}\nread_connections = {}\nwrite_queue = {}\n\n\
             [security]\nsecret_key = \"***\"\n\n[mail]\ntransport = {:?}\nhost = {:?}\nport = {}\ntls = {:?}\n\
             username = {:?}\npassword = {}\nfrom_name = {:?}\nfrom_address = {:?}\nfolder = {:?}\npool_size = {}\n\
             workers = {}\nretry_minutes = {:?}\ntimeout_seconds = {}\npoll_milliseconds = {}\n\n\
             [files]\nstore = {:?}\nfolder = {:?}\nlargest_megabytes = {}\nendpoint = {:?}\nregion = {:?}\n\
             bucket = {:?}\naccess_key = {:?}\nsecret_key = \"***\"\n\n\
             [clock]\noffset_seconds = {}\n\n[log]\nformat = {:?}\nfilter = {:?}\n",
            lower(self.mode),
            self.data_directory,
            self.server.listen,
            self.base_url(),
            self.server.trusted_proxies.names(),
            self.server.workers,
            self.server.shutdown_seconds,
            database,
            self.database.read_connections,
            self.database.write_queue,
            lower(mail.transport),
            mail.host,
            mail.port,
            lower(mail.tls),
            mail.username.as_deref().unwrap_or_default(),
            mask(mail.password.as_ref()),
            mail.from_name,
            mail.from_address.expose(),
            mail.folder,
            mail.pool_size,
            mail.workers,
            mail.retry_minutes,
            mail.timeout_seconds,
            mail.poll_milliseconds,
            lower(files.store),
            files.folder,
            files.largest_megabytes,
            files.endpoint,
            files.region,
            files.bucket,
            files.access_key,
            self.clock.offset_seconds,
            lower(self.log.format),
            self.log.filter,
        )
    }
}

fn lower(value: impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(pairs: &[(&str, &str)]) -> anyhow::Result<Settings> {
        let source: HashMap<String, String> = pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect();
        Settings::from_sources(None, source)
    }

    const PRODUCTION: [(&str, &str); 4] = [
        ("POSVET__MODE", "production"),
        ("POSVET__SERVER__BASE_URL", "https://posvet.example.org"),
        (
            "POSVET__SECURITY__SECRET_KEY",
            "0123456789abcdef0123456789abcdef",
        ),
        ("POSVET__MAIL__TRANSPORT", "smtp"),
    ];

    #[test]
    fn the_environment_overrides_the_defaults() {
        let settings = load(&[
            ("POSVET__SERVER__LISTEN", "0.0.0.0:0"),
            ("POSVET__MAIL__RETRY_MINUTES", "1,2"),
        ])
        .expect("valid");

        assert_eq!(settings.server.listen, "0.0.0.0:0");
        assert_eq!(settings.mail.retry_minutes, [1, 2]);
    }

    #[test]
    fn a_secret_of_digits_stays_as_it_was_written() {
        let settings = load(&[
            ("POSVET__MAIL__PASSWORD", "007"),
            ("POSVET__MAIL__PORT", "2525"),
        ])
        .expect("valid");

        let password = settings.mail.password.expect("a password");
        assert_eq!(
            (password.expose_secret(), settings.mail.port),
            ("007", 2525)
        );
    }

    #[test]
    fn unknown_keys_stop_the_start_and_are_named() {
        for (key, name) in [
            ("POSVET__SERVER__LISTN", "listn"),
            ("POSVET__SERVERR__LISTEN", "serverr"),
        ] {
            let error = load(&[(key, "x")]).expect_err("unknown");
            assert!(format!("{error:#}").contains(name), "{error:#}");
        }
    }

    #[test]
    fn production_starts_with_its_own_secret_smtp_and_https() {
        assert!(load(&PRODUCTION).is_ok());
    }

    #[test]
    fn production_refuses_demo_secret_memory_mail_plain_http_and_a_moved_clock() {
        for (key, value) in [
            ("POSVET__SECURITY__SECRET_KEY", DEMO_SECRET),
            ("POSVET__SECURITY__SECRET_KEY", "short"),
            ("POSVET__MAIL__TRANSPORT", "memory"),
            ("POSVET__SERVER__BASE_URL", "http://posvet.example.org"),
            ("POSVET__CLOCK__OFFSET_SECONDS", "60"),
        ] {
            let mut pairs: Vec<_> = PRODUCTION
                .into_iter()
                .filter(|(name, _)| *name != key)
                .collect();
            pairs.push((key, value));
            assert!(load(&pairs).is_err(), "{key}={value}");
        }
    }

    #[test]
    fn what_could_not_work_is_refused_and_named() {
        for (name, value) in [
            ("SERVER__LISTEN", "8080"),
            ("SERVER__LISTEN", "127.0.0.1"),
            ("SERVER__LISTEN", "127.0.0.1:http"),
            ("SERVER__LISTEN", "127.0.0.1:99999"),
            ("SERVER__LISTEN", "::1:8080"),
            ("SERVER__LISTEN", ":8080"),
            ("SERVER__WORKERS", "2000"),
            ("SERVER__BASE_URL", "posvet.example.org"),
            ("DATABASE__URL", "sqlite:"),
            ("DATABASE__URL", "sqlite://"),
            ("DATABASE__URL", "sqlite::memory:"),
            ("DATABASE__URL", "sqlite:data/"),
            ("DATABASE__URL", "sqlite:file:posvet.db?mode=memory"),
            ("DATABASE__URL", "posvet.db"),
            ("DATABASE__READ_CONNECTIONS", "0"),
            ("DATABASE__READ_CONNECTIONS", "-1"),
            ("DATABASE__WRITE_QUEUE", "0"),
            ("DATABASE__WRITE_QUEUE", "99999999999999"),
            ("MAIL__WORKERS", "0"),
            ("MAIL__POOL_SIZE", "0"),
            ("MAIL__TIMEOUT_SECONDS", "0"),
            ("MAIL__POLL_MILLISECONDS", "0"),
            ("MAIL__PORT", "0"),
            ("MAIL__FROM_ADDRESS", "nobody"),
            ("CLOCK__OFFSET_SECONDS", "9223372036854775807"),
            ("LOG__FILTER", "posvet=loud"),
            ("LOG__FILTER", "posvet=debug=info"),
            ("FILES__STORE", "ftp"),
            ("FILES__STORE", "s3"),
            ("FILES__LARGEST_MEGABYTES", "0"),
            ("LOG__FORMAT", "xml"),
        ] {
            let error = load(&[(&format!("POSVET__{name}"), value)]).expect_err(value);
            let key = name.to_lowercase().replace("__", ".");
            let (section, own) = key.split_once('.').expect("a key");
            let text = format!("{error:#}");
            assert!(
                text.contains(section) || text.contains(own),
                "{key}={value}: {text}"
            );
        }
    }

    #[test]
    fn usual_ways_to_say_where_to_listen_are_taken() {
        for listen in ["0.0.0.0:8080", "[::1]:8080", "[::]:0", "localhost:80"] {
            assert!(
                load(&[("POSVET__SERVER__LISTEN", listen)]).is_ok(),
                "{listen}"
            );
        }
    }

    #[test]
    fn printed_settings_hide_secrets() {
        let settings = load(&[
            (
                "POSVET__DATABASE__URL",
                "postgres://posvet:hunter2@db/posvet",
            ),
            ("POSVET__MAIL__PASSWORD", "hunter3"),
            ("POSVET__FILES__SECRET_KEY", "hunter5"),
            ("POSVET__SECURITY__SECRET_KEY", "hunter4hunter4"),
        ])
        .expect("valid");

        assert!(
            !settings.masked().contains("hunter"),
            "{}",
            settings.masked()
        );
    }
}
