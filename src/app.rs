//! Composition root: settings become the application state, the routes, the workers and a bound server.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
use actix_web::{App, HttpServer, web};
use anyhow::Context as _;
use chrono::TimeDelta;
use secrecy::ExposeSecret;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::accounts::{Passwords, admit};
use crate::background::keep_running;
use crate::context::Context;
use crate::db::{self, Database};
use crate::files::{self, Files};
use crate::http::cache::PublishedPages;
use crate::http::render::Templates;
use crate::http::routing::{AccessTable, Route};
use crate::http::state::{DemoAccount, SiteSettings};
use crate::http::{
    AppState, address, cache, compress, error, headers, health, limits, observe, panics,
    same_origin, static_pages,
};
use crate::i18n::Catalogue;
use crate::jobs::{self, Works};
use crate::kernel::clock::Clock;
use crate::kernel::ids::Ids;
use crate::kernel::token::Tokens;
use crate::mail::compose::Composer;
use crate::mail::mailer::Mailer;
use crate::mail::worker::{Parts, Worker};
use crate::settings::Settings;
use crate::submissions::Intake;
use crate::{
    accounts, consultations, demo, desk, mail, notices, responses, site, submissions, subscribers,
};

/// Every route there is. The order decides where two patterns fit one address: the more literal comes first.
pub fn routes() -> Vec<Route> {
    let mut routes = health::routes();
    routes.extend(static_pages::routes());
    routes.extend(demo::web::routes());
    routes.extend(accounts::web::routes());
    routes.extend(desk::web::routes());
    routes.extend(notices::web::routes());
    routes.extend(subscribers::web::routes());
    routes.extend(submissions::web::routes());
    routes.extend(site::web::routes());
    routes
}

/// What differs between a server, a demonstration and a test.
pub struct Environment {
    pub clock: Clock,
    pub ids: Ids,
    pub mailer: Mailer,
    /// What long work there is.
    pub works: Works,
    /// On a demonstration: whom a visitor may sign in as.
    pub demo: Option<Vec<DemoAccount>>,
}

/// Every kind of long work there is.
pub fn works() -> Works {
    Arc::new([
        Arc::new(responses::ReleaseResponses),
        Arc::new(responses::WriteReleaseMails),
    ])
}

impl Environment {
    /// The machine's clock and randomness, mail as the settings say.
    ///
    /// # Errors
    /// When the mail settings contradict each other.
    pub fn of(settings: &Settings) -> anyhow::Result<Self> {
        Ok(Self {
            clock: Clock::moved(TimeDelta::seconds(settings.clock.offset_seconds)),
            ids: Ids::Random,
            mailer: Mailer::from_settings(&settings.mail)?,
            works: works(),
            demo: None,
        })
    }
}

/// Opens the database as the settings say, creating the folder of a SQLite file.
///
/// # Errors
/// When it cannot be reached.
pub fn open_database(settings: &Settings) -> anyhow::Result<Database> {
    let url = settings.database_url()?;
    if let Some(folder) = url.sqlite_path().and_then(|path| path.parent()) {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be created", folder.display()))?;
    }
    let options = db::Options {
        url,
        read_connections: settings.database.read_connections,
        write_queue: settings.database.write_queue,
    };
    Database::open(&options).context("the database cannot be opened")
}

/// A running server with its workers.
pub struct Server {
    /// Where it answers.
    pub address: SocketAddr,
    pub state: AppState,
    pub mail: Worker,
    pub jobs: jobs::Runner,
    handle: ServerHandle,
    stop: CancellationToken,
    tasks: TaskTracker,
    serving: tokio::task::JoinHandle<std::io::Result<()>>,
}

/// The keys every link and the audit chain are made with.
pub fn tokens(settings: &Settings) -> Tokens {
    Tokens::new(settings.security.secret_key.expose_secret().as_bytes())
}

/// Opens the file store as the settings say.
///
/// # Errors
/// When it cannot be used.
pub fn open_files(settings: &Settings) -> anyhow::Result<Files> {
    Files::open(&settings.files, &settings.data_directory).context("files")
}

/// What use cases are given, of an installation with these settings.
///
/// # Errors
/// When the file store cannot be used.
pub fn context(
    settings: &Settings,
    db: Database,
    clock: Clock,
    ids: Ids,
) -> anyhow::Result<Context> {
    Ok(Context {
        db,
        clock,
        ids,
        tokens: tokens(settings),
        files: open_files(settings)?,
        base_url: settings.base_url().into(),
    })
}

/// Binds and serves. Workers run until [`Server::stop`].
///
/// # Errors
/// When a template does not parse or the address is taken.
pub fn start(
    settings: &Settings,
    db: Database,
    environment: Environment,
) -> anyhow::Result<Server> {
    let catalogue = Arc::new(Catalogue::load()?);
    let state = AppState {
        context: context(settings, db, environment.clock, environment.ids)?,
        templates: Arc::new(Templates::load(Arc::clone(&catalogue))?),
        catalogue,
        pages: PublishedPages::default(),
        site: Arc::new(SiteSettings {
            demo: environment.demo.is_some(),
            demo_accounts: environment.demo.unwrap_or_default(),
            trusted_proxies: settings.server.trusted_proxies.clone(),
            https: settings.is_https(),
        }),
    };
    let composer = Arc::new(mail::templates::composer(&settings.mail, &state)?);
    let mail = mail_worker(settings, &state, environment.mailer, Arc::clone(&composer));
    let jobs = jobs::Runner::new(state.context.clone(), environment.works);
    let (server, address) = bind(settings, state.clone(), composer)?;
    let handle = server.handle();
    Ok(Server {
        address,
        state,
        mail,
        jobs,
        handle,
        stop: CancellationToken::new(),
        tasks: TaskTracker::new(),
        serving: tokio::spawn(server),
    })
}

