//! One mail and one server: what the server says decides what becomes of the mail.

use posvet::testing::kernel::{token::Flow, token::Tokens};
use posvet::testing::mail::outbox::MailState;

use super::mime::{decoded_words, header, parts};
use super::server::{Answer, Received};
use super::world::{ANA, LINK, World};

#[tokio::test]
async fn a_mail_arrives_whole_with_its_headers() {
    let world = World::new().await;
    let row_key = world.enqueue("confirm_subscription", ANA).await;

    assert_eq!(world.worker().try_send_due().await, 1);

    let mail = only(world.server.received());
    let token = Tokens::new(b"secret").mint(Flow::Subscription, LINK);
    let link = format!("https://posvet.example.org/sl/subscriptions/{LINK}/{token}");
    assert_eq!(mail.recipient, "RCPT TO:<ana@example.org>");
    assert_eq!(
        header(&mail, "List-Unsubscribe"),
        format!("<{link}/unsubscribe>")
    );
    assert_eq!(
        header(&mail, "List-Unsubscribe-Post"),
        "List-Unsubscribe=One-Click"
    );
    assert_eq!(header(&mail, "Auto-Submitted"), "auto-generated");
    assert_eq!(header(&mail, "Reply-To"), "obcina@example.org");
    assert_eq!(header(&mail, "Content-Language"), "sl");
    assert_eq!(
        header(&mail, "Message-ID"),
        format!("<{row_key}.{LINK}@posvet.example.org>")
    );
    assert_eq!(header(&mail, "Date"), "Sun, 10 Apr 2022 22:00:00 +0000");
    assert!(header(&mail, "Content-Type").starts_with("multipart/alternative;"));
    assert_eq!(
        decoded_words(&header(&mail, "Subject")),
        "Potrdite pripombo: Čista voda"
    );
    assert_eq!(
        decoded_words(&header(&mail, "From")),
        "Mestna občina Kranj <posvet@example.org>"
    );
    let [text, html] = parts(&mail);
    assert!(text.contains("Hvala za pripombo čžš."), "{text}");
    assert!(text.contains(&format!("{link}/confirm")), "{text}");
    assert!(html.contains("<p style=\"color: #123456"), "{html}");
    assert!(!html.contains("<link"), "{html}");
    let row = world.mail(row_key).await;
    assert_eq!((row.state, row.attempts), (MailState::Sent, 1));
    assert_eq!(row.last_reply, "250 taken");
}

#[tokio::test]
async fn whatever_a_form_accepts_is_sent_to_a_server_that_knows_ascii_only() {
    let world = World::new().await;
    let accepted = [
        ("o’brien@example.org", "o'brien@example.org"),
        (
            "bor.#$&'*+-=?^_`{}~@example.org",
            "bor.#$&'*+-=?^_`{}~@example.org",
        ),
        ("+386@example.org", "+386@example.org"),
        ("Bor@OBČINA.example", "Bor@xn--obina-iya.example"),
        ("bor@straße.example", "bor@xn--strae-oqa.example"),
        ("bor@r3---sn.example", "bor@r3---sn.example"),
        ("bor@1a.2b.museum", "bor@1a.2b.museum"),
        ("bor@例え.テスト", "bor@xn--r8jz45g.xn--zckzah"),
        ("Novak, Bor <bor@example.org>;", "bor@example.org"),
    ];
    let mut rows = Vec::new();
    for (typed, _) in accepted {
        rows.push(world.enqueue("notice", typed).await);
    }

    world.worker().try_send_due().await;

    let mut told: Vec<String> = world
        .server
        .received()
        .into_iter()
        .map(|mail| mail.recipient)
        .collect();
    let mut expected: Vec<String> = accepted
        .iter()
        .map(|(_, wire)| format!("RCPT TO:<{wire}>"))
        .collect();
    told.sort();
    expected.sort();
    assert_eq!(told, expected);
    for row in rows {
        assert_eq!(world.mail(row).await.state, MailState::Sent);
    }
}

#[tokio::test]
async fn mails_about_a_submission_have_no_unsubscribe_header() {
    let world = World::new().await;
    world.enqueue("confirm_submission", ANA).await;

    world.worker().try_send_due().await;

    let mail = only(world.server.received());
    let [text, _html] = parts(&mail);
    assert!(!mail.data.contains("List-Unsubscribe"));
    assert!(
        text.contains(&format!(
            "https://posvet.example.org/sl/submissions/{LINK}/"
        )),
        "{text}"
    );
}

