//! One filled page of every kind, in both languages: what the template tests render and a reviewer looks at.

mod accounts;
mod answer;
mod desk;
mod home;
mod mails;
mod notices;
mod public;
mod reading;
mod turned;
mod workspace;

use posvet::testing::http::{
    render::Page, render::Site, render::SiteAuthority, render::SiteConsultation, render::SiteStaff,
    render::Templates,
};
use posvet::testing::i18n::Language;
use posvet::testing::kernel::clock::Instant;

pub use mails::mails;

/// A rendered page.
pub struct Sample {
    pub name: String,
    pub template: &'static str,
    pub html: String,
}

/// Every page in a language.
pub fn pages(templates: &Templates, lang: Language) -> Vec<Sample> {
    all(templates, lang, false)
}

/// Every page in a language with a mark in each text, that turns around what stands behind it.
pub fn turned_pages(templates: &Templates, lang: Language) -> Vec<Sample> {
    all(templates, lang, true)
}

fn all(templates: &Templates, lang: Language, is_turned: bool) -> Vec<Sample> {
    let mut shown = Shown {
        templates,
        lang,
        is_turned,
        pages: Vec::new(),
    };
    accounts::add(&mut shown);
    home::add(&mut shown);
    reading::add(&mut shown);
    public::add(&mut shown);
    desk::add(&mut shown);
    notices::add(&mut shown);
    shown.pages
}

/// Collects rendered pages.
pub struct Shown<'a> {
    templates: &'a Templates,
    lang: Language,
    is_turned: bool,
    pages: Vec<Sample>,
}

impl Shown<'_> {
    fn add<P: Page>(&mut self, name: &str, site: &Site, page: &P) {
        let html = if self.is_turned {
            let (site, page) = (turned::site(site), turned::Turned::of(page));
            self.templates.render(self.lang, &site, &page)
        } else {
            self.templates.render(self.lang, site, page)
        };
        let html = html.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        self.pages.push(Sample {
            name: format!("{name}.{}", self.lang.into_str()),
            template: P::TEMPLATE,
            html,
        });
    }
}

/// A moment from RFC 3339.
pub fn at(text: &str) -> Instant {
    Instant::new(text.parse().expect("a moment"))
}

/// A page of no authority.
pub fn bare() -> Site {
    Site {
        switch_url: Some("/en".into()),
        demo: true,
        base_url: "https://posvet.example.org".into(),
        ..Site::default()
    }
}

/// A page of an authority.
pub fn of_authority() -> Site {
    Site {
        authority: Some(SiteAuthority {
            slug: "kranj".into(),
            name: "Mestna občina Kranj".into(),
            contact_email: "posvet@example.org".into(),
            department: Some("Urad za družbene dejavnosti".into()),
            colour: Some("1a5f4b".into()),
            logo: None,
            is_english_offered: true,
        }),
        zone: "Europe/Ljubljana".into(),
        ..bare()
    }
}

/// A page of a consultation.
pub fn of_consultation() -> Site {
    Site {
        consultation: Some(SiteConsultation {
            slug: "socialno-varstvo".into(),
            title: "Strategija razvoja socialnega varstva v Mestni občini Kranj 2022–2028".into(),
            title_lang: "sl".into(),
            draft_noun: Some("strategije".into()),
            short_title: "Socialno varstvo 2022–2028".into(),
            is_public: true,
        }),
        ..of_authority()
    }
}

/// A page of the desk.
pub fn of_desk() -> Site {
    Site {
        staff: Some(SiteStaff {
            display_name: "Članica B".into(),
            role_names: vec!["reviewer".into(), "coordinator".into()],
        }),
        ..of_consultation()
    }
}
