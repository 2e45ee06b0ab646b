//! What is one address, what is none, and what is said about it.

use proptest::prelude::*;

use super::InvalidEmailAddress as No;
use super::*;

fn parsed(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

#[test]
fn addresses_print_masked() {
    let address = parsed(" ana.novak@example.org ");

    assert_eq!(
        format!("{address} {address:?}"),
        "a…k@example.org a…k@example.org"
    );
    assert_eq!(address.expose(), "ana.novak@example.org");
}

#[test]
fn all_spellings_of_a_mailbox_are_one() {
    for spelling in [
        "bor@občina.example",
        "bor@xn--obina-iya.example",
        "BOR@OBČINA.EXAMPLE",
        "Bor@XN--OBINA-IYA.Example",
        "bor@obc\u{30c}ina.example",
        "bor@ｏｂčｉｎａ.example",
        "bor@občina。example",
        "bor@ob\u{ad}čina.example.",
    ] {
        let address = parsed(spelling);
        assert_eq!(address.folded(), "bor@xn--obina-iya.example", "{spelling}");
        assert!(address.expose().ends_with("@občina.example"), "{spelling}");
    }
}

#[test]
fn tags_do_not_make_another_mailbox_but_another_address() {
    let (tagged, plain) = (parsed("Ana+posvet@example.org"), parsed("ana@example.org"));

    assert_eq!(tagged.mailbox(), plain.mailbox());
    assert_ne!(tagged.folded(), plain.folded());
    assert_eq!(parsed("+ana@example.org").mailbox(), "+ana@example.org");
}

#[test]
fn what_stands_around_a_pasted_address_is_not_part_of_it() {
    for pasted in [
        "\u{feff}ana@example.org\u{200b}",
        "a\u{200b}na@exam\u{200d}ple.org",
        "\u{a0}ana@example.org\u{202f}",
        "\u{202a}ana@example.org\u{202c}",
        "ana@example.org.",
        "ana@example.org,",
        "ana@example.org; ",
        "mailto:ana@example.org",
        "MailTo:ana@example.org?subject=Pripomba",
        "<ana@example.org>",
        "<mailto:ana@example.org>",
        "Ana Novak <ana@example.org>",
        "\"Novak, Ana\" <ana@example.org>;",
        "ana@example.org <ana@example.org>",
        "»ana@example.org«",
        "“ana@example.org”",
        "(ana@example.org).",
        "ana@example.org\r\n",
    ] {
        assert_eq!(parsed(pasted).expose(), "ana@example.org", "{pasted:?}");
    }
    assert_eq!(
        parsed("o’brien@a‑b.example").expose(),
        "o'brien@a-b.example"
    );
}

#[test]
fn what_cannot_be_used_is_named() {
    for (text, refusal) in [
        ("", No::Missing),
        (" \u{200b} ", No::Missing),
        ("ana", No::NoAt),
        ("a(at)example.org", No::NoAt),
        ("@example.org", No::NoName),
        ("ana@", No::NoDomain),
        ("a@b.si, c@d.si", No::Several),
        ("a@b.si <c@d.si>", No::Several),
        ("a@b@c.si", No::Several),
        ("a@b c.org", No::Space),
        ("a@b.org\r\nBcc: x", No::Space),
        ("\"a b\"@example.org", No::Space),
        ("\"bor\"@example.org", No::Sign('"')),
        ("bor(moj)@example.org", No::Sign('(')),
        ("b%6fr@example.org", No::Sign('%')),
        ("bor%example.org@relay.example", No::Sign('%')),
        ("relay!bor@example.org", No::Sign('!')),
        ("/etc/bor@example.org", No::Sign('/')),
        ("bor@ex%41mple.org", No::Sign('%')),
        ("bor@ex_ample.org", No::Sign('_')),
        ("čarli@example.org", No::Letter('č')),
        ("ｂor@example.org", No::Letter('ｂ')),
        (".bor@example.org", No::Dots),
        ("bor.@example.org", No::Dots),
        ("b..or@example.org", No::Dots),
        ("bor@[127.0.0.1]", No::Literal),
        ("bor@127.0.0.1", No::Literal),
        ("bor@0x7f.1", No::Literal),
        ("bor@localhost", No::NoEnding),
        ("bor@example.o", No::NoEnding),
        ("bor@-example.org", No::Domain),
        ("bor@example..org", No::Domain),
        ("bor@xn--a.example", No::Domain),
    ] {
        assert_eq!(EmailAddress::parse(text).err(), Some(refusal), "{text:?}");
    }
    let long = [
        format!("{}@example.org", "a".repeat(65)),
        format!("a@{}example.org", "abcdefghi.".repeat(25)),
        "a@b.si".repeat(1_000),
    ];
    for text in long {
        let refusal = EmailAddress::parse(&text).err();
        assert!(matches!(refusal, Some(No::TooLong | No::Domain)), "{text}");
    }
}

/// Texts near the border between what is accepted and what is not.
pub(crate) fn typed() -> impl Strategy<Value = String> {
    let letters = "[a-zA-Z0-9.#$&'*+=?^_`{}~<>\"(), \u{200b}’ｂč%-]{1,12}";
    let domain = "[a-zA-Z0-9.čŽ％ｅß\u{ad}_-]{1,12}";
    prop_oneof![
        (letters, domain, "[a-z]{1,3}")
            .prop_map(|(local, domain, top)| format!("{local}@{domain}.{top}")),
        "\\PC{0,20}@\\PC{0,20}",
        ("[a-z]{1,5}", "xn--[a-z0-9-]{1,8}")
            .prop_map(|(local, label)| format!("{local}@{label}.si")),
    ]
}

#[test]
fn a_domain_that_would_be_read_otherwise_stays_as_the_dns_has_it() {
    for text in ["a@xn--a-ghn.si", "a@xn--ab-v1t.si", "a@xn--ab-n2t.si"] {
        let address = EmailAddress::parse(text).expect("the DNS may have it");
        assert_eq!(address.expose(), text);
    }
}

proptest! {
    #[test]
    fn an_identity_is_its_own_identity(text in typed()) {
        if let Ok(address) = EmailAddress::parse(&text) {
            let again = EmailAddress::parse(&address.folded()).expect("an identity is an address");
            prop_assert_eq!(again.folded(), address.folded());
            prop_assert_eq!(again.mailbox(), address.mailbox());
            let stored = EmailAddress::parse(address.expose()).expect("what is stored is an address");
            prop_assert_eq!(&stored, &address);
            let (local, domain) = address.wire();
            prop_assert!(local.is_ascii() && domain.is_ascii());
        }
    }
}
