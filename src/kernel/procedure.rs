//! Kinds of procedures a draft goes through.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// What is put to the public: how long before it has to be announced is a rule for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Procedure {
    /// A strategy, a programme, a plan of measures.
    #[default]
    Strategy,
    /// An ordinance, rules, a decree.
    Regulation,
    /// A spatial plan.
    Spatial,
}