fn mail_worker(
    settings: &Settings,
    state: &AppState,
    mailer: Mailer,
    composer: Arc<Composer>,
) -> Worker {
    let parts = Parts {
        database: state.context.db.clone(),
        mailer,
        composer,
        clock: state.context.clock.clone(),
        ids: state.context.ids.clone(),
    };
    Worker::new(parts, &settings.mail)
}

fn bind(
    settings: &Settings,
    state: AppState,
    composer: Arc<Composer>,
) -> anyhow::Result<(actix_web::dev::Server, SocketAddr)> {
    let routes = routes();
    let table = AccessTable::of(&routes);
    let passwords = Passwords::default();
    let counts = web::Data::new(site::SharedCounts::default());
    let register = web::Data::new(site::SharedRegister::default());
    let intake = Intake::start(state.context.db.clone(), state.context.tokens.clone());
    let https = settings.is_https();
    let mut server = HttpServer::new(move || {
        let state = web::Data::new(state.clone());
        let table = web::Data::new(table.clone());
        App::new()
            .app_data(state)
            .app_data(table)
            .app_data(counts.clone())
            .app_data(register.clone())
            .app_data(web::Data::new(passwords.clone()))
            .app_data(web::Data::new(intake.clone()))
            .app_data(web::Data::from(Arc::clone(&composer)))
            .wrap(from_fn(same_origin::check))
            .wrap(from_fn(address::check))
            .wrap(from_fn(limits::complete_body))
            .wrap(from_fn(error::render))
            .wrap(from_fn(compress::pages))
            .wrap(headers::defaults(https))
            .wrap(from_fn(observe::request))
            .wrap(from_fn(cache::serve))
            .configure(|config| mount(config, &routes))
    })
    .client_request_timeout(Duration::from_secs(10))
    .keep_alive(Duration::from_secs(30))
    .shutdown_timeout(settings.server.shutdown_seconds)
    .disable_signals();
    if settings.server.workers > 0 {
        server = server.workers(settings.server.workers);
    }
    let server = server
        .bind(&settings.server.listen)
        .with_context(|| format!("{} cannot be used", settings.server.listen))?;
    let address = *server
        .addrs()
        .first()
        .context("the server is bound to no address")?;
    Ok((server.run(), address))
}

/// Mounts each address once, with all its methods and the guard before them.
fn mount(config: &mut web::ServiceConfig, routes: &[Route]) {
    let mut mounted: Vec<&str> = Vec::new();
    for route in routes {
        if mounted.contains(&route.path) {
            continue;
        }
        mounted.push(route.path);
        let mut resource = web::resource(route.path);
        for same in routes.iter().filter(|other| other.path == route.path) {
            resource = resource.route(same.mount());
            if let Some(head) = same.mount_head() {
                resource = resource.route(head);
            }
        }
        config.service(
            resource
                .wrap(from_fn(admit))
                .wrap(from_fn(panics::answered)),
        );
    }
}

impl Server {
    /// Starts the workers: mail, jobs, reminders, the sweeping of files, and the watch over publications.
    pub fn start_workers(&self) {
        let (mail, stop) = (self.mail.clone(), self.stop.clone());
        self.tasks
            .spawn(keep_running("mail", self.stop.clone(), move || {
                let (mail, stop) = (mail.clone(), stop.clone());
                async move { mail.run(stop).await }
            }));
        let (state, stop) = (self.state.clone(), self.stop.clone());
        self.tasks
            .spawn(keep_running("publications", self.stop.clone(), move || {
                consultations::follow_publications(state.clone(), stop.clone())
            }));
        let (context, stop) = (self.state.context.clone(), self.stop.clone());
        self.tasks
            .spawn(keep_running("reminders", self.stop.clone(), move || {
                submissions::remind_submitters(context.clone(), stop.clone())
            }));
        let (context, stop) = (self.state.context.clone(), self.stop.clone());
        self.tasks
            .spawn(keep_running("files", self.stop.clone(), move || {
                files::sweep_files(context.clone(), stop.clone())
            }));
        let (jobs, stop) = (self.jobs.clone(), self.stop.clone());
        self.tasks
            .spawn(keep_running("jobs", self.stop.clone(), move || {
                let (jobs, stop) = (jobs.clone(), stop.clone());
                async move { jobs.run(stop).await }
            }));
    }

    /// Waits until the server ends by itself, which it does only when it fails.
    ///
    /// # Errors
    /// What ended it.
    pub async fn ended(&mut self) -> anyhow::Result<()> {
        (&mut self.serving).await?.context("the server failed")
    }

    /// Takes no more requests, lets those under way finish, parks the workers.
    pub async fn stop(self) {
        self.handle.stop(true).await;
        self.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }
}
