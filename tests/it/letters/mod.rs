//! Letters: what comes in is plain text, whatever was typed.

mod incoming;
mod isolating;
mod ordering;
mod searching;