#[tokio::test]
async fn a_recipient_refused_for_now_is_tried_again_when_its_time_has_come() {
    let world = World::new().await;
    let row_key = world.enqueue("notice", ANA).await;
    let worker = world.worker();
    world
        .server
        .will(&[Answer::RefuseRecipient("451 4.7.1 greylisted")]);

    assert_eq!(worker.try_send_due().await, 1);
    let put_off = world.mail(row_key).await;
    assert_eq!(
        (put_off.state, put_off.last_reply.as_str()),
        (MailState::Deferred, "451 4.7.1 greylisted")
    );
    assert_eq!(worker.try_send_due().await, 0);

    world.advance(1);
    assert_eq!(worker.try_send_due().await, 1);
    let row = world.mail(row_key).await;
    assert_eq!((row.state, row.attempts), (MailState::Sent, 2));
    // A refusal does not cost the connection.
    assert_eq!(world.server.connections(), 1);
}

#[tokio::test]
async fn a_recipient_refused_for_good_is_never_tried_again() {
    let world = World::new().await;
    let recipient = world.enqueue("notice", ANA).await;
    let worker = world.worker();
    world
        .server
        .will(&[Answer::RefuseRecipient("550 5.1.1 no such user")]);
    worker.try_send_due().await;
    let mail = world.enqueue("notice", ANA).await;
    world.server.will(&[Answer::RefuseMail("554 5.7.1 spam")]);
    worker.try_send_due().await;

    world.advance(60 * 24 * 30);
    assert_eq!(worker.try_send_due().await, 0);

    assert_eq!(world.mail(recipient).await.state, MailState::Failed);
    let row = world.mail(mail).await;
    assert_eq!((row.state, row.attempts), (MailState::Failed, 1));
    assert_eq!(row.last_reply, "554 5.7.1 spam");
}

#[tokio::test]
async fn refused_credentials_are_our_fault_and_cost_no_mail() {
    let world = World::new().await;
    let worker = world.worker();
    for reply in [
        "530 5.7.0 authentication required",
        "535 5.7.8 bad credentials",
    ] {
        let row_key = world.enqueue("notice", ANA).await;
        world.server.will(&[Answer::RefuseRecipient(reply)]);

        worker.try_send_due().await;

        assert_eq!(
            world.mail(row_key).await.state,
            MailState::Deferred,
            "{reply}"
        );
        world.advance(60 * 24);
        worker.try_send_due().await;
        assert_eq!(world.mail(row_key).await.state, MailState::Sent, "{reply}");
    }
}

#[tokio::test]
async fn a_connection_lost_before_the_mail_is_complete_is_an_ordinary_retry() {
    let world = World::new().await;
    let row_key = world.enqueue("notice", ANA).await;
    let worker = world.worker();
    world.server.will(&[Answer::CloseBeforeData; 3]);

    for minutes in [0, 1, 5, 15] {
        world.advance(minutes);
        assert_eq!(worker.try_send_due().await, 1);
    }

    let row = world.mail(row_key).await;
    assert_eq!((row.state, row.attempts), (MailState::Sent, 4));
    assert_eq!(world.server.received().len(), 1);
}

#[tokio::test]
async fn a_connection_lost_after_the_final_dot_permits_one_more_try_with_the_same_message_id() {
    let world = World::new().await;
    let row_key = world.enqueue("notice", ANA).await;
    let worker = world.worker();
    world
        .server
        .will(&[Answer::CloseAfterFinalDot, Answer::CloseAfterFinalDot]);

    worker.try_send_due().await;
    assert_eq!(world.mail(row_key).await.state, MailState::Deferred);
    for _day in 0..10 {
        world.advance(60 * 24);
        worker.try_send_due().await;
    }

    let received = world.server.received();
    assert_eq!(received.len(), 2);
    assert_eq!(
        header(&received[0], "Message-ID"),
        header(&received[1], "Message-ID")
    );
    let row = world.mail(row_key).await;
    assert_eq!((row.state, row.attempts), (MailState::Failed, 2));
}

#[tokio::test]
async fn a_server_that_stays_away_is_tried_for_more_than_three_days() {
    let mut world = World::new().await;
    world.settings.port = 1;
    let row_key = world.enqueue("notice", ANA).await;
    let began = world.clock.now();
    let worker = world.worker();

    while worker.try_send_due().await == 1 {
        let row = world.mail(row_key).await;
        if row.state == MailState::Deferred {
            world.clock.set(row.next_attempt_at);
        }
    }

    assert!(world.clock.now().since(began).num_hours() >= 72);
    let row = world.mail(row_key).await;
    assert_eq!((row.state, row.attempts), (MailState::Failed, 11));
    assert!(
        row.last_reply.starts_with("no connection:"),
        "{}",
        row.last_reply
    );
}

fn only(received: Vec<Received>) -> Received {
    assert_eq!(received.len(), 1);
    received.into_iter().next().unwrap()
}
