//! Reading pages.

use posvet::testing::drafts::{Anchor, Place};
use posvet::testing::site::{
    page::Adoption, page::ChangedPiece, page::ChangedSection, page::ChangesPage,
    page::ConsultationPage, page::Contact, page::ContactEntry, page::CorrectedAdoption,
    page::Counts, page::DocumentEntry, page::EventEntry, page::FileEntry, page::FormerTitle,
    page::Goal, page::LedgerEntry, page::MemberEntry, page::Paragraph, page::PhaseEntry,
    page::PieceGroup, page::RelationEntry, page::RevisionPair, page::SectionEntry,
    page::SectionLink, page::SectionPage, page::SubmissionCounts,
};

use super::{Shown, at, of_consultation};

pub(super) const OPENS: &str = "2022-03-09T23:00:00Z";
pub(super) const CLOSES: &str = "2022-04-10T22:00:00Z";

/// Adds consultations in all phases and a section.
pub fn add(shown: &mut Shown<'_>) {
    for phase in [
        "preparing",
        "announced",
        "open",
        "closed",
        "answered",
        "adopted",
        "withdrawn",
    ] {
        shown.add(
            &format!("consultation-{phase}"),
            &of_consultation(),
            &consultation(phase),
        );
    }
    shown.add("section", &of_consultation(), &section(true));
    shown.add("section-closed", &of_consultation(), &section(false));
    shown.add("changes", &of_consultation(), &changes());
    shown.add("changes-none", &of_consultation(), &ChangesPage::default());
}

/// The paragraph most samples are about.
pub fn place() -> Place {
    Place {
        now: Some(Anchor {
            section: 3,
            paragraph: Some(5),
            goal: None,
        }),
        section: Some(3),
        heading: Some("3.2".into()),
        paragraph: Some(5),
        goal: None,
    }
}

/// Some of each.
pub fn submission_counts() -> SubmissionCounts {
    SubmissionCounts {
        received: 92,
        confirmed: 84,
        waiting: 3,
        expired: 5,
        late: 2,
    }
}

fn consultation(phase: &str) -> ConsultationPage {
    let has_draft = !matches!(phase, "preparing" | "announced");
    ConsultationPage {
        json_ld: "{}".into(),
        is_adopted_text: phase == "adopted",
        preparing_body: "regionalna razvojna agencija".into(),
        events: vec![EventEntry {
            name: "0f1e2d3c4b5a6978".into(),
            title: "Okrogla miza".into(),
            description: "Za vse, ki jih tema zanima.".into(),
            place: "velika dvorana".into(),
            url: "https://example.org/".into(),
            at: at("2022-03-30T15:00:00Z"),
            until: at("2022-03-30T17:00:00Z"),
            minutes_html: "<p>Prišlo je trideset ljudi.</p>".into(),
            minutes_file: Some(FileEntry {
                id: "2".into(),
                kind: "PDF".into(),
                kilobytes: 120,
            }),
            is_past: true,
        }],
        documents: vec![DocumentEntry {
            title: "Analiza položaja".into(),
            url: String::new(),
            file: Some(FileEntry {
                id: "1".into(),
                kind: "PDF".into(),
                kilobytes: 320,
            }),
        }],
        title: "Strategija razvoja socialnega varstva v Mestni občini Kranj za obdobje 2022–2028"
            .into(),
        summary:
            "Kaj bo občina v sedmih letih naredila za mlade in družine ter za ljudi v revščini."
                .into(),
        title_lang: "sl".into(),
        summary_lang: "sl".into(),
        phase: phase.into(),
        shows_draft: has_draft,
        opens_at: at(OPENS),
        closes_at: at(CLOSES),
        days_left: match phase {
            "open" => Some(0),
            "announced" => Some(10),
            _ => None,
        },
        answers_expected_on: Some("2022-05-13".into()),
        released_at: (phase == "answered").then(|| at("2022-05-16T08:00:00Z")),
        adoption: (phase == "adopted").then(|| Adoption {
            body: "Mestni svet".into(),
            session: "33. redna seja".into(),
            on: "2022-06-22".into(),
            document_title: "Sprejeta strategija".into(),
            document_url: "https://example.org/strategija.pdf".into(),
            corrected: vec![CorrectedAdoption {
                body: "Mestni svet".into(),
                session: "32. redna seja".into(),
                on: "2022-06-21".into(),
                corrected_at: at("2022-06-23T08:00:00Z"),
                reason: "Napačna številka seje.".into(),
            }],
        }),
        purpose_html:
            "<p>To je prvi občinski dokument, ki ureja celotno področje socialnega varstva.</p>"
                .into(),
        purpose_lang: "sl".into(),
        target_groups: "Mladi in družine.".into(),
        target_groups_lang: "sl".into(),
        period: "2022–2028".into(),
        titles: vec![FormerTitle {
            title: "Strategija socialnega varstva".into(),
            period: "2022–2027".into(),
            until: at("2022-03-15T08:00:00Z"),
        }],
        relations: vec![RelationEntry {
            title: "Varstvo starejših".into(),
            period: "2020–2024".into(),
            url: "https://example.org/starejsi".into(),
        }],
        working_group: vec![
            MemberEntry {
                role: "vodja".into(),
                name: None,
            },
            MemberEntry {
                role: "koordinatorka".into(),
                name: Some("Oseba A".into()),
            },
        ],
        appointing_act: "imenoval jo je župan".into(),
        ledger_head: "0f".repeat(32),
        contacts: vec![ContactEntry {
            name: "Koordinatorka".into(),
            email: "socialno@example.org".into(),
            phone: "04 000 00 01".into(),
            hours: "9.00–12.00".into(),
        }],
        channels_html: "<p>Tudi po pošti.</p>".into(),
        privacy_html: "<p>Ime ni objavljeno.</p>".into(),
        sections: if has_draft { toc() } else { Vec::new() },
        counts: Counts {
            submissions: 52,
            comments: 96,
            answered: 60,
            goals: 25,
        },
        standing: submission_counts(),
        counted_at: at("2022-04-07T12:20:00Z"),
        phases: phases(),
        ledger: ledger(phase),
        contact: Contact {
            name: "Koordinatorka javne obravnave".into(),
            email: "socialno@example.org".into(),
            phone: Some("04 000 00 00, delavnik 9.00–12.00".into()),
            postal_address: Some("Mestna občina Kranj, Slovenski trg 1, Kranj".into()),
        },
    }
}

