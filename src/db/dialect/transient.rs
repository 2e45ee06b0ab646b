//! Messages of conditions that pass. Diesel tells kinds of error apart by SQLSTATE, but calls most of them unknown and
//! shows only the text, which PostgreSQL says in the language of its `lc_messages`.

/// Whether a message names a condition that passes by itself.
pub(super) fn is_named(message: &str) -> bool {
    [&NAMED[..], &DEADLOCK[..], &LOCK_TIMEOUT[..], &DISK_FULL[..]]
        .iter()
        .any(|list| list.iter().any(|words| message.contains(words)))
}

/// SQLite's result texts (`sqlite3_errstr`), which are never translated, and what libpq says itself; ours has no
/// translations.
const NAMED: [&str; 11] = [
    "database is locked",
    "database table is locked",
    "database or disk is full",
    "disk I/O error",
    "unable to open database file",
    "server closed the connection",
    "terminating connection",
    "the database system is",
    "could not connect",
    "connection to server",
    "no connection to the server",
];

/// SQLSTATE 40P01 in the languages PostgreSQL speaks, as its catalogues say it (de, es, fr, it, ja, ka, ko, ru, sv, uk,
/// zh).
const DEADLOCK: [&str; 12] = [
    "deadlock detected",
    "Verklemmung (Deadlock) entdeckt",
    "se ha detectado un deadlock",
    "interblocage (deadlock)",
    "rilevato deadlock",
    "デッドロックを検出しました",
    "ნაპოვნია ურთიერთბლოკირება",
    "deadlock 발생했음",
    "обнаружена взаимоблокировка",
    "deadlock upptäckt",
    "виявлено взаємне блокування",
    "检测到死锁",
];

/// SQLSTATE 55P03, when we gave up waiting for a lock.
const LOCK_TIMEOUT: [&str; 12] = [
    "lock timeout",
    "Zeitüberschreitung einer Sperre",
    "tiempo de espera de candados",
    "délai écoulé pour l'obtention des verrous",
    "timeout di lock",
    "ロックのタイムアウト",
    "ბლოკის მოლოდინის ვადის ამოწურვის",
    "잠금 대기 시간 초과",
    "тайм-аута блокировки",
    "lås-timeout",
    "тайм-аут блокування",
    "由于锁超时",
];

/// SQLSTATE 53100, which ends in what the server's C library says of `ENOSPC`.
const DISK_FULL: [&str; 13] = [
    "No space left on device",
    "kein Speicherplatz mehr verfügbar",
    "No queda espacio en el dispositivo",
    "Aucun espace disponible sur le périphérique",
    "Spazio esaurito sul device",
    "デバイスに空き領域がありません",
    "장치에 남은 공간이 없음",
    "Brak miejsca na urządzeniu",
    "На устройстве не осталось свободного места",
    "Enheten är full",
    "Недостатньо місця на пристрої",
    "Na napravi ni več prostora",
    "Nema više prostora na uređaju",
];

#[cfg(test)]
mod tests {
    use super::is_named;

    /// As PostgreSQL 15 says them.
    #[test]
    fn conditions_that_pass_are_known_in_the_languages_of_the_server() {
        for message in [
            "deadlock detected",
            "canceling statement due to lock timeout",
            "Verklemmung (Deadlock) entdeckt",
            "storniere Anfrage wegen Zeitüberschreitung einer Sperre",
            "rilevato deadlock",
            "annullamento dell'istruzione a causa di timeout di lock",
            "annulation de la requête à cause du délai écoulé pour l'obtention des verrous",
            "konnte Datei »base/1/2« nicht erweitern: Auf dem Gerät ist kein Speicherplatz mehr verfügbar",
        ] {
            assert!(is_named(message), "{message}");
        }
    }

    #[test]
    fn faults_of_ours_are_not_repeated_in_any_language() {
        for message in [
            "syntax error at or near \"selct\"",
            "Syntaxfehler bei »selct«",
            "Relation »comments« existiert nicht",
            "ungültige Byte-Sequenz für Kodierung »UTF8«: 0x00",
            "errore di sintassi a o presso \"selct\"",
        ] {
            assert!(!is_named(message), "{message}");
        }
    }
}
