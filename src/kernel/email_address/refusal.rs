//! What stands in the way of an address. The sentences here are for operators; visitors read those of the catalogues.

/// Why a text is not an e-mail address mail can be sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidEmailAddress {
    /// Nothing was typed, or nothing that can be seen.
    #[error("the e-mail address is missing")]
    Missing,
    /// Somewhere there must be an `@`.
    #[error("the e-mail address has no @")]
    NoAt,
    /// Nothing before the `@`.
    #[error("the e-mail address has nothing before the @")]
    NoName,
    /// Nothing after the `@`.
    #[error("the e-mail address has nothing after the @")]
    NoDomain,
    /// More than one address.
    #[error("there is more than one e-mail address")]
    Several,
    /// A space inside.
    #[error("the e-mail address contains a space")]
    Space,
    /// A sign that means something else to mail servers.
    #[error("an e-mail address with the sign {0} cannot be used")]
    Sign(char),
    /// A letter outside ASCII before the `@`.
    #[error(
        "an e-mail address with the letter {0} before the @ cannot be used (it needs SMTPUTF8)"
    )]
    Letter(char),
    /// A dot first, last or twice before the `@`.
    #[error("the part before the @ has a dot first, last or twice in a row")]
    Dots,
    /// The number of a machine instead of a name.
    #[error("the e-mail address must end with a domain, not with the number of a machine")]
    Literal,
    /// No `.si` at the end.
    #[error("the domain of the e-mail address has no ending")]
    NoEnding,
    /// No name of the DNS.
    #[error("the domain of the e-mail address cannot exist")]
    Domain,
    /// Longer than mail permits.
    #[error("the e-mail address is too long")]
    TooLong,
}