fn toc() -> Vec<SectionEntry> {
    let entry = |number, title: &str, goals, comments| SectionEntry {
        register_number: Some(number),
        number,
        title: title.into(),
        goals,
        comments,
    };
    vec![
        entry(1, "Uvod in izhodišča", 0, 6),
        entry(2, "Mladi, družine in žrtve nasilja", 7, 24),
        entry(
            3,
            "Osebe, ki se srečujejo s tveganji za nastanek revščine",
            6,
            31,
        ),
        entry(6, "Spodbujanje zaposlovanja", 2, 3),
        entry(8, "Vključitev ranljivih skupin v različne dejavnosti", 1, 2),
    ]
}

fn phases() -> Vec<PhaseEntry> {
    let phase = |key: &str, state: &str| PhaseEntry {
        key: key.into(),
        title: None,
        description: String::new(),
        state: state.into(),
        is_event: false,
        at: None,
        until: None,
        expected_on: None,
    };
    vec![
        phase("preparation", "past"),
        PhaseEntry {
            at: Some(at("2022-02-28T08:00:00Z")),
            ..phase("announcement", "past")
        },
        PhaseEntry {
            at: Some(at(OPENS)),
            until: Some(at(CLOSES)),
            ..phase("window", "current")
        },
        PhaseEntry {
            title: Some("Okrogla miza".into()),
            description: "Za organizacije.".into(),
            is_event: true,
            at: Some(at("2022-03-23T16:00:00Z")),
            ..phase("event", "past")
        },
        PhaseEntry {
            expected_on: Some("2022-05-13".into()),
            ..phase("answers", "coming")
        },
        phase("adoption", "coming"),
    ]
}

fn ledger(phase: &str) -> Vec<LedgerEntry> {
    let entry = |time: &str, kind: &str| LedgerEntry {
        at: at(time),
        kind: kind.into(),
        opens_at: at(OPENS),
        closes_at: at(CLOSES),
        days: 32,
        reason: None,
    };
    let mut ledger = vec![
        entry("2022-02-28T08:00:00Z", "announced"),
        entry(OPENS, "opened"),
    ];
    if phase == "closed" {
        let extended = entry("2022-04-01T08:00:00Z", "extended");
        ledger.push(LedgerEntry {
            reason: Some("dodatna okrogla miza".into()),
            ..extended
        });
        ledger.push(entry(CLOSES, "closed"));
    }
    if phase == "withdrawn" {
        ledger.push(entry("2022-03-20T08:00:00Z", "withdrawn"));
    }
    ledger
}

fn changes() -> ChangesPage {
    let piece = |kind: &str, number: &str, html: &str| ChangedPiece {
        kind: kind.into(),
        number: number.into(),
        html: html.into(),
    };
    let group = |is_equal, piece| PieceGroup {
        is_equal,
        pieces: vec![piece],
    };
    ChangesPage {
        revisions: Some(RevisionPair {
            before: 1,
            before_at: at(OPENS),
            after: 2,
            after_at: at(CLOSES),
        }),
        changed: 1,
        added: 1,
        removed: 0,
        sections: vec![ChangedSection {
            number: 3,
            title_html: "Nočno <del>prenočišče</del> <ins>zavetišče</ins>".into(),
            groups: vec![
                group(true, piece("heading", "3.1", "Stanje")),
                group(true, piece("text", "1", "Zavetišče obratuje.")),
                group(
                    false,
                    piece("text", "2", "Do 31. <del>marca</del> <ins>maja</ins>."),
                ),
                group(false, piece("goal", "3.1", "<ins>Odpreti zavetišče.</ins>")),
            ],
        }],
    }
}

fn section(is_open: bool) -> SectionPage {
    let link = |number, title: &str| SectionLink {
        number,
        title: title.into(),
    };
    SectionPage {
        number: 3,
        title: "Osebe, ki se srečujejo s tveganji za nastanek revščine".into(),
        register_number: Some(3),
        revision: 1,
        revised_at: at(OPENS),
        is_adopted_text: false,
        closes_at: at(CLOSES),
        is_open,
        is_answered: !is_open,
        sections: vec![
            link(1, "Uvod in izhodišča"),
            link(2, "Mladi, družine in žrtve nasilja"),
            link(3, "Osebe, ki se srečujejo s tveganji za nastanek revščine"),
            link(4, "Osebe z različnimi oblikami zasvojenosti"),
        ],
        paragraphs: paragraphs(),
        previous: Some(link(2, "Mladi, družine in žrtve nasilja")),
        next: is_open.then(|| link(4, "Osebe z različnimi oblikami zasvojenosti")),
    }
}

fn paragraphs() -> Vec<Paragraph> {
    let piece = |kind: &str, html: &str| Paragraph {
        number: None,
        kind: kind.into(),
        heading_number: None,
        body_html: html.into(),
        goal: None,
    };
    let text = |number, html: &str| Paragraph {
        number: Some(number),
        ..piece("text", html)
    };
    let heading = |number: &str, html: &str| Paragraph {
        heading_number: Some(number.into()),
        ..piece("heading", html)
    };
    let goal = Goal {
        number: "3.1".into(),
        is_key: true,
        title: "Pridobivanje novih donatorjev hrane".into(),
        indicator: Some("število donatorjev s podpisanim dogovorom".into()),
        holder: Some("občina, humanitarne organizacije".into()),
        deadline: Some("vsako leto do 2028".into()),
    };
    vec![
        heading("3.1", "Stanje in potrebe"),
        text(
            1,
            "<p>Revščina je več kot pomanjkanje denarja. Kdor si ne more privoščiti stanovanja, rednih obrokov ali zdravljenja, se težje vključuje v delo, šolanje in družbeno življenje.</p>",
        ),
        text(
            2,
            "<p>Občina sofinancira razdelilnico hrane, zavetišče za brezdomce in programe nevladnih organizacij.</p>",
        ),
        heading("3.2", "Nočno zavetišče za brezdomce"),
        text(
            5,
            "<p>Zavetišče obratuje od 1. novembra do 31. marca, vsako noč med 20. in 7. uro. Sprejme do 12 oseb.</p>",
        ),
        text(
            6,
            "<p>Poleg nočitve zavetišče zagotavlja:</p><ul><li>hrambo osebnih stvari,</li><li>prvi pogovor s socialno delavko.</li></ul>",
        ),
        heading("3.3", "Cilji"),
        Paragraph {
            goal: Some(goal),
            ..piece(
                "goal",
                "<p>Povečati količino darovane hrane in razpršiti vire.</p>",
            )
        },
    ]
}
